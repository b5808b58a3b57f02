import { readdir, readFile } from 'node:fs/promises';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowBundle } from '../workflow-bundle.ts';

const folder = new URL('./histories/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));

/**
 * Histories of real dossiers, recorded by `npm run record-histories`. A change of `workflows/` or `engine/` that would make
 * a running dossier take another way fails here; guard it with `patched()` or a new `semantics`, then record again.
 */
test.each(names)('the workflow still takes the way it took: %s', async (name) => {
  const history = historyFromJSON(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
  const { codePath } = await workflowBundle();
  await expect(
    Worker.runReplayHistory({ workflowBundle: { codePath } }, history, name),
  ).resolves.toBeUndefined();
});

test('histories of every way a dossier can end are there, and of the operations on it', () => {
  expect(names.sort()).toEqual([
    'closed.json',
    'operated.json',
    'rejected.json',
    'reminded.json',
    'returned-and-closed.json',
    'withdrawn.json',
  ]);
});
