import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { type OpinionNeed, opinionNeeds } from '../../db/party/opinion-needs.ts';
import { documents, levelEnum, partyManagement, people, positions } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { PartyManagement, PartyOpinion, PartyOpinionList } from '../contract/party.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { isUnderWay, visibleDossier } from '../policies/dossiers.ts';
import { appraisingLevels } from '../policies/party.ts';
import { unitsBelow } from '../policies/places.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { personAs } from './references.ts';

/**
 * Nominees of a dossier on whom the Party committee's opinion stands before a head's act, level by level, with what was given.
 * @throws ApiError dossier_not_found
 */
export async function findPartyOpinions(
  context: CommandContext,
  dossierId: string,
): Promise<PartyOpinionList> {
  const dossier = await visibleDossier(context, dossierId);
  const records = isUnderWay(dossier) ? await appraisingLevels(context) : [];
  const { rule, needs } = await opinionNeeds(context.db, dossier, levelEnum.enumValues, context.today);
  const items = await Promise.all(
    needs.map(async ({ opinion, ...need }) => ({
      ...need,
      canRecord: records.includes(need.level),
      opinion: opinion && (await shown(context, opinion)),
    })),
  );
  const basis = rule ? { citation: rule.citation, grade: rule.grade } : null;
  return { items, total: items.length, basis };
}

async function shown(
  { db }: CommandContext,
  opinion: NonNullable<OpinionNeed['opinion']>,
): Promise<PartyOpinion> {
  const recorder = personAs('recorder');
  const [row] = await db
    .select({
      document: { id: documents.id, fileName: documents.fileName },
      recordedBy: recorder.columns,
    })
    .from(documents)
    .leftJoin(recorder.account, eq(recorder.account.id, opinion.recordedBy))
    .leftJoin(recorder.person, eq(recorder.person.id, recorder.account.personId))
    .where(eq(documents.id, opinion.documentId));
  if (!row) throw new Error(`document ${opinion.documentId} is gone`);
  const { id, committee, symbol, issuedOn, outcome, comment, recordedAt } = opinion;
  return { id, committee, symbol, issuedOn, outcome, comment, ...row, recordedAt: recordedAt.toISOString() };
}

/** Persons whom Party committees manage, of the units the account appraises or administers and those below. */
export async function findManagement(
  { db, actor }: CommandContext,
  { q, ...page }: Page & { q?: string | undefined },
) {
  const units = unitsBelow(unitsOfRoles(actor, ['appraiser', 'admin']));
  const inUnits = and(eq(positions.personId, people.id), inArray(positions.unitId, units));
  const where = and(
    sql`exists (select from ${positions} where ${inUnits})`,
    q ? contains(q, people.fullName) : undefined,
  );
  const { limit, offset } = rowsOf(page);
  const [rows, [total]] = await Promise.all([
    db
      .select(columns)
      .from(partyManagement)
      .innerJoin(people, eq(people.id, partyManagement.personId))
      .where(where)
      .orderBy(asc(people.fullName), asc(partyManagement.validFrom), asc(partyManagement.id))
      .limit(limit)
      .offset(offset),
    db
      .select({ count: count() })
      .from(partyManagement)
      .innerJoin(people, eq(people.id, partyManagement.personId))
      .where(where),
  ]);
  return { items: rows, total: total?.count ?? 0 };
}

/** @throws ApiError party_management_not_found */
export async function getManagement({ db }: CommandContext, id: string): Promise<PartyManagement> {
  const [found] = await db
    .select(columns)
    .from(partyManagement)
    .innerJoin(people, eq(people.id, partyManagement.personId))
    .where(eq(partyManagement.id, id));
  if (!found) throw new ApiError('party_management_not_found');
  return found;
}

const columns = {
  id: partyManagement.id,
  person: { id: people.id, fullName: people.fullName },
  level: partyManagement.level,
  committee: partyManagement.committee,
  validFrom: partyManagement.validFrom,
  validTo: partyManagement.validTo,
  source: partyManagement.source,
};
