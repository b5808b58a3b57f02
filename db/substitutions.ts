import { and, gte, isNull, lte, type SQL, type SQLWrapper } from 'drizzle-orm';
import { substitutions } from './schema/index.ts';

/** Condition on `substitutions`: it holds on the day. */
export const holdsOn = (today: string | SQLWrapper): SQL | undefined =>
  and(lte(substitutions.validFrom, today), gte(substitutions.validTo, today), isNull(substitutions.endedAt));
