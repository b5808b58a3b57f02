import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { opinionNeeds } from '../../../db/party/opinion-needs.ts';
import { dossiers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/**
 * Before a head approves, the Party committee of the level has given its opinion on whom it manages. What it says binds nobody
 * here: the head reads it and decides.
 * @throws ApiError party_opinion_missing, which names who lacks it and the article
 */
export async function requirePartyOpinions(
  tx: Executor,
  { today }: Pick<CommandContext, 'today'>,
  { subjectId, level }: TaskRow,
): Promise<void> {
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, subjectId));
  if (!dossier) return;
  const { rule, needs } = await opinionNeeds(tx, dossier, [level], today);
  const missing = needs.filter(({ opinion }) => opinion === null).map(({ name }) => name);
  if (missing.length === 0 || !rule) return;
  throw new ApiError('party_opinion_missing', {
    parameters: { nominees: missing.join(', '), citation: `${rule.citation} (${rule.grade})` },
  });
}
