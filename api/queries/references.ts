import { inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import { accounts, documents, people, subjects, units } from '../../db/schema/index.ts';
import type { UnitRef } from '../contract/common.ts';

/** A unit in a query that names several; `columns` are those answers show. */
export function unitAs(name: string) {
  const unit = alias(units, name);
  return { unit, columns: { id: unit.id, code: unit.code, name: unit.name, nameEn: unit.nameEn } };
}

/** Names units among these by their ids, as answers show them. */
export async function unitRefs(
  db: Executor,
  unitIds: Iterable<string>,
): Promise<(unitId: string) => UnitRef> {
  const rows = await db
    .select({ id: units.id, code: units.code, name: units.name, nameEn: units.nameEn })
    .from(units)
    .where(inArray(units.id, [...new Set(unitIds)]));
  const known = new Map(rows.map((unit) => [unit.id, unit]));
  return (unitId) => {
    const unit = known.get(unitId);
    if (!unit) throw new Error(`there is no unit ${unitId}`);
    return unit;
  };
}

/** The person behind an account column; join `account`, then `person`. */
export function personAs(name: string) {
  const account = alias(accounts, `${name}_account`);
  const person = alias(people, `${name}_person`);
  return { account, person, columns: { id: person.id, fullName: person.fullName } };
}

/** A subject as answers show it. */
export const subjectColumns = {
  kind: subjects.kind,
  id: subjects.id,
  code: subjects.code,
  title: subjects.title,
};

/** Instants leave the API as ISO text. */
/** A document by its name, as pages link to it. */
export const documentColumns = {
  id: documents.id,
  fileName: documents.fileName,
  mediaType: documents.mediaType,
};

export const isoOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;
