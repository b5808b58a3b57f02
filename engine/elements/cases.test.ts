/**
 * One case is two files in `cases/`: a model, and what is played on it with the effects that each event must have. See
 * `play.ts` for how events name visits and how effects read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { type Case, play } from './play.ts';

const folder = new URL('./cases/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

test.each(names)('%s', async (name) => {
  const { rule, calendar, played } = JSON.parse(read(`${name}.json`)) as Case;
  const { graph, problems } = await compile({ [`${name}.bpmn`]: read(`${name}.bpmn`) });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const effects = play(
    graph,
    played.map(({ event, at }) => ({ event, at })),
    calendar,
  );
  expect(effects, rule).toEqual(played.map((step) => step.effects));
});
