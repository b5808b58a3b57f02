import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { officePapers, overlays, ruleSetBindingOverlays } from '../../db/schema/index.ts';
import { overlayText } from '../../domain/law/overlay-text.ts';
import type { CommandContext } from '../context.ts';
import type { Overlay } from '../contract/overlays.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { unitsBelow } from '../policies/places.ts';
import { type Page, rowsOf } from './paging.ts';
import { personAs, unitAs } from './references.ts';

export interface OverlayQuery extends Page {
  unitId?: string | undefined;
  id?: string | undefined;
}

/** Overlays of units the actor administers, the newest first. */
export async function findOverlays({ db, actor }: CommandContext, query: OverlayQuery) {
  const unit = unitAs('overlay_unit');
  const author = personAs('overlay_author');
  const where = and(
    inArray(overlays.unitId, unitsBelow(unitsOfRoles(actor, ['admin']))),
    query.unitId ? eq(overlays.unitId, query.unitId) : undefined,
    query.id ? eq(overlays.id, query.id) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        overlay: overlays,
        unit: unit.columns,
        paper: { id: officePapers.id, symbol: officePapers.symbol, title: officePapers.title },
        createdBy: author.columns,
        inUse: sql<boolean>`exists (select from ${ruleSetBindingOverlays}
          where ${ruleSetBindingOverlays.overlayId} = ${overlays.id})`,
      })
      .from(overlays)
      .innerJoin(unit.unit, eq(unit.unit.id, overlays.unitId))
      .innerJoin(author.account, eq(author.account.id, overlays.createdBy))
      .innerJoin(author.person, eq(author.person.id, author.account.personId))
      .leftJoin(officePapers, eq(officePapers.id, overlays.paperId))
      .where(where)
      .orderBy(desc(overlays.effectiveFrom), overlays.id)
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(overlays).where(where),
  ]);
  const items: Overlay[] = rows.map(({ overlay, ...row }) => ({
    id: overlay.id,
    ...row,
    name: overlay.content.name[actor.locale],
    effectiveFrom: overlay.effectiveFrom,
    effectiveTo: overlay.effectiveTo,
    text: overlayText(overlay.content),
    version: overlay.version,
    createdAt: overlay.createdAt.toISOString(),
  }));
  return { items, total: total?.count ?? 0 };
}
