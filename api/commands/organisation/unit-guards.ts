import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  councils,
  dossiers,
  people,
  positions,
  processInstances,
  subjects,
  unitChanges,
  units,
} from '../../../db/schema/index.ts';
import type { Bilingual } from '../../../domain/law/source.ts';
import { ApiError } from '../../errors.ts';
import type { Unit } from '../../policies/organisation.ts';

/** Does the unit stand from one day to another, or for good where `to` is null? @throws ApiError unit_not_standing */
export function requireStanding(
  { name, validFrom, validTo }: Pick<Unit, 'name' | 'validFrom' | 'validTo'>,
  from: string,
  to: string | null,
): void {
  const stands = from >= validFrom && (validTo === null || (to !== null && to <= validTo));
  if (!stands)
    throw new ApiError('unit_not_standing', {
      parameters: { unit: name, from: validFrom, to: validTo ?? '…' },
    });
}

/** How many are named before "and others". */
const named = 3;

/** One kind of thing that stands in the way, e.g. `2 đơn vị trực thuộc (A, B)`. */
function obstacle(names: readonly string[], what: Bilingual): Bilingual[] {
  if (names.length === 0) return [];
  const listed = names.slice(0, named).join(', ') + (names.length > named ? ', …' : '');
  return [{ vi: `${names.length} ${what.vi} (${listed})`, en: `${names.length} ${what.en} (${listed})` }];
}

/**
 * A unit ends when nothing is left in it: units below it, dossiers and other processes under way, councils and posts.
 * @throws ApiError unit_in_use naming what stands in the way
 */
export async function requireNothingLeft(tx: Executor, unitId: string, lastDay: string): Promise<void> {
  const below = await tx
    .select({ name: units.code })
    .from(units)
    .where(and(eq(units.parentId, unitId), outlasts(units.validTo, lastDay)))
    .orderBy(units.code);
  const coming = await tx
    .select({ name: units.code })
    .from(unitChanges)
    .innerJoin(units, eq(units.id, unitChanges.unitId))
    .where(
      and(
        isNull(unitChanges.appliedAt),
        isNull(unitChanges.withdrawnAt),
        sql`${unitChanges.changed} ->> 'parentId' = ${unitId}`,
      ),
    );
  const underWay = await tx
    .select({ name: subjects.code })
    .from(subjects)
    .leftJoin(processInstances, eq(processInstances.id, subjects.instanceId))
    .leftJoin(dossiers, eq(dossiers.id, subjects.id))
    .where(
      and(
        eq(subjects.unitId, unitId),
        or(eq(processInstances.status, 'running'), eq(dossiers.status, 'draft')),
      ),
    )
    .orderBy(subjects.code);
  const sitting = await tx
    .select({ name: councils.name })
    .from(councils)
    .where(and(eq(councils.unitId, unitId), outlasts(councils.validTo, lastDay)));
  const serving = await tx
    .select({ name: people.fullName })
    .from(positions)
    .innerJoin(people, eq(people.id, positions.personId))
    .where(and(eq(positions.unitId, unitId), outlasts(positions.validTo, lastDay)))
    .orderBy(people.fullName);
  const found = [
    obstacle(namesOf(below), { vi: 'đơn vị trực thuộc', en: 'units below it' }),
    obstacle(namesOf(coming), { vi: 'đơn vị sắp chuyển đến', en: 'units that are to come under it' }),
    obstacle(namesOf(underWay), { vi: 'hồ sơ, công việc đang xử lý', en: 'dossiers or processes under way' }),
    obstacle(namesOf(sitting), { vi: 'hội đồng còn nhiệm kỳ', en: 'councils in office' }),
    obstacle(namesOf(serving), { vi: 'người còn giữ chức vụ', en: 'people with a post' }),
  ].flat();
  if (found.length === 0) return;
  const what = { vi: found.map(({ vi }) => vi).join('; '), en: found.map(({ en }) => en).join('; ') };
  throw new ApiError('unit_in_use', { parameters: { what } });
}

const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

const outlasts = (
  validTo: typeof units.validTo | typeof positions.validTo | typeof councils.validTo,
  day: string,
) => or(isNull(validTo), gt(validTo, day));
