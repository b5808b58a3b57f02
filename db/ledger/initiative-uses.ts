import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { AwardKind } from '../../domain/initiative-reuse.ts';
import type { Executor } from '../client.ts';
import {
  awards,
  dossiers,
  initiatives,
  ledgerAwards,
  nominationInitiatives,
  nominations,
} from '../schema/index.ts';

/**
 * A use of an initiative: by an award in force, by a proposal that is not decided yet, or before this system kept the ledger.
 * Revoking the award or ending the proposal frees it.
 */
export interface InitiativeUse {
  initiativeId: string;
  kind: AwardKind;
  standing: 'held' | 'proposed' | 'before';
  /** Null for a use before this ledger, of which only the kind is known. */
  award: { awardNameVi: string; awardNameEn: string } | null;
  dossier: { id: string; code: string; periodTo: number } | null;
}

/** Joined with the award a nomination was given, where that stands: does the nomination use what it rests on? */
const standingUse = or(
  eq(ledgerAwards.status, 'in_force'),
  and(
    inArray(dossiers.status, ['running', 'returned', 'on_hold', 'decided']),
    inArray(nominations.status, ['proposed', 'passed', 'returned', 'awarded']),
  ),
);
const standingAward = and(
  eq(ledgerAwards.nominationId, nominations.id),
  eq(ledgerAwards.status, 'in_force'),
  isNull(ledgerAwards.struckAt),
);

/** Condition on `initiatives`: does it serve anything, here or before this ledger? */
export const isUsed = sql<boolean>`(cardinality(${initiatives.usedFor}) > 0 or exists (select from ${nominationInitiatives}
  join ${nominations} on ${nominations.id} = ${nominationInitiatives.nominationId}
  join ${dossiers} on ${dossiers.id} = ${nominations.dossierId} left join ${ledgerAwards} on ${standingAward}
  where ${nominationInitiatives.initiativeId} = ${initiatives.id} and ${standingUse}))`;

/** The register of uses of initiatives; nominations of one dossier may be left out. */
export async function usesOfInitiatives(
  db: Executor,
  initiativeIds: string[],
  exceptDossierId: string | null = null,
): Promise<InitiativeUse[]> {
  if (initiativeIds.length === 0) return [];
  const rows = await db
    .select({
      initiativeId: nominationInitiatives.initiativeId,
      kind: awards.kind,
      held: ledgerAwards.id,
      award: { awardNameVi: awards.nameVi, awardNameEn: awards.nameEn },
      dossier: { id: dossiers.id, code: dossiers.code, periodTo: dossiers.periodTo },
    })
    .from(nominationInitiatives)
    .innerJoin(nominations, eq(nominations.id, nominationInitiatives.nominationId))
    .innerJoin(dossiers, eq(dossiers.id, nominations.dossierId))
    .innerJoin(awards, eq(awards.code, dossiers.awardCode))
    .leftJoin(ledgerAwards, standingAward)
    .where(
      and(
        inArray(nominationInitiatives.initiativeId, initiativeIds),
        exceptDossierId === null ? undefined : ne(dossiers.id, exceptDossierId),
        standingUse,
      ),
    )
    .orderBy(dossiers.periodTo, dossiers.code);
  const before = await db
    .select({ id: initiatives.id, usedFor: initiatives.usedFor })
    .from(initiatives)
    .where(inArray(initiatives.id, initiativeIds));
  return [
    ...before.flatMap(({ id, usedFor }) =>
      usedFor.map(
        (kind): InitiativeUse => ({ initiativeId: id, kind, standing: 'before', award: null, dossier: null }),
      ),
    ),
    ...rows.map(
      ({ held, ...use }): InitiativeUse => ({ ...use, standing: held === null ? 'proposed' : 'held' }),
    ),
  ];
}
