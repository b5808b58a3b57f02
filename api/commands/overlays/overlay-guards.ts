import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { isBinding, ruleSetsBetween } from '../../../db/overlays.ts';
import { officePapers, overlays, units } from '../../../db/schema/index.ts';
import { applyToAll, type Overlay, overlayStart } from '../../../domain/law/overlay.ts';
import type { FileProblem } from '../../../domain/law/yaml-file.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';

/** The overlay, for a command of its unit's administrator. @throws ApiError overlay_not_found, also where it is another's */
export async function overlayOfAdmin(
  { db, actor }: Pick<CommandContext, 'db' | 'actor'>,
  overlayId: string,
): Promise<typeof overlays.$inferSelect> {
  const [overlay] = await db.select().from(overlays).where(eq(overlays.id, overlayId));
  if (!overlay || !(await coversUnit(db, actor, ['admin'], overlay.unitId)))
    throw new ApiError('overlay_not_found');
  return overlay;
}

/** An overlay that a paper put in force is ended by another paper, not by hand. @throws ApiError overlay_of_paper */
export async function requireNoPaper(
  db: Executor,
  { paperId }: Pick<typeof overlays.$inferSelect, 'paperId'>,
): Promise<void> {
  if (paperId === null) return;
  const [paper] = await db
    .select({ symbol: officePapers.symbol })
    .from(officePapers)
    .where(eq(officePapers.id, paperId));
  throw new ApiError('overlay_of_paper', { parameters: { symbol: paper?.symbol ?? '' } });
}

/**
 * Changes an overlay that stands as the administrator saw it; the next one has to look again.
 * @throws ApiError version_conflict
 */
export async function changeOverlay(
  tx: Executor,
  { overlayId, version }: { overlayId: string; version: number },
  change: Partial<Pick<typeof overlays.$inferInsert, 'content' | 'effectiveFrom' | 'effectiveTo'>>,
): Promise<void> {
  const changed = await tx
    .update(overlays)
    .set({ ...change, version: version + 1 })
    .where(and(eq(overlays.id, overlayId), eq(overlays.version, version)))
    .returning({ id: overlays.id });
  if (changed.length === 0) throw new ApiError('version_conflict');
}

/** Locks an overlay whose content is to change. @throws ApiError overlay_in_use */
export async function lockUnused(tx: Executor, overlayId: string): Promise<void> {
  await tx.select({ id: overlays.id }).from(overlays).where(eq(overlays.id, overlayId)).for('update');
  if (await isBinding(tx, overlayId)) throw new ApiError('overlay_in_use');
}

/**
 * Reads an overlay for a unit and lays it over every national set of its days.
 * @throws ApiError overlay_refused with every problem by line, those of the law with their article; unit_not_found, no_rule_set
 */
export async function readOverlay(
  db: Executor,
  unitId: string,
  text: string,
  effectiveTo: string | null,
): Promise<{ content: Overlay; effectiveFrom: string }> {
  const [unit] = await db.select({ code: units.code }).from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  const effectiveFrom = overlayStart(text);
  const sets = await ruleSetsBetween(db, effectiveFrom, effectiveTo);
  const { overlay: content, problems } = applyToAll(sets, text);
  if (problems.length > 0) throw refused(problems);
  if (!content) throw new ApiError('no_rule_set', { parameters: { date: effectiveFrom } });
  if (content.organisation !== unit.code) {
    throw refused([
      {
        file: 'text',
        line: lineOf(text, /^organisation:/m),
        code: 'wrong_value',
        path: 'organisation',
        message: {
          vi: `Quy định là của "${content.organisation}", đơn vị là "${unit.code}".`,
          en: `The overlay is of "${content.organisation}", the unit is "${unit.code}".`,
        },
      },
    ]);
  }
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw new ApiError('overlay_ends_too_early', { parameters: { from: effectiveFrom } });
  return { content, effectiveFrom };
}

function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, pattern.exec(text)?.index ?? 0).split('\n').length;
}

function refused(problems: readonly FileProblem[]): ApiError {
  const once = new Map(
    problems.map((problem) => [`${problem.line} ${problem.path} ${problem.message.vi}`, problem]),
  );
  return new ApiError('overlay_refused', {
    errors: (locale) =>
      [...once.values()].map(({ line, path, code, message }) => ({
        path: 'text',
        code,
        detail: `${{ vi: 'Dòng', en: 'Line' }[locale]} ${line}${path === '' ? '' : ` (${path})`}: ${message[locale]}`,
      })),
  });
}
