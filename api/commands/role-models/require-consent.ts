import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { roleModelConsents } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/** The step that asks for the consent is approved only with one on record. @throws ApiError consent_missing */
export async function requireConsent(
  tx: Executor,
  _context: CommandContext,
  { subjectId: roleModelId }: TaskRow,
  verdict: Verdict,
): Promise<void> {
  if (verdict !== 'approve') return;
  const [consent] = await tx
    .select({ id: roleModelConsents.id })
    .from(roleModelConsents)
    .where(and(eq(roleModelConsents.roleModelId, roleModelId), isNull(roleModelConsents.withdrawnAt)));
  if (!consent) throw new ApiError('consent_missing');
}
