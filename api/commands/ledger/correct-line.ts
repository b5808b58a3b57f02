import { eq } from 'drizzle-orm';
import { nominationInitiatives } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CorrectLineRequest, LineKind } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { recheckRestingOnStruck } from '../dossiers/recheck-resting.ts';
import { refusingTwice, writeLine } from './enter-line.ts';
import { lineToStrike, requireSound, strikeOut } from './line-guards.ts';

export type CorrectLineProps = CorrectLineRequest & { kind: LineKind; lineId: string };

/**
 * Corrects a line: strikes the old one out, which stays to be read, and enters the new one in its place; returns its id.
 * @throws ApiError as `strikeLine` and `requireSound`; ledger_line_of_other_kind, ledger_line_revoked, ledger_line_known
 */
export async function correctLine(context: CommandContext, props: CorrectLineProps): Promise<string> {
  const { kind, lineId, line, reason } = props;
  if (line.kind !== kind) throw new ApiError('ledger_line_of_other_kind');
  const old = await lineToStrike(context, kind, lineId);
  if (old.line.status === 'revoked') throw new ApiError('ledger_line_revoked');
  await requireSound(context, old.holder, line);
  return refusingTwice(() =>
    context.db.transaction(async (tx) => {
      await strikeOut(tx, context, kind, lineId, reason);
      const id = await writeLine(tx, context, old.holder, line, lineId);
      if (kind === 'initiative') {
        // What rests on the initiative rests on it as it is now written.
        await tx
          .update(nominationInitiatives)
          .set({ initiativeId: id })
          .where(eq(nominationInitiatives.initiativeId, lineId));
      }
      await recheckRestingOnStruck(tx, context, kind, lineId);
      await writeAudit(tx, context, {
        action: 'ledger.correct_line',
        subjectKind: 'ledger_line',
        subjectId: id,
        details: { corrects: lineId, reason, ...line },
      });
      return id;
    }),
  );
}
