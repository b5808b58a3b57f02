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
import { fixPledge, releasePledge } from '../blocs/fix-pledge.ts';
import { handInBlocSheets, reopenBlocSheets } from '../blocs/hand-in-bloc-sheets.ts';
import { handOver } from '../blocs/hand-over.ts';
import { storeSignature, takeSignatureBack } from '../blocs/sign-pledge.ts';
import { dropFlagDossier, startFlagDossier } from '../blocs/start-flag-dossier.ts';
import { passPaper, submitPaper } from '../office-papers/check-paper.ts';
import { requireAnswerPaper } from '../opinions/require-answer-paper.ts';
import { requireList } from '../papers/require-list.ts';
import { handInSheet, reopenSheet } from '../plans/hand-in-sheet.ts';
import { requireTotals } from '../plans/require-totals.ts';
import { requireConsent } from '../role-models/require-consent.ts';

/** What else the transaction of a decision checks or writes, and how that is taken back with it. */
interface CompletionEffect {
  /** @throws ApiError to refuse the decision */
  do(tx: Executor, context: CommandContext, task: TaskRow, verdict: Verdict): Promise<void>;
  /**
   * Ends what it wrote, known by the moment of the decision; left out where it only checks, or where the decision made anew writes it
   * anew. `task` is as it was decided.
   * @throws ApiError where something else rests on it by now
   */
  undo?(tx: Executor, context: CommandContext, task: TaskRow): Promise<void>;
}

/** By the element of the model whose task is decided. */
export const completionEffects: Record<string, CompletionEffect> = {
  [planElements.finish]: { do: requireTotals },
  [planElements.score]: { do: handInSheet, undo: reopenSheet },
  [officePaperElements.finish]: { do: submitPaper },
  [officePaperElements.sign]: { do: passPaper },
  [officePaperElements.register]: { do: passPaper },
  'give-opinion': { do: requireAnswerPaper },
  [settlingSteps.submission]: { do: requireList },
  [settlingSteps.decision]: { do: requireList },
  [blocElements.handOver]: { do: handOver },
  [blocElements.draftPledge]: { do: fixPledge, undo: releasePledge },
  [blocElements.sign]: { do: storeSignature, undo: takeSignatureBack },
  [blocElements.scoreSelf]: { do: handInBlocSheets, undo: reopenBlocSheets },
  [blocElements.check]: { do: handInBlocSheets, undo: reopenBlocSheets },
  [blocElements.flagDossier]: { do: startFlagDossier, undo: dropFlagDossier },
  [roleModelElements.consent]: { do: requireConsent },
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
