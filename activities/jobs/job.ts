import { eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import {
  councils,
  type dossiers,
  initiativeApplications,
  sessions,
  type subjects,
} from '../../db/schema/index.ts';
import type { Job, Variables } from '../../engine/types.ts';

/** What a transactional job gets: the job, what its instance is about and the step's time. */
export interface SubjectJobContext {
  tx: Executor;
  instanceId: string;
  subject: typeof subjects.$inferSelect;
  /** The subject's own row, where it is a dossier. */
  dossier: typeof dossiers.$inferSelect | undefined;
  job: Job;
  /** Time of the step; the same on every replay. */
  now: Date;
  /** Local date of `now`, Asia/Ho_Chi_Minh. */
  today: string;
}

/** What a job of the award chain gets: its subject is a dossier. */
export interface JobContext extends Omit<SubjectJobContext, 'subject'> {
  dossier: typeof dossiers.$inferSelect;
}

/** What a transactional job did besides its writes. */
export interface JobResult {
  /** Variables that the process goes on with. */
  variables?: Variables;
  /** Notices it wrote, whose mails are to be sent. */
  notices?: number;
}

/**
 * Job that only touches the database: it runs inside the transaction of the step that started it, so it happens exactly
 * once, and its result is the next event.
 */
export type SubjectJob = (context: SubjectJobContext) => Promise<JobResult>;
/** Such a job of the award chain. */
export type TransactionalJob = (context: JobContext) => Promise<JobResult>;

/** Runs a job of the award chain for the dossier that the instance is about. */
export function forDossier(run: TransactionalJob): SubjectJob {
  return async ({ dossier, ...context }) => {
    if (!dossier) throw new JobError('not_a_dossier', `${context.job.element}: this job needs a dossier.`);
    return run({ ...context, dossier });
  };
}

/** What a job of a session's process gets. */
export interface SessionJobContext extends Omit<SubjectJobContext, 'subject' | 'dossier'> {
  session: typeof sessions.$inferSelect;
  council: typeof councils.$inferSelect;
}

/** Runs a job for the council's session that the instance is about. */
export function forSession(run: (context: SessionJobContext) => Promise<JobResult>): SubjectJob {
  return async ({ subject, dossier: _, ...context }) => {
    const [found] = await context.tx
      .select({ session: sessions, council: councils })
      .from(sessions)
      .innerJoin(councils, eq(councils.id, sessions.councilId))
      .where(eq(sessions.id, subject.id));
    if (!found) throw new JobError('not_a_session', `${context.job.element}: this job needs a session.`);
    return run({ ...context, ...found });
  };
}

/** What a job of the recognition of initiatives gets. */
export interface InitiativeJobContext extends Omit<SubjectJobContext, 'dossier'> {
  application: typeof initiativeApplications.$inferSelect;
}

/** Runs a job for the application that the instance is about. */
export function forInitiative(run: (context: InitiativeJobContext) => Promise<JobResult>): SubjectJob {
  return async ({ dossier: _, ...context }) => {
    const [application] = await context.tx
      .select()
      .from(initiativeApplications)
      .where(eq(initiativeApplications.id, context.subject.id));
    if (!application)
      throw new JobError('not_an_initiative', `${context.job.element}: this job needs an initiative.`);
    return run({ ...context, application });
  };
}

/** The job cannot be done as things stand; becomes an incident that an administrator can retry. */
export class JobError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Header of the service task, e.g. `status`. @throws JobError when the model leaves it out or gives another value */
export function header<T extends string>(job: Job, name: string, allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === job.headers[name]);
  if (value === undefined) {
    throw new JobError(
      'invalid_header',
      `${job.element}: header "${name}" must be one of ${allowed.join(', ')}`,
    );
  }
  return value;
}
