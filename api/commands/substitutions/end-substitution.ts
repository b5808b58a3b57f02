import { and, eq, isNull } from 'drizzle-orm';
import { substitutions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { isPartyTo } from '../../policies/acting.ts';
import { writeAudit } from '../audit.ts';

/** Ends a substitution before its last day: who is substituted, or who substitutes. @throws ApiError substitution_not_found, substitution_over */
export async function endSubstitution(
  context: CommandContext,
  { substitutionId, reason }: { substitutionId: string; reason: string },
): Promise<void> {
  const { db, actor, now } = context;
  const mine = and(eq(substitutions.id, substitutionId), isPartyTo(actor));
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(substitutions)
      .set({ endedAt: now, endReason: reason })
      .where(and(mine, isNull(substitutions.endedAt)))
      .returning({ id: substitutions.id });
    if (ended.length === 0) {
      const [known] = await tx.select({ id: substitutions.id }).from(substitutions).where(mine);
      throw new ApiError(known ? 'substitution_over' : 'substitution_not_found');
    }
    await writeAudit(tx, context, {
      action: 'substitution.end',
      subjectKind: 'substitution',
      subjectId: substitutionId,
      details: { reason },
    });
  });
}
