import { settlePaper as settle } from '../../db/papers/settle-paper.ts';
import { JobError, type SubjectJob } from './job.ts';

/**
 * `settle-paper`: the list of the paper stands and the paper is signed; what was left out goes over to the next paper. Answers
 * `listed`, the number of dossiers, which is 0 where the last one was withdrawn meanwhile.
 */
export const settlePaper: SubjectJob = async ({ tx, subject, now, job }) => {
  if (subject.kind !== 'paper') throw new JobError('not_a_paper', `${job.element}: this job needs a paper.`);
  return { variables: { listed: await settle(tx, subject.id, now) } };
};
