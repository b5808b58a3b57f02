import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { auditLog, substitutions } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Actor } from '../policies/actor.ts';

export interface AuditRow {
  /** Stable verb, e.g. `task.complete`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  details?: Record<string, unknown>;
}

/**
 * Appends what the actor (null: somebody of the public) did to the audit log, inside the transaction that does it, with whom the
 * actor substitutes. A holder who acts ends the substitutions that last only until then.
 */
export async function writeAudit(
  tx: Executor,
  { actor, now }: Pick<CommandContext, 'now'> & { actor: CommandContext['actor'] | null },
  { action, subjectKind, subjectId, details = {} }: AuditRow,
): Promise<void> {
  const behalf = actor?.onBehalfOf;
  await tx.insert(auditLog).values({
    at: now,
    accountId: actor?.accountId ?? null,
    action,
    subjectKind,
    subjectId,
    details: behalf ? { ...details, onBehalfOf: behalfOf(behalf) } : details,
  });
  if (actor?.endsSubstitution && !behalf && !action.startsWith('substitution.')) {
    await tx
      .update(substitutions)
      .set({ endedAt: now, endReason: 'holder_acted' })
      .where(
        and(
          eq(substitutions.holderId, actor.accountId),
          substitutions.endsWhenHolderActs,
          isNull(substitutions.endedAt),
        ),
      );
  }
}

/** Whom the actor substitutes and by which paper, as the log keeps it. */
const behalfOf = ({ accountId, fullName, substitutionId, paper }: NonNullable<Actor['onBehalfOf']>) => ({
  accountId,
  fullName,
  substitutionId,
  paper,
});
