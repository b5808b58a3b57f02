import type { FormInstance } from 'antd';
import { ApiProblem } from '../api.ts';

type Path = (string | number)[];

/** `ballots[0].choice` as antd names the field: `['ballots', 0, 'choice']`. */
export function fieldPath(path: string): Path {
  return path
    .split(/[.[\]]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Puts the API's sentences beside the fields they are about. Returns the error if something of it belongs to no field
 * of the form, so that the form shows it above its buttons; otherwise null.
 */
export function showOnFields(form: FormInstance, error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.errors.length === 0) return error;
  const known = error.errors.filter(({ path }) => form.getFieldInstance(fieldPath(path)) !== undefined);
  const byPath = Map.groupBy(known, ({ path }) => path);
  form.setFields(
    [...byPath].map(([path, list]) => ({ name: fieldPath(path), errors: list.map((e) => e.detail) })),
  );
  const first = known[0];
  if (first) form.scrollToField(fieldPath(first.path), { focus: true });
  return known.length === error.errors.length ? null : error;
}
