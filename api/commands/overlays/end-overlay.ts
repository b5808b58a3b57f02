import { eq } from 'drizzle-orm';
import { overlays } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { overlayOfAdmin } from './overlay-guards.ts';

/**
 * Gives an overlay its last day, or takes it away again. Dossiers bound to it keep it.
 * @throws ApiError overlay_not_found, overlay_ends_too_early
 */
export async function endOverlay(
  context: CommandContext,
  { overlayId, effectiveTo }: { overlayId: string; effectiveTo: string | null },
): Promise<void> {
  const before = await overlayOfAdmin(context, overlayId);
  if (effectiveTo !== null && effectiveTo < before.effectiveFrom)
    throw new ApiError('overlay_ends_too_early', { parameters: { from: before.effectiveFrom } });
  await context.db.transaction(async (tx) => {
    await tx.update(overlays).set({ effectiveTo }).where(eq(overlays.id, overlayId));
    await writeAudit(tx, context, {
      action: 'overlay.end',
      subjectKind: 'overlay',
      subjectId: overlayId,
      details: { before: before.effectiveTo, effectiveTo },
    });
  });
}
