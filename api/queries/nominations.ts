import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { agendaItems, nominationResults, nominations, referrals } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { LevelResult, Nomination, NominationStatus } from '../contract/nominations.ts';
import { visibleDossier } from '../policies/dossiers.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { personAs } from './references.ts';

export interface NominationQuery extends Page {
  dossierId: string;
  status?: NominationStatus | undefined;
  q?: string | undefined;
}

/** Nominations of a dossier in the order of its list, with what each level found. @throws ApiError dossier_not_found */
export async function findNominations(context: CommandContext, query: NominationQuery) {
  const { db } = context;
  await visibleDossier(context, query.dossierId);
  const where = and(
    eq(nominations.dossierId, query.dossierId),
    query.status ? eq(nominations.status, query.status) : undefined,
    query.q ? contains(query.q, nominations.name, nominations.post) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(nominations)
      .where(where)
      .orderBy(asc(nominations.seq))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(nominations).where(where),
  ]);
  return { items: await withResults(db, rows), total: total?.count ?? 0 };
}

/** One nomination of a dossier the actor may read. */
export async function getNomination({ db }: CommandContext, nominationId: string): Promise<Nomination> {
  const rows = await db.select().from(nominations).where(eq(nominations.id, nominationId));
  const [nomination] = await withResults(db, rows);
  if (!nomination) throw new Error(`nomination ${nominationId} is gone`);
  return nomination;
}

type Row = typeof nominations.$inferSelect;

async function withResults(db: Executor, rows: Row[]): Promise<Nomination[]> {
  const ids = rows.map(({ id }) => id);
  const results = ids.length === 0 ? [] : await selectResults(db, ids);
  const byNomination = Map.groupBy(results, ({ nominationId }) => nominationId);
  return rows.map(({ dossierId: _, ...row }) => ({
    ...row,
    results: (byNomination.get(row.id) ?? []).map(({ nominationId: __, ...result }) => result),
  }));
}

/** Results with the votes of the last agenda item of the nomination at that level that was voted on before the result. */
async function selectResults(
  db: Executor,
  ids: string[],
): Promise<(LevelResult & { nominationId: string })[]> {
  const voted = db
    .selectDistinctOn([agendaItems.nominationId, referrals.level], {
      nominationId: agendaItems.nominationId,
      level: referrals.level,
      inFavour: agendaItems.inFavour,
      needed: agendaItems.needed,
      total: agendaItems.total,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(and(inArray(agendaItems.nominationId, ids), sql`${agendaItems.result} in ('passed', 'failed')`))
    .orderBy(agendaItems.nominationId, referrals.level, sql`${referrals.createdAt} desc`)
    .as('voted');
  const head = personAs('head');
  const rows = await db
    .select({
      nominationId: nominationResults.nominationId,
      level: nominationResults.level,
      status: nominationResults.status,
      reason: nominationResults.reason,
      overruledBy: head.columns,
      at: nominationResults.at,
      inFavour: voted.inFavour,
      needed: voted.needed,
      total: voted.total,
    })
    .from(nominationResults)
    .leftJoin(head.account, eq(head.account.id, nominationResults.overruledBy))
    .leftJoin(head.person, eq(head.person.id, head.account.personId))
    .leftJoin(
      voted,
      and(
        eq(voted.nominationId, nominationResults.nominationId),
        eq(voted.level, nominationResults.level),
        inArray(nominationResults.status, ['passed', 'failed']),
        isNull(nominationResults.overruledBy),
      ),
    )
    .where(inArray(nominationResults.nominationId, ids))
    .orderBy(asc(nominationResults.at));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
