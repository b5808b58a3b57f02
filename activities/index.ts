import type { Database } from '../db/client.ts';
import type { Job, Variables } from '../engine/types.ts';
import { commitStep, type ProposedStep } from './commit/commit-step.ts';
import { computeScores } from './compute-scores.ts';
import { loadGraph } from './load-graph.ts';
import { printOfficePaper } from './office-paper/print.ts';
import { printDecisionOn, printPaper } from './papers/print-paper.ts';
import { printPledge } from './print-pledge.ts';
import { renderPostingSummary } from './render-posting-summary.ts';
import { type MailSettings, sendNotices } from './send-notices.ts';
import { printSessionPapers } from './session/print-papers.ts';

/** How a session ended when its time was over. */
export type ClosingOutcome = 'closed' | 'quorum_missing';

export interface ActivityDependencies {
  db: Database;
  mail: MailSettings;
  /**
   * Closes a session as a person would, if it still is open: counting is the API's, which has the secrets of the ballot
   * boxes; whoever puts the worker together hands it in.
   */
  closeSession: (sessionId: string) => Promise<ClosingOutcome>;
}

interface JobInput {
  instanceId: string;
  job: Job;
}

/** Everything workflows may ask for. A job type of a model is the name of its activity. */
export function createActivities({ db, mail, closeSession }: ActivityDependencies) {
  return {
    commitStep: (step: ProposedStep) => commitStep(db, step),
    loadGraph: (instanceId: string, definition: string | null) => loadGraph(db, instanceId, definition),
    sendNotices: (input: { instanceId: string | null }) => sendNotices({ db, mail }, input),
    'compute-scores': ({ job }: JobInput): Promise<Variables> =>
      computeScores({ db }, { dossierId: dossierOf(job) }),
    'render-decision': ({ job }: JobInput): Promise<Variables> =>
      printDecisionOn({ db }, { dossierId: dossierOf(job) }),
    'print-paper': ({ job }: JobInput): Promise<Variables> =>
      printPaper({ db }, { paperId: idIn(job, 'paperId') }),
    'render-posting-summary': ({ instanceId }: JobInput): Promise<Variables> =>
      renderPostingSummary({ db }, { instanceId }),
    'print-session-papers': async ({ job }: JobInput): Promise<Variables> => {
      await printSessionPapers({ db }, { sessionId: sessionOf(job) });
      return {};
    },
    'print-office-paper': async ({ job }: JobInput): Promise<Variables> => {
      await printOfficePaper({ db }, { paperId: idIn(job, 'paperId') });
      return {};
    },
    'print-pledge': async ({ job }: JobInput): Promise<Variables> => {
      await printPledge({ db }, { blocYearId: idIn(job, 'blocYearId') });
      return {};
    },
    'close-session': async ({ job }: JobInput): Promise<Variables> => ({
      outcome: await closeSession(sessionOf(job)),
    }),
  };
}

const dossierOf = (job: Job) => idIn(job, 'dossierId');
const sessionOf = (job: Job) => idIn(job, 'sessionId');

function idIn({ element, variables }: Job, name: string): string {
  const id = variables[name];
  if (typeof id !== 'string') throw new Error(`${element}: the variable ${name} is missing`);
  return id;
}
