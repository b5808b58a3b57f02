import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** The day it is in Vietnam, for questions that no act with a `now` of its own asks. */
const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Condition on a stretch of days, the last one included and open where it is null: does it hold today? */
export const holdsToday = ({ validFrom, validTo }: { validFrom: SQLWrapper; validTo: SQLWrapper }): SQL =>
  sql`(${validFrom} <= ${today} and coalesce(${validTo} >= ${today}, true))`;
