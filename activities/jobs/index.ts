import { bindRuleSet } from './bind-rule-set.ts';
import { issuePaper } from './issue-paper.ts';
import type { TransactionalJob } from './job.ts';
import { numberPaper } from './number-paper.ts';
import { recordOutcome } from './record-outcome.ts';
import { referToCouncil } from './refer-to-council.ts';
import { sendNotice } from './send-notice.ts';
import { setDossierStatus } from './set-dossier-status.ts';
import { signPaper } from './sign-paper.ts';

/** Job types that run inside a step's transaction. Every other type is an activity of that name. */
export const transactionalJobs: Record<string, TransactionalJob> = {
  'bind-rule-set': bindRuleSet,
  'refer-to-council': referToCouncil,
  'set-dossier-status': setDossierStatus,
  'record-outcome': recordOutcome,
  'sign-paper': signPaper,
  'number-paper': numberPaper,
  'issue-paper': issuePaper,
  'send-notice': sendNotice,
};
