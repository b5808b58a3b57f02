import type { Executor } from '../../db/client.ts';
import type { dossiers } from '../../db/schema/index.ts';

/** What every part of the commit works with. */
export interface CommitContext {
  tx: Executor;
  instanceId: string;
  dossier: typeof dossiers.$inferSelect | undefined;
  now: Date;
  today: string;
  /** Notices written so far in this step. */
  notices: number;
}
