import { bindRuleSet } from './bind-rule-set.ts';
import { closeBlocYear, findNamedMembers, referBlocMembers, reopenBlocChecks } from './blocs/bloc-year.ts';
import { draftInvitation } from './draft-invitation.ts';
import { draftMinutes } from './draft-minutes.ts';
import { endPosting } from './end-posting.ts';
import { fileMinutes } from './file-minutes.ts';
import { recogniseInitiative } from './initiatives/recognise-initiative.ts';
import { referInitiative } from './initiatives/refer-initiative.ts';
import { setInitiativeStatus } from './initiatives/set-initiative-status.ts';
import { tellOfInitiative } from './initiatives/tell-of-initiative.ts';
import { issuePaper } from './issue-paper.ts';
import { forDossier, type SubjectJob } from './job.ts';
import { joinPaper } from './join-paper.ts';
import { numberPaper } from './number-paper.ts';
import { issueOfficePaper } from './office-papers/issue.ts';
import { numberOfficePaper, reopenOfficePaper, signOfficePaper } from './office-papers/sign-and-number.ts';
import { openPosting } from './open-posting.ts';
import { assignPlan, closePlanVersion, openPlanVersion } from './plans/plan-versions.ts';
import { findSheetsLeft, publishScores, reopenSheets } from './plans/score-sheets.ts';
import { recordIssue } from './record-issue.ts';
import { recordOutcome } from './record-outcome.ts';
import { recordSilence } from './record-silence.ts';
import { referToCouncil } from './refer-to-council.ts';
import { approveRoleModel, rejectRoleModel } from './role-models.ts';
import { sendNotice } from './send-notice.ts';
import { sendOpinionRequests } from './send-opinion-requests.ts';
import { setDossierStatus } from './set-dossier-status.ts';
import { settlePaper } from './settle-paper.ts';
import { signPaper } from './sign-paper.ts';
import { splitReturned } from './split-returned.ts';
import { tellOfSession } from './tell-of-session.ts';

/** Job types that run inside a step's transaction. Every other type is an activity of that name. */
export const transactionalJobs: Record<string, SubjectJob> = {
  'bind-rule-set': forDossier(bindRuleSet),
  'open-posting': forDossier(openPosting),
  'end-posting': forDossier(endPosting),
  'send-opinion-requests': forDossier(sendOpinionRequests),
  'record-silence': forDossier(recordSilence),
  'refer-to-council': forDossier(referToCouncil),
  'set-dossier-status': forDossier(setDossierStatus),
  'record-outcome': forDossier(recordOutcome),
  'split-returned': forDossier(splitReturned),
  'sign-paper': signPaper,
  'join-paper': forDossier(joinPaper),
  'record-issue': forDossier(recordIssue),
  'send-notice': forDossier(sendNotice),
  'settle-paper': settlePaper,
  'number-paper': numberPaper,
  'issue-paper': issuePaper,
  'close-plan-version': closePlanVersion,
  'open-plan-version': openPlanVersion,
  'assign-plan': assignPlan,
  'find-sheets-left': findSheetsLeft,
  'reopen-sheets': reopenSheets,
  'publish-scores': publishScores,
  'sign-office-paper': signOfficePaper,
  'reopen-office-paper': reopenOfficePaper,
  'number-office-paper': numberOfficePaper,
  'issue-office-paper': issueOfficePaper,
  'reopen-bloc-checks': reopenBlocChecks,
  'refer-bloc-members': referBlocMembers,
  'find-named-members': findNamedMembers,
  'close-bloc-year': closeBlocYear,
  'approve-role-model': approveRoleModel,
  'reject-role-model': rejectRoleModel,
  'refer-initiative': referInitiative,
  'set-initiative-status': setInitiativeStatus,
  'tell-of-initiative': tellOfInitiative,
  'recognise-initiative': recogniseInitiative,
  'draft-invitation': draftInvitation,
  'draft-minutes': draftMinutes,
  'file-minutes': fileMinutes,
  'tell-of-session': tellOfSession,
};
