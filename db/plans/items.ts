import { sql } from 'drizzle-orm';
import { comparePlans, type ItemChange } from '../../domain/plan/compare.ts';
import type { ItemKind, PlanItem } from '../../domain/plan/plan-item.ts';
import type { Executor } from '../client.ts';

/** A plan item as it is stored. */
export interface StoredItem extends PlanItem {
  id: string;
}

interface ItemRow extends Record<string, unknown> {
  id: string;
  assigner_id: string;
  code: string;
  name: string;
  kind: ItemKind;
  due_months: number[];
  ad_hoc: boolean;
  reason: string | null;
  points: Record<string, number>;
}

/** Items of a version of a plan, of one assigner or of all, by assigner and code. A version without items has none. */
export async function itemsOfPlan(
  db: Executor,
  { planId, version, assignerId = null }: { planId: string; version: number; assignerId?: string | null },
): Promise<StoredItem[]> {
  const { rows } = await db.execute<ItemRow>(sql`
    select i.id, i.assigner_id, i.code, i.name, i.kind, i.due_months, i.ad_hoc, i.reason,
      coalesce((select jsonb_object_agg(p.unit_id, p.points) from plan_points p where p.item_id = i.id), '{}') as points
    from plan_items i
    where i.plan_id = ${planId} and i.since <= ${version} and (i.until is null or i.until >= ${version})
      and (${assignerId}::uuid is null or i.assigner_id = ${assignerId}::uuid)
    order by i.assigner_id, i.code`);
  return rows.map((row) => ({
    id: row.id,
    assignerId: row.assigner_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    dueMonths: row.due_months,
    adHoc: row.ad_hoc,
    reason: row.reason,
    points: row.points,
  }));
}

/** Copies what a plan ended with into version 1 of a new one; ad-hoc items stay where they came up. */
export async function carryItems(
  tx: Executor,
  from: { id: string; version: number },
  planId: string,
): Promise<void> {
  await tx.execute(sql`
    with carried as (
      select id as old_id, gen_random_uuid() as new_id from plan_items
      where plan_id = ${from.id} and since <= ${from.version} and (until is null or until >= ${from.version})
        and not ad_hoc
    ), items as (
      insert into plan_items (id, plan_id, since, assigner_id, code, name, kind, due_months)
      select new_id, ${planId}, 1, assigner_id, code, name, kind, due_months
      from plan_items join carried on carried.old_id = plan_items.id
    )
    insert into plan_points (item_id, unit_id, points)
    select new_id, unit_id, points from plan_points join carried on carried.old_id = plan_points.item_id`);
}

/**
 * Gives an assigner other items in the version that is open. Those that are there already as given stay the same rows; what
 * differs or is left out is ended with the version before, or goes where this version began it.
 */
export async function replaceItems(
  tx: Executor,
  plan: { id: string; version: number },
  assignerId: string,
  items: readonly PlanItem[],
): Promise<void> {
  const { unchanged, ended, begun } = await changedItems(tx, plan, assignerId, items);
  if (unchanged) return;
  const gone = sql`plan_id = ${plan.id} and assigner_id = ${assignerId} and until is null
    and code in (select jsonb_array_elements_text(${JSON.stringify(ended)}::jsonb))`;
  await tx.execute(sql`delete from plan_items where ${gone} and since = ${plan.version}`);
  await tx.execute(sql`update plan_items set until = ${plan.version - 1} where ${gone}`);
  await addItems(tx, plan, begun);
}

/** Which codes end and which items begin, where an assigner's items become those given. */
async function changedItems(
  tx: Executor,
  plan: { id: string; version: number },
  assignerId: string,
  items: readonly PlanItem[],
) {
  const stored = await itemsOfPlan(tx, { planId: plan.id, version: plan.version, assignerId });
  const { assigners } = comparePlans(stored, items, [assignerId]);
  const changes = assigners[0]?.changes ?? [];
  const codesOf = (...kinds: ItemChange['change'][]) =>
    changes.filter(({ change }) => kinds.includes(change)).map(({ code }) => code);
  const begun = codesOf('added', 'changed');
  return {
    unchanged: changes.length === 0,
    ended: codesOf('changed', 'dropped'),
    begun: items.filter(({ code }) => begun.includes(code)),
  };
}

/** Adds items to a version, with their points, in one statement. */
export async function addItems(
  tx: Executor,
  plan: { id: string; version: number },
  items: readonly PlanItem[],
): Promise<void> {
  if (items.length === 0) return;
  await tx.execute(sql`
    with given as (
      select gen_random_uuid() as id, item.* from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item
        ("assignerId" uuid, code text, name text, kind plan_item_kind, "dueMonths" integer[], "adHoc" boolean,
         reason text, points jsonb)
    ), added as (
      insert into plan_items (id, plan_id, since, assigner_id, code, name, kind, due_months, ad_hoc, reason)
      select id, ${plan.id}, ${plan.version}, "assignerId", code, name, kind, "dueMonths", "adHoc", reason from given
    )
    insert into plan_points (item_id, unit_id, points)
    select given.id, point.key::uuid, point.value::integer from given, jsonb_each_text(given.points) as point`);
}
