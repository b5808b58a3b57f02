import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { type LineTable, lineTables } from '../../../db/ledger/lines.ts';
import { awards, type ledgerAwards } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { LineEntry, LineKind } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { type Holder, keepsLedger, requireVisibleLedger } from '../../policies/ledger.ts';

/** A paper that a line rests on exists already. @throws ApiError paper_in_future */
export function requirePast(today: string, decidedOn: string): void {
  if (decidedOn > today) throw new ApiError('paper_in_future');
}

const ofPersonsOnly: readonly LineKind[] = ['discipline', 'maternity', 'transfer'];

/**
 * What a line says holds together and fits whose ledger it is.
 * @throws ApiError paper_in_future, ledger_line_not_for_holder, unknown_award, period_reversed, discipline_ends_too_early
 */
export async function requireSound(
  { db, today }: Pick<CommandContext, 'db' | 'today'>,
  holder: Holder,
  line: LineEntry,
): Promise<void> {
  requirePast(today, line.decidedOn);
  const isMisplaced =
    'unitId' in holder
      ? ofPersonsOnly.includes(line.kind)
      : line.kind === 'statement' && line.foundedIn !== null;
  if (isMisplaced) throw new ApiError('ledger_line_not_for_holder');
  if (line.kind === 'award') {
    const [award] = await db
      .select({ code: awards.code })
      .from(awards)
      .where(eq(awards.code, line.awardCode));
    if (!award) throw new ApiError('unknown_award', { parameters: { award: line.awardCode } });
    if (line.fromYear > line.year) throw new ApiError('period_reversed');
  }
  if (line.kind === 'discipline' && line.endedOn !== null && line.endedOn < line.decidedOn)
    throw new ApiError('discipline_ends_too_early');
}

/** A line as every table of lines has it. */
type KeptLine = Pick<typeof ledgerAwards.$inferSelect, 'id' | 'source' | 'struckAt' | 'personId'> & {
  unitId?: string | null;
  status?: 'in_force' | 'revoked';
};

/**
 * The line and whose it is, for a command of who keeps that ledger.
 * @throws ApiError ledger_line_not_found, also where the ledger is hidden; forbidden, ledger_line_issued, ledger_line_struck
 */
export async function lineToStrike(
  { db, actor }: Pick<CommandContext, 'db' | 'actor'>,
  kind: LineKind,
  lineId: string,
): Promise<{ line: KeptLine; holder: Holder }> {
  const table: LineTable = lineTables[kind];
  const [line] = (await db.select().from(table).where(eq(table.id, lineId))) as KeptLine[];
  const holder = line && holderOf(line);
  if (!line || !holder) throw new ApiError('ledger_line_not_found');
  try {
    await requireVisibleLedger({ db, actor }, holder);
  } catch (error) {
    throw error instanceof ApiError ? new ApiError('ledger_line_not_found') : error;
  }
  if (!(await keepsLedger({ db, actor }, holder))) throw new ApiError('forbidden');
  if (line.source === 'issued_decision') throw new ApiError('ledger_line_issued');
  if (line.struckAt) throw new ApiError('ledger_line_struck');
  return { line, holder };
}

function holderOf({ personId, unitId }: KeptLine): Holder | undefined {
  if (personId) return { personId };
  return unitId ? { unitId } : undefined;
}

/** Strikes a line out, so that it stays and counts no more. @throws ApiError ledger_line_struck */
export async function strikeOut(
  tx: Executor,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  kind: LineKind,
  lineId: string,
  reason: string,
): Promise<void> {
  const table: LineTable = lineTables[kind];
  const struck = await tx
    .update(table)
    .set({ struckAt: now, struckBy: actor.accountId, strikeReason: reason })
    .where(and(eq(table.id, lineId), isNull(table.struckAt)))
    .returning({ id: table.id });
  if (struck.length === 0) throw new ApiError('ledger_line_struck');
}
