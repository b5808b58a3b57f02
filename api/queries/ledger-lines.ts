import { eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { usesOfInitiatives } from '../../db/ledger/initiative-uses.ts';
import { type LineKind, type LineTable, lineKinds, lineTables } from '../../db/ledger/lines.ts';
import { accounts, awards, ledgerAwards, people } from '../../db/schema/index.ts';
import type { PersonRef } from '../contract/common.ts';
import type { LedgerLine } from '../contract/ledger.ts';
import type { Actor } from '../policies/actor.ts';
import { revocableBy } from '../policies/ledger.ts';

/** Every line of persons and collectives by their ids, those that were struck out too, the newest first within each kind. */
export const linesOf = (db: Executor, actor: Actor, holderIds: string[]): Promise<LedgerLine[]> =>
  linesWhere(db, actor, lineKinds, (table) =>
    or(inArray(table.personId, holderIds), table.unitId && inArray(table.unitId, holderIds)),
  );

/** Lines of some kinds that satisfy a condition on their table, the newest first within each kind. */
export async function linesWhere(
  db: Executor,
  actor: Actor,
  kinds: readonly LineKind[],
  where: Where,
): Promise<LedgerLine[]> {
  const rowsOf = async <Kind extends LineKind>(kind: Kind) =>
    kinds.includes(kind) ? await rowsIn(db, lineTables[kind], where) : [];
  const held = kinds.includes('award') ? await awardLines(db, actor, where(ledgerAwards)) : [];
  const ratings = await rowsOf('rating');
  const initiatives = await rowsOf('initiative');
  const uses = await usesOfInitiatives(
    db,
    initiatives.map(({ id }) => id),
  );
  const measures = await rowsOf('discipline');
  const maternity = await rowsOf('maternity');
  const moves = await rowsOf('transfer');
  const statements = await rowsOf('statement');
  const names = await namesOf(db, [ratings, initiatives, measures, maternity, moves, statements].flat());
  const shown = (row: Shown) => shownOf(row, names);

  const lines: LedgerLine[][] = [
    held,
    ratings.map((row) => ({ kind: 'rating', ...shown(row), year: row.year, rating: row.rating })),
    initiatives.map((row) => ({
      kind: 'initiative',
      ...shown(row),
      name: row.name,
      year: row.year,
      scope: row.scope,
      usedFor: row.usedFor,
      uses: uses
        .filter(({ initiativeId }) => initiativeId === row.id)
        .map(({ initiativeId: _, ...use }) => use),
    })),
    measures.map((row) => ({
      kind: 'discipline',
      ...shown(row),
      severity: row.severity,
      endedOn: row.endedOn,
    })),
    maternity.map((row) => ({ kind: 'maternity', ...shown(row), year: row.year })),
    moves.map((row) => ({
      kind: 'transfer',
      ...shown(row),
      year: row.year,
      formerUnit: row.formerUnit,
      monthsAtFormerUnit: row.monthsAtFormerUnit,
      formerUnitAgrees: row.formerUnitAgrees,
    })),
    statements.map((row) => ({
      kind: 'statement',
      ...shown(row),
      awardsCompleteFrom: row.awardsCompleteFrom,
      initiativesComplete: row.initiativesComplete,
      disciplineComplete: row.disciplineComplete,
      underExamination: row.underExamination,
      foundedIn: row.foundedIn,
    })),
  ];
  return lines.flatMap((ofKind) => ofKind.sort(newestFirst));
}

/** Lines of awards that satisfy a condition on `ledger_awards`. */
async function awardLines(db: Executor, actor: Actor, where: SQL | undefined): Promise<LedgerLine[]> {
  const rows = await db
    .select({
      row: ledgerAwards,
      awardNameVi: awards.nameVi,
      awardNameEn: awards.nameEn,
      canRevoke: revocableBy(actor),
    })
    .from(ledgerAwards)
    .innerJoin(awards, eq(awards.code, ledgerAwards.awardCode))
    .where(where);
  const names = await namesOf(
    db,
    rows.map(({ row }) => row),
  );
  return rows.map(({ row, canRevoke, ...award }) => ({
    kind: 'award',
    ...shownOf(row, names),
    ...award,
    awardCode: row.awardCode,
    fromYear: row.fromYear,
    year: row.year,
    periodNamed: row.periodNamed,
    commendationKind: row.commendationKind,
    decider: row.decider,
    status: row.status,
    revocationSymbol: row.revocationSymbol,
    revokedOn: row.revokedOn,
    revocationReason: row.revocationReason,
    canRevoke: canRevoke && row.status === 'in_force' && row.struckAt === null,
  }));
}

type Where = (table: LineTable) => SQL | undefined;

async function rowsIn<T extends LineTable>(
  db: Executor,
  table: T,
  where: Where,
): Promise<T['$inferSelect'][]> {
  return db
    .select()
    .from(table as LineTable)
    .where(where(table)) as Promise<T['$inferSelect'][]>;
}

/** What the tables of lines have in common. */
type Shown = Pick<
  typeof ledgerAwards.$inferSelect,
  | 'id'
  | 'decisionSymbol'
  | 'decidedOn'
  | 'source'
  | 'recordedBy'
  | 'recordedAt'
  | 'corrects'
  | 'struckBy'
  | 'struckAt'
  | 'strikeReason'
>;

function shownOf(row: Shown, names: Map<string, PersonRef>) {
  const striker = row.struckBy === null ? undefined : names.get(row.struckBy);
  return {
    id: row.id,
    decisionSymbol: row.decisionSymbol,
    decidedOn: row.decidedOn,
    source: row.source,
    recordedBy: row.recordedBy === null ? null : (names.get(row.recordedBy) ?? null),
    recordedAt: row.recordedAt.toISOString(),
    corrects: row.corrects,
    struck: striker
      ? { by: striker, at: row.struckAt?.toISOString() ?? '', reason: row.strikeReason ?? '' }
      : null,
  };
}

/** The people behind the accounts that entered or struck lines. */
async function namesOf(db: Executor, rows: readonly Shown[]): Promise<Map<string, PersonRef>> {
  const ids = new Set(rows.flatMap(({ recordedBy, struckBy }) => [recordedBy ?? [], struckBy ?? []].flat()));
  if (ids.size === 0) return new Map();
  const found = await db
    .select({ account: accounts.id, id: people.id, fullName: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(inArray(accounts.id, [...ids]));
  return new Map(found.map(({ account, ...person }) => [account, person]));
}

/** By the year a line is about, else by its paper; what was entered later comes before. */
function newestFirst(a: LedgerLine, b: LedgerLine): number {
  const about = (line: LedgerLine) => ('year' in line ? String(line.year) : (line.decidedOn ?? ''));
  return (
    about(b).localeCompare(about(a)) || b.recordedAt.localeCompare(a.recordedAt) || a.id.localeCompare(b.id)
  );
}
