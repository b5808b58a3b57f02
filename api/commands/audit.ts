import type { Executor } from '../../db/client.ts';
import { auditLog } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';

export interface AuditRow {
  /** Stable verb, e.g. `task.complete`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  details?: Record<string, unknown>;
}

/** Appends what the actor (null: the system, or somebody of the public) did to the audit log, inside the transaction that does it. */
export async function writeAudit(
  tx: Executor,
  { actor, now }: { actor: Pick<CommandContext['actor'], 'accountId'> | null; now: Date },
  { action, subjectKind, subjectId, details = {} }: AuditRow,
): Promise<void> {
  await tx
    .insert(auditLog)
    .values({ at: now, accountId: actor?.accountId ?? null, action, subjectKind, subjectId, details });
}
