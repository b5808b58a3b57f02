import type { Executor } from '../../db/client.ts';
import type { dossiers, subjects } from '../../db/schema/index.ts';

/** What every part of the commit works with. */
export interface CommitContext {
  tx: Executor;
  instanceId: string;
  /** What the instance is about. */
  subject: typeof subjects.$inferSelect | undefined;
  /** The subject's own row, where it is a dossier. */
  dossier: typeof dossiers.$inferSelect | undefined;
  now: Date;
  today: string;
  /** Notices written so far in this step. */
  notices: number;
}
