import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { overlaid } from '../../domain/law/overlay.ts';
import { needsPartyOpinion } from '../../domain/law/party-opinion.ts';
import type { PartyOpinionRule } from '../../domain/law/rule-set.ts';
import { boundLaw } from '../bound-law.ts';
import type { Executor } from '../client.ts';
import { type dossiers, nominations, partyManagement, partyOpinions } from '../schema/index.ts';

type Level = (typeof partyManagement.$inferSelect)['level'];

/** A nominee on whom the Party committee's opinion stands before the act of a level's head. */
export interface OpinionNeed {
  nominationId: string;
  name: string;
  level: Level;
  /** The committee that manages the person; null where only the award asks for the opinion. */
  committee: string | null;
  /** The newest opinion of the level; null while there is none. */
  opinion: typeof partyOpinions.$inferSelect | null;
}

/**
 * Nominees in play of a dossier on whom the heads of some levels need the Party committee's opinion on a day (`YYYY-MM-DD`), with
 * what was given, and the rule it rests on; no need where no rule is known.
 */
export async function opinionNeeds(
  db: Executor,
  dossier: Pick<typeof dossiers.$inferSelect, 'id' | 'awardCode'>,
  levels: readonly Level[],
  today: string,
): Promise<{ rule: PartyOpinionRule | undefined; needs: OpinionNeed[] }> {
  const law = await boundLaw(db, dossier.id);
  const rule = law && overlaid(law).partyOpinion;
  if (!rule) return { rule, needs: [] };
  const inPlay = await db
    .select()
    .from(nominations)
    .where(
      and(
        eq(nominations.dossierId, dossier.id),
        inArray(nominations.status, ['proposed', 'passed', 'returned', 'awarded']),
      ),
    )
    .orderBy(asc(nominations.seq));
  const personOf = ({ personId, ledgerPersonId }: (typeof inPlay)[number]) => personId ?? ledgerPersonId;
  const managed = Map.groupBy(
    await managedOn(
      db,
      inPlay.flatMap((nominee) => personOf(nominee) ?? []),
      today,
    ),
    ({ personId }) => personId,
  );
  const opinions = await newestOpinions(
    db,
    inPlay.map(({ id }) => id),
  );
  const needs = levels.flatMap((level) =>
    inPlay.flatMap((nominee): OpinionNeed[] => {
      const by = managed.get(personOf(nominee) ?? '') ?? [];
      const managedAt = by.map((row) => row.level);
      const { kind, id: nominationId, name } = nominee;
      if (!needsPartyOpinion(rule, { award: dossier.awardCode, level }, { kind, managedAt })) return [];
      const committee = by.find((row) => row.level === level)?.committee ?? null;
      const opinion = opinions.find((each) => each.nominationId === nominationId && each.level === level);
      return [{ nominationId, name, level, committee, opinion: opinion ?? null }];
    }),
  );
  return { rule, needs };
}

function managedOn(db: Executor, persons: string[], today: string) {
  return db
    .select()
    .from(partyManagement)
    .where(
      and(
        inArray(partyManagement.personId, persons),
        lte(partyManagement.validFrom, today),
        or(isNull(partyManagement.validTo), gte(partyManagement.validTo, today)),
      ),
    );
}

function newestOpinions(db: Executor, nominationIds: string[]) {
  return db
    .selectDistinctOn([partyOpinions.nominationId, partyOpinions.level])
    .from(partyOpinions)
    .where(inArray(partyOpinions.nominationId, nominationIds))
    .orderBy(partyOpinions.nominationId, partyOpinions.level, desc(partyOpinions.recordedAt));
}
