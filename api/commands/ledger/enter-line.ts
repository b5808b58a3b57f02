import type { Executor } from '../../../db/client.ts';
import { decidersByName } from '../../../db/ledger/deciders.ts';
import { type LineTable, lineTables } from '../../../db/ledger/lines.ts';
import type { CommandContext } from '../../context.ts';
import type { LineEntry } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { type Holder, requireKeptLedger } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';
import { requireSound } from './line-guards.ts';

/**
 * Enters a line that a paper shows; returns its id. The registrar or administrator of the holder's own organisation does.
 * @throws ApiError person_not_found, collective_not_found, forbidden, ledger_line_known and those of `requireSound`
 */
export async function enterLine(context: CommandContext, holder: Holder, line: LineEntry): Promise<string> {
  await requireKeptLedger(context, holder);
  await requireSound(context, holder, line);
  return refusingTwice(() =>
    context.db.transaction(async (tx) => {
      const id = await writeLine(tx, context, holder, line, null);
      await writeAudit(tx, context, {
        action: 'ledger.enter_line',
        subjectKind: 'ledger_line',
        subjectId: id,
        details: { ...holder, ...line },
      });
      return id;
    }),
  );
}

/** Adds the row; `corrects` is the line that was struck out in its favour. */
export async function writeLine(
  tx: Executor,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  holder: Holder,
  { kind, ...says }: LineEntry,
  corrects: string | null,
): Promise<string> {
  const table: LineTable = lineTables[kind];
  const decided = 'decider' in says && { deciderUnitId: (await decidersByName(tx))(says.decider) };
  const [row] = await tx
    .insert(table)
    .values({
      ...holder,
      ...says,
      ...decided,
      source: 'entry',
      recordedBy: actor.accountId,
      recordedAt: now,
      corrects,
    })
    .returning({ id: table.id });
  if (!row) throw new Error('insert of a ledger line returned no row');
  return String(row.id);
}

/** Says that the ledger has a line already where a unique index does. @throws ApiError ledger_line_known */
export async function refusingTwice<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatedIndex(error) === undefined) throw error;
    throw new ApiError('ledger_line_known');
  }
}
