import { and, eq } from 'drizzle-orm';
import { usesOfInitiatives } from '../../db/ledger/initiative-uses.ts';
import { awards, nominationInitiatives, nominations } from '../../db/schema/index.ts';
import { rulesOut } from '../../domain/initiative-reuse.ts';
import { initiativesOfNominee } from '../commands/nominations/initiative-guards.ts';
import type { CommandContext } from '../context.ts';
import type { NomineeInitiative } from '../contract/nominations.ts';
import { ApiError } from '../errors.ts';
import { visibleDossier } from '../policies/dossiers.ts';
import { type Page, pageOf } from './paging.ts';

/**
 * Initiatives of a nominee's ledger with their uses elsewhere, and which the nomination rests on.
 * @throws ApiError dossier_not_found, nomination_not_found
 */
export async function findNomineeInitiatives(
  context: CommandContext,
  query: Page & { dossierId: string; nominationId: string },
): Promise<{ items: NomineeInitiative[]; total: number }> {
  const { db } = context;
  const dossier = await visibleDossier(context, query.dossierId);
  const [nomination] = await db
    .select()
    .from(nominations)
    .where(and(eq(nominations.id, query.nominationId), eq(nominations.dossierId, dossier.id)));
  if (!nomination) throw new ApiError('nomination_not_found');
  const [wanted] = await db.select().from(awards).where(eq(awards.code, dossier.awardCode));
  const held = await initiativesOfNominee(db, nomination);
  const chosen = await db
    .select({ id: nominationInitiatives.initiativeId })
    .from(nominationInitiatives)
    .where(eq(nominationInitiatives.nominationId, nomination.id));
  const uses = await usesOfInitiatives(
    db,
    held.map(({ id }) => id),
    dossier.id,
  );
  const items = held.map(({ id, name, year, scope }) => {
    const own = uses.filter(({ initiativeId }) => initiativeId === id);
    return {
      id,
      name,
      year,
      scope,
      uses: own.map(({ initiativeId: _, ...use }) => use),
      isChosen: chosen.some((one) => one.id === id),
      isSpent: wanted !== undefined && own.some(({ kind }) => rulesOut(kind, wanted.kind)),
    };
  });
  return pageOf(items, query);
}
