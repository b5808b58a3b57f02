/** BPMN execution: the cases of bpmn.io's token simulation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../engine/compile.ts';
import type { Score, SuiteResult } from '../score.ts';
import type { Case } from './case.ts';
import { drive } from './drive.ts';
import { judge } from './judge.ts';

/** Cases that the suite lets an engine declare, with the reason why this one does. */
const declared: Record<string, string> = {
  'error-no-catch':
    'different by design: an error that nothing catches is an incident, the trace of the suite goes on',
  'simulator-api-6': 'not a model question: the suite pauses at a sub-process as if it were a task',
  'message-flow-pool-pool': 'nothing executable: a message flow between two black boxes',
};

export async function runTokenSimulation(folder: string): Promise<SuiteResult> {
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Case[];
  const scores: Record<string, Score> = {};
  for (const test of cases) {
    if (test.judge === 'none') continue;
    scores[test.name] = await score(folder, test);
  }
  return { suite: 'bpmn.io token simulation 0.40.0', scores };
}

async function score(folder: string, test: Case): Promise<Score> {
  const reason = declared[test.name];
  if (reason !== undefined) return { result: 'unsupported', reason };
  try {
    const file = `${test.model}.bpmn`;
    const { graph } = await compile({ [file]: readFileSync(join(folder, 'models', file), 'utf8') });
    const problems = judge(graph, test, drive(graph, test));
    return problems.length === 0 ? { result: 'pass' } : { result: 'fail', reason: problems.join('; ') };
  } catch (error) {
    return { result: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
}
