import type { Executor } from '../../../db/client.ts';
import { officePaperElements } from '../../../db/office-papers/process.ts';
import { planElements } from '../../../db/plans/process.ts';
import { settlingSteps } from '../../../domain/dossier-papers.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { passPaper, submitPaper } from '../office-papers/check-paper.ts';
import { requireList } from '../papers/require-list.ts';
import { handInSheet } from '../plans/hand-in-sheet.ts';
import { requireTotals } from '../plans/require-totals.ts';

/** What else the transaction of a decision checks or writes; it throws an ApiError to refuse the decision. */
type CompletionEffect = (
  tx: Executor,
  context: CommandContext,
  task: TaskRow,
  verdict: Verdict,
) => Promise<void>;

/** By the element of the model whose task is decided. */
export const completionEffects: Record<string, CompletionEffect> = {
  [planElements.finish]: requireTotals,
  [planElements.score]: handInSheet,
  [officePaperElements.finish]: submitPaper,
  [officePaperElements.sign]: passPaper,
  [officePaperElements.register]: passPaper,
  [settlingSteps.submission]: requireList,
  [settlingSteps.decision]: requireList,
};
