import { InstanceEndedError } from '../../db/outbox.ts';
import { BoxError } from '../ballot-box.ts';
import { ApiError } from '../errors.ts';

/** PostgreSQL: connection lost or refused, server shutting down or starting, too many connections. */
const unavailable = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)$/;

/** The refusal an exception stands for; undefined for a failure nobody foresaw. */
export function apiErrorOf(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof BoxError) return new ApiError(error.code);
  if (error instanceof InstanceEndedError) return new ApiError('instance_ended');
  if (unavailable.test(databaseCode(error) ?? '')) return new ApiError('database_unavailable');
  return undefined;
}

/** Code of the PostgreSQL or socket error behind an exception; drizzle wraps it as its cause. */
export function databaseCode(error: unknown): string | undefined {
  const source = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return source instanceof Error && 'code' in source && typeof source.code === 'string'
    ? source.code
    : undefined;
}

/** Name of the unique index that refused an insert, e.g. `nominations_person_once`. */
export function violatedIndex(error: unknown): string | undefined {
  if (databaseCode(error) !== '23505') return undefined;
  const source = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return source instanceof Error && 'constraint' in source ? String(source.constraint) : undefined;
}
