import { overlays } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateOverlayRequest } from '../../contract/overlays.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { readOverlay } from './overlay-guards.ts';

/**
 * Writes an overlay of a unit. From its first day it replaces the unit's earlier one, for dossiers bound from then on.
 * @throws ApiError forbidden, unit_not_found, overlay_refused, no_rule_set, overlay_ends_too_early, overlay_starts_twice
 */
export async function createOverlay(
  context: CommandContext,
  { unitId, text, effectiveTo }: CreateOverlayRequest,
): Promise<string> {
  const { db, actor, now } = context;
  if (!(await coversUnit(db, actor, ['admin'], unitId))) throw new ApiError('forbidden');
  const { content, effectiveFrom } = await readOverlay(db, unitId, text, effectiveTo);
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(overlays)
        .values({ unitId, effectiveFrom, effectiveTo, content, createdBy: actor.accountId, createdAt: now })
        .returning({ id: overlays.id });
      if (!row) throw new Error('insert of an overlay returned no row');
      await writeAudit(tx, context, {
        action: 'overlay.create',
        subjectKind: 'overlay',
        subjectId: row.id,
        details: { unitId, effectiveFrom, effectiveTo, content },
      });
      return row.id;
    });
  } catch (error) {
    if (violatedIndex(error) !== 'overlays_start') throw error;
    throw new ApiError('overlay_starts_twice', { parameters: { date: effectiveFrom } });
  }
}
