import { alias } from 'drizzle-orm/pg-core';
import { accounts, people, subjects, units } from '../../db/schema/index.ts';

/** A unit in a query that names several; `columns` are those answers show. */
export function unitAs(name: string) {
  const unit = alias(units, name);
  return { unit, columns: { id: unit.id, code: unit.code, name: unit.name, nameEn: unit.nameEn } };
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
export const isoOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;
