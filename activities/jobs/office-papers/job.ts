import { eq } from 'drizzle-orm';
import type { OfficePaper } from '../../../db/office-papers/papers.ts';
import { officePapers } from '../../../db/schema/index.ts';
import { JobError, type JobResult, type SubjectJob, type SubjectJobContext } from '../job.ts';

/** What a job of an office paper's process gets. */
export interface OfficePaperJobContext extends Omit<SubjectJobContext, 'subject' | 'dossier'> {
  paper: OfficePaper;
}

/** Runs a job for the office paper that the instance is about. */
export function forOfficePaper(run: (context: OfficePaperJobContext) => Promise<JobResult>): SubjectJob {
  return async ({ subject, dossier: _, ...context }) => {
    const [paper] = await context.tx.select().from(officePapers).where(eq(officePapers.id, subject.id));
    if (!paper)
      throw new JobError('not_an_office_paper', `${context.job.element}: this job needs an office paper.`);
    return run({ ...context, paper });
  };
}
