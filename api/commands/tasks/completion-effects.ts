import { blocElements } from '../../../db/blocs/process.ts';
import type { Executor } from '../../../db/client.ts';
import { officePaperElements } from '../../../db/office-papers/process.ts';
import { planElements } from '../../../db/plans/process.ts';
import { roleModelElements } from '../../../db/role-models.ts';
import { settlingSteps } from '../../../domain/dossier-papers.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import type { ErrorCode } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { fixPledge } from '../blocs/fix-pledge.ts';
import { handInBlocSheets } from '../blocs/hand-in-bloc-sheets.ts';
import { handOver } from '../blocs/hand-over.ts';
import { storeSignature } from '../blocs/sign-pledge.ts';
import { startFlagDossier } from '../blocs/start-flag-dossier.ts';
import { passPaper, submitPaper } from '../office-papers/check-paper.ts';
import { requireAnswerPaper } from '../opinions/require-answer-paper.ts';
import { requireList } from '../papers/require-list.ts';
import { handInSheet } from '../plans/hand-in-sheet.ts';
import { requireTotals } from '../plans/require-totals.ts';
import { requireConsent } from '../role-models/require-consent.ts';

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
  'give-opinion': requireAnswerPaper,
  [settlingSteps.submission]: requireList,
  [settlingSteps.decision]: requireList,
  [blocElements.handOver]: handOver,
  [blocElements.draftPledge]: fixPledge,
  [blocElements.sign]: storeSignature,
  [blocElements.scoreSelf]: handInBlocSheets,
  [blocElements.check]: handInBlocSheets,
  [blocElements.flagDossier]: startFlagDossier,
  [roleModelElements.consent]: requireConsent,
};

/** Everything by which such an effect refuses a decision. */
export const stepErrors: readonly ErrorCode[] = [
  'plan_not_found',
  'plan_total_off',
  'office_paper_unfinished',
  'office_paper_starts_past',
  'regulation_ended',
  'regulation_starts_later',
  'overlay_refused',
  'no_rule_set',
  'score_sheet_incomplete',
  'bloc_year_not_found',
  'bloc_unit_not_member',
  'handover_in_future',
  'pledge_incomplete',
  'pledge_not_open',
  'bloc_sheet_incomplete',
  'bloc_minutes_unsigned',
  'consent_missing',
];
