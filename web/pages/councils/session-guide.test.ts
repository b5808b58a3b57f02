import { expect, test } from 'vitest';
import type { SessionStatus } from '../../../api/contract/index.ts';
import { stagesDone } from './session-guide.tsx';

test.each<[status: SessionStatus, step: string | null, stages: number]>([
  ['planned', null, 1],
  ['planned', 'convene', 1],
  ['planned', 'hold-meeting', 2],
  ['open', null, 2],
  ['open', 'hold-meeting', 2],
  ['closed', null, 3],
  ['closed', 'write-minutes', 3],
  ['closed', 'sign-as-secretary', 4],
  ['closed', 'sign-as-chair', 4],
  ['minuted', null, 6],
])('a session that is %s and waits at %s has %i stages behind it', (status, element, stages) => {
  const step = element === null ? null : { element };
  expect(stagesDone({ status, papers: [], step })).toBe(stages);
});
