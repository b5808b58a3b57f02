import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BulkResult } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { freePort } from '../../cli/runtime/ports.ts';
import { pendingEvents } from '../../db/outbox.ts';
import { outbox, tasks } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { openTask, submittedDossier } from '../api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { ballotSecret } from '../ballot-secret.ts';
import { runProgram } from '../program.ts';

/** The api dies within the ten seconds in which decisions of many tasks can be taken back. */
let world: ApiWorld;
let folder: string;
beforeAll(async () => {
  world = await startApiWorld();
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-held-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

test('what it decided stands and is still held back; another api takes it back, or it is sent when its time has come', {
  timeout: 90_000,
}, async () => {
  const dossiers = [await submittedDossier(world), await submittedDossier(world)];
  const [first = '', second = ''] = await Promise.all(dossiers.map((dossier) => openTask(world, dossier)));
  const port = await freePort();
  const api = runProgram('cli/api.ts', {
    PORT: String(port),
    DATABASE_URL: world.test.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    DATA_DIR: folder,
    BALLOT_SECRET: ballotSecret,
    LOG_LEVEL: 'fatal',
  });
  const head = new ApiClient(`http://127.0.0.1:${port}`);
  const attempt = () => head.logIn('head.tctk', demoPassword);
  expect(await waitUntil(attempt, { timeoutMs: 60_000, ended: api.ended })).toBeNull();
  const decided = await head.post<BulkResult>('/api/tasks/decisions', {
    tasks: [first, second].map((taskId) => ({ taskId, version: 1 })),
    verdict: 'approve',
  });
  // Longer than the ten seconds, so that a busy machine has time to look.
  await world.db
    .update(outbox)
    .set({ notBefore: sql`clock_timestamp() + interval '1 hour'` })
    .where(isNotNull(outbox.notBefore));
  api.kill('SIGKILL');
  await api.ended;
  expect(expectOk(decided)).toMatchObject({ accepted: 2, undoSeconds: 10 });
  const sent = async () =>
    Promise.all(
      dossiers.map(async ({ instanceId }) =>
        (await pendingEvents(world.db, instanceId)).map(({ type }) => type),
      ),
    );
  expect(await sent()).toEqual([['start'], ['start']]);

  const other = await world.as('head.tctk');
  expect(
    expectOk(await other.post<BulkResult>('/api/tasks/decisions/undo', { taskIds: [first] })),
  ).toMatchObject({
    accepted: 1,
  });
  await world.db
    .update(outbox)
    .set({ notBefore: sql`clock_timestamp()` })
    .where(and(isNotNull(outbox.notBefore), eq(outbox.status, 'pending')));
  expect(await sent()).toEqual([
    ['start', 'variablesChanged'],
    ['start', 'taskCompleted'],
  ]);
  const rows = await world.db.select({ id: tasks.id, status: tasks.status }).from(tasks);
  expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [first, 'claimed'],
      [second, 'done'],
    ]),
  );
});
