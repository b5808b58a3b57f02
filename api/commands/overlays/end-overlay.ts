import type { CommandContext } from '../../context.ts';
import type { EndOverlayRequest } from '../../contract/overlays.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { changeOverlay, overlayOfAdmin, requireNoPaper } from './overlay-guards.ts';

/**
 * Gives an overlay its last day, or takes it away again. Dossiers bound to it keep it.
 * @throws ApiError overlay_not_found, overlay_of_paper, overlay_ends_too_early, version_conflict
 */
export async function endOverlay(
  context: CommandContext,
  { overlayId, effectiveTo, version }: EndOverlayRequest & { overlayId: string },
): Promise<void> {
  const before = await overlayOfAdmin(context, overlayId);
  await requireNoPaper(context.db, before);
  if (effectiveTo !== null && effectiveTo < before.effectiveFrom)
    throw new ApiError('overlay_ends_too_early', { parameters: { from: before.effectiveFrom } });
  await context.db.transaction(async (tx) => {
    await changeOverlay(tx, { overlayId, version }, { effectiveTo });
    await writeAudit(tx, context, {
      action: 'overlay.end',
      subjectKind: 'overlay',
      subjectId: overlayId,
      details: { before: before.effectiveTo, effectiveTo },
    });
  });
}
