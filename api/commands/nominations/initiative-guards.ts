import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { type InitiativeUse, usesOfInitiatives } from '../../../db/ledger/initiative-uses.ts';
import { awards, initiatives, nominationInitiatives, nominations } from '../../../db/schema/index.ts';
import { rulesOut } from '../../../domain/initiative-reuse.ts';
import type { RuleSet } from '../../../domain/law/rule-set.ts';
import { ApiError } from '../../errors.ts';
import type { Dossier } from '../../policies/dossiers.ts';
import { ledgerPersonOf, type NominationRow } from '../../queries/evaluate-nominations.ts';

/** Initiatives that the nominee's ledger lists: the person's under whatever row, or the collective's. */
export async function initiativesOfNominee(db: Executor, nomination: NominationRow) {
  const personId = ledgerPersonOf(nomination);
  const same = personId === null ? [] : await identitiesOf(db, [personId]);
  const ids = same.map(({ sameId }) => sameId);
  return db
    .select()
    .from(initiatives)
    .where(
      and(
        isNull(initiatives.struckAt),
        or(
          inArray(initiatives.personId, ids),
          nomination.unitId === null ? undefined : eq(initiatives.unitId, nomination.unitId),
        ),
      ),
    )
    .orderBy(asc(initiatives.year), asc(initiatives.name));
}

/** Initiatives that a dossier's nominations rest on, locked in the order of their ids until the transaction ends. */
async function lockChosen(tx: Executor, ids: readonly string[]) {
  return tx
    .select()
    .from(initiatives)
    .where(inArray(initiatives.id, [...ids]))
    .orderBy(asc(initiatives.id))
    .for('update');
}

/**
 * None of the initiatives serves, or is proposed to serve, an award whose kind rules this one's out. Two dossiers at once wait
 * for each other. @throws ApiError initiative_spent with the initiative, the other use and this one
 */
export async function requireFree(
  tx: Executor,
  dossier: Pick<Dossier, 'id' | 'awardCode'>,
  { principles }: Pick<RuleSet, 'principles'>,
  initiativeIds: readonly string[],
): Promise<void> {
  if (!principles || initiativeIds.length === 0) return;
  const locked = await lockChosen(tx, initiativeIds);
  const [wanted] = await tx.select().from(awards).where(eq(awards.code, dossier.awardCode));
  if (!wanted) throw new ApiError('unknown_award', { parameters: { award: dossier.awardCode } });
  const uses = await usesOfInitiatives(tx, [...initiativeIds], dossier.id);
  const use = uses.find(({ kind }) => rulesOut(kind, wanted.kind));
  if (!use) return;
  throw new ApiError('initiative_spent', {
    parameters: {
      initiative: locked.find(({ id }) => id === use.initiativeId)?.name ?? '',
      use: wordsOfUse(use),
      wanted: { vi: wanted.nameVi, en: wanted.nameEn },
      citation: principles.initiativeOnce.citation,
    },
  });
}

const kindWords = {
  title: { vi: 'một danh hiệu thi đua (trước khi có sổ này)', en: 'a title (before this ledger)' },
  commendation: {
    vi: 'một hình thức khen thưởng (trước khi có sổ này)',
    en: 'a commendation (before this ledger)',
  },
};

function wordsOfUse({ kind, award, dossier }: InitiativeUse): { vi: string; en: string } {
  if (!award || !dossier) return kindWords[kind];
  return {
    vi: `${award.awardNameVi} (hồ sơ ${dossier.code})`,
    en: `${award.awardNameEn} (dossier ${dossier.code})`,
  };
}

/**
 * What the nominations of a draft rest on still stands in their ledgers and is free when it is submitted.
 * @throws ApiError initiative_not_held, initiative_spent
 */
export async function requireInitiatives(
  tx: Executor,
  dossier: Pick<Dossier, 'id' | 'awardCode'>,
  ruleSet: Pick<RuleSet, 'principles'>,
): Promise<void> {
  const chosen = await tx
    .select({ id: initiatives.id, struckAt: initiatives.struckAt, name: nominations.name })
    .from(nominationInitiatives)
    .innerJoin(initiatives, eq(initiatives.id, nominationInitiatives.initiativeId))
    .innerJoin(nominations, eq(nominations.id, nominationInitiatives.nominationId))
    .where(eq(nominations.dossierId, dossier.id));
  const struck = chosen.find(({ struckAt }) => struckAt !== null);
  if (struck) throw new ApiError('initiative_not_held', { parameters: { name: struck.name } });
  await requireFree(
    tx,
    dossier,
    ruleSet,
    chosen.map(({ id }) => id),
  );
}
