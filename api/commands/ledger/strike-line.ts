import type { CommandContext } from '../../context.ts';
import type { LineKind } from '../../contract/ledger.ts';
import { writeAudit } from '../audit.ts';
import { recheckRestingOnStruck } from '../dossiers/recheck-resting.ts';
import { lineToStrike, strikeOut } from './line-guards.ts';

export interface StrikeLineProps {
  kind: LineKind;
  lineId: string;
  reason: string;
}

/**
 * Strikes out a line that should not be in the ledger; it stays to be read. An award that was given and taken back is revoked
 * instead. @throws ApiError ledger_line_not_found, forbidden, ledger_line_issued, ledger_line_struck
 */
export async function strikeLine(
  context: CommandContext,
  { kind, lineId, reason }: StrikeLineProps,
): Promise<void> {
  await lineToStrike(context, kind, lineId);
  await context.db.transaction(async (tx) => {
    await strikeOut(tx, context, kind, lineId, reason);
    await recheckRestingOnStruck(tx, context, kind, lineId);
    await writeAudit(tx, context, {
      action: 'ledger.strike_line',
      subjectKind: 'ledger_line',
      subjectId: lineId,
      details: { kind, reason },
    });
  });
}
