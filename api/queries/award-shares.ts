import { sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { identitiesOf } from '../../db/ledger/identities.ts';
import { knownShare } from '../../domain/known-share.ts';
import type { CommandContext } from '../context.ts';
import type { AwardShare, AwardShares, AwardSharesQuery } from '../contract/award-shares.ts';
import { requireVisibleLedger } from '../policies/ledger.ts';
import { unitsBelow } from '../policies/places.ts';

/** An award in force in the ledger of the unit's people and collectives. */
interface Given {
  personId: string | null;
  unitId: string | null;
  awardCode: string;
  year: number;
  decisionSymbol: string;
  decidedOn: string | null;
  campaignId: string | null;
  campaign: string | null;
}

/** A post of a person, with what it is known to be. */
interface Post {
  personId: string;
  isDirectWorker: boolean | null;
  validFrom: string;
  validTo: string | null;
}

/**
 * Awards of some years that a unit's people and collectives hold, by award, campaign or decision, with the shares of women and
 * direct workers among the persons. Computed from the ledger each time. @throws ApiError collective_not_found
 */
export async function findAwardShares(
  context: CommandContext,
  { unitId, ...query }: AwardSharesQuery & { unitId: string },
): Promise<AwardShares> {
  const { db } = context;
  await requireVisibleLedger(context, { unitId });
  const given = await awardsGiven(db, unitId, query);
  const awardees = await awardeesOf(db, given);
  const keys = { award: byAward, campaign: byCampaign, decision: byDecision };
  const groups = Map.groupBy(awardees, (one) => JSON.stringify(keys[query.by](one)));
  return {
    fromYear: query.fromYear,
    toYear: query.toYear,
    overall: count(awardees),
    items: [...groups]
      .map(([key, group]): AwardShare => ({ ...(JSON.parse(key) as Group), ...count(group) }))
      .sort((a, b) => b.persons + b.collectives - a.persons - a.collectives),
  };
}

type Group = Pick<AwardShare, 'awardCode' | 'campaign' | 'decision'>;
const none: Group = { awardCode: null, campaign: null, decision: null };
const byAward = ({ awardCode }: Given): Group => ({ ...none, awardCode });
const byCampaign = ({ campaignId, campaign }: Given): Group => ({
  ...none,
  campaign: campaignId === null ? null : { id: campaignId, name: campaign ?? '' },
});
const byDecision = ({ decisionSymbol, decidedOn }: Given): Group => ({
  ...none,
  decision: { symbol: decisionSymbol, decidedOn },
});

/** Standing lines of holders who served in the unit in that year, are collectives of it, or came to its ledger by a sheet. */
async function awardsGiven(
  db: Executor,
  unitId: string,
  { fromYear, toYear }: Pick<AwardSharesQuery, 'fromYear' | 'toYear'>,
): Promise<Given[]> {
  const below = unitsBelow([unitId]);
  const { rows } = await db.execute<Given & Record<string, unknown>>(sql`
    select la.person_id as "personId", la.unit_id as "unitId", la.award_code as "awardCode", la.year,
      la.decision_symbol as "decisionSymbol", la.decided_on::text as "decidedOn",
      c.id as "campaignId", c.name as campaign
    from ledger_awards la
    left join nominations n on n.id = la.nomination_id
    left join dossiers d on d.id = n.dossier_id
    left join campaigns c on c.id = d.campaign_id
    where la.status = 'in_force' and la.struck_at is null and la.year between symmetric ${fromYear} and ${toYear} and (
      la.unit_id in ${below}
      or exists (select from positions p where p.person_id = la.person_id and p.unit_id in ${below}
        and p.valid_from <= make_date(la.year, 12, 31)
        and coalesce(p.valid_to, 'infinity') >= make_date(la.year, 1, 1))
      or exists (select from imported_people i join ledger_imports li on li.id = i.import_id
        where i.person_id = la.person_id and li.unit_id in ${below}))
    order by la.year, la.award_code, la.id`);
  return rows;
}

interface Awardee extends Given {
  isWoman: boolean | null;
  isDirectWorker: boolean | null;
}

/** Each award once, though rows of one identity may bring it twice, with what is known of whoever holds it. */
async function awardeesOf(db: Executor, given: readonly Given[]): Promise<Awardee[]> {
  const persons = new Set(given.flatMap(({ personId }) => personId ?? []));
  const identities = await identitiesOf(db, persons);
  const idsOf = Map.groupBy(identities, ({ personId }) => personId);
  const all = [...new Set(identities.map(({ sameId }) => sameId))];
  const { rows: sexes } = await db.execute<{ id: string; sex: string }>(
    sql`select id, sex from people where id = any(${idArray(all)}) and sex is not null`,
  );
  const { rows: posts } = await db.execute<Post & Record<string, unknown>>(sql`
    select person_id as "personId", is_direct_worker as "isDirectWorker",
      valid_from::text as "validFrom", valid_to::text as "validTo"
    from positions where person_id = any(${idArray(all)}) order by valid_from`);
  const sexOf = new Map(sexes.map(({ id, sex }) => [id, sex]));
  const postsOf = Map.groupBy(posts, ({ personId }) => personId);
  const seen = new Set<string>();
  return given.flatMap((award): Awardee[] => {
    const same = (idsOf.get(award.personId ?? '') ?? []).map(({ sameId }) => sameId).sort();
    const key = [same[0] ?? award.unitId, award.awardCode, award.year, award.decisionSymbol, award.decidedOn];
    if (seen.has(key.join('|'))) return [];
    seen.add(key.join('|'));
    const sex = same.flatMap((id) => sexOf.get(id) ?? [])[0];
    return [
      {
        ...award,
        isWoman: sex === undefined ? null : sex === 'female',
        isDirectWorker: directWorkIn(
          award.year,
          same.flatMap((id) => postsOf.get(id) ?? []),
        ),
      },
    ];
  });
}

/** What the post held last in a year is known to be; null where there was none. */
function directWorkIn(year: number, posts: readonly Post[]): boolean | null {
  const inYear = posts.filter(
    ({ validFrom, validTo }) => validFrom <= `${year}-12-31` && (validTo ?? '9999') >= `${year}-01-01`,
  );
  const last = inYear.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1);
  return last?.isDirectWorker ?? null;
}

function count(awardees: readonly Awardee[]) {
  const persons = awardees.filter(({ personId }) => personId !== null);
  return {
    persons: persons.length,
    collectives: awardees.length - persons.length,
    women: knownShare(persons.map(({ isWoman }) => isWoman)),
    directWorkers: knownShare(persons.map(({ isDirectWorker }) => isDirectWorker)),
  };
}
