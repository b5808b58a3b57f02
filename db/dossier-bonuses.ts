import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Awardee } from '../domain/bonus-table.ts';
import type { Executor } from './client.ts';
import { idArray } from './id-array.ts';
import { awards, type dossiers, ledgerAwards, nominations } from './schema/index.ts';

/** An awardee of a dossier with what a table of bonuses shows of them. */
export interface DossierAwardee extends Awardee {
  seq: number;
  name: string;
}

/**
 * Who is paid for a dossier: its awarded nominations, or, before it is decided, those still in play. Each with the titles held
 * for just the dossier's period by decisions other than its own.
 */
export async function dossierAwardees(
  db: Executor,
  dossier: Pick<typeof dossiers.$inferSelect, 'id' | 'periodFrom' | 'periodTo'>,
  statuses: readonly (typeof nominations.$inferSelect)['status'][],
): Promise<DossierAwardee[]> {
  const holder = sql<string>`coalesce(${nominations.personId}, ${nominations.ledgerPersonId}, ${nominations.unitId})`;
  const rows = await db
    .select({
      id: nominations.id,
      seq: nominations.seq,
      name: nominations.name,
      kind: nominations.kind,
      holder,
    })
    .from(nominations)
    .where(and(eq(nominations.dossierId, dossier.id), inArray(nominations.status, [...statuses])))
    .orderBy(asc(nominations.seq));
  const held = sql<string>`coalesce(${ledgerAwards.personId}, ${ledgerAwards.unitId})`;
  const titles = await db
    .select({
      holder: held,
      nominationId: ledgerAwards.nominationId,
      award: ledgerAwards.awardCode,
      decidedOn: sql<string>`${ledgerAwards.decidedOn}::text`,
    })
    .from(ledgerAwards)
    .innerJoin(awards, and(eq(awards.code, ledgerAwards.awardCode), eq(awards.kind, 'title')))
    .where(
      and(
        sql`${held} = any(${idArray(rows.flatMap((row) => row.holder ?? []))})`,
        eq(ledgerAwards.fromYear, dossier.periodFrom),
        eq(ledgerAwards.year, dossier.periodTo),
        eq(ledgerAwards.status, 'in_force'),
        sql`${ledgerAwards.struckAt} is null and ${ledgerAwards.decidedOn} is not null`,
      ),
    )
    .orderBy(asc(ledgerAwards.decidedOn));
  const byHolder = Map.groupBy(titles, (title) => title.holder);
  return rows.map(({ id, seq, name, kind, holder }) => ({
    id,
    seq,
    name,
    payee: kind === 'collective' ? 'collective' : 'person',
    titles: (byHolder.get(holder) ?? [])
      .filter(({ nominationId }) => nominationId !== id)
      .map(({ award, decidedOn }) => ({ award, decidedOn })),
  }));
}
