import type { CommandContext } from '../../context.ts';
import type { ReplaceOverlayRequest } from '../../contract/overlays.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { writeAudit } from '../audit.ts';
import { changeOverlay, lockUnused, overlayOfAdmin, readOverlay, requireNoPaper } from './overlay-guards.ts';

/**
 * Puts another text in an overlay's place, as long as no dossier is bound to it.
 * @throws ApiError overlay_not_found, overlay_of_paper, overlay_refused, no_rule_set, overlay_ends_too_early, overlay_in_use, overlay_starts_twice,
 *   version_conflict
 */
export async function replaceOverlay(
  context: CommandContext,
  { overlayId, text, version }: ReplaceOverlayRequest & { overlayId: string },
): Promise<void> {
  const { db } = context;
  const before = await overlayOfAdmin(context, overlayId);
  await requireNoPaper(context.db, before);
  const { content, effectiveFrom } = await readOverlay(db, before.unitId, text, before.effectiveTo);
  try {
    await db.transaction(async (tx) => {
      await lockUnused(tx, overlayId);
      await changeOverlay(tx, { overlayId, version }, { content, effectiveFrom });
      await writeAudit(tx, context, {
        action: 'overlay.replace',
        subjectKind: 'overlay',
        subjectId: overlayId,
        details: { before: before.content, content },
      });
    });
  } catch (error) {
    if (violatedIndex(error) !== 'overlays_start') throw error;
    throw new ApiError('overlay_starts_twice', { parameters: { date: effectiveFrom } });
  }
}
