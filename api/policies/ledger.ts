import { eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { people, personMatches, positions } from '../../db/schema/index.ts';
import type { Role } from '../contract/common.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { unitRoles, unitsBelow } from './places.ts';

/** Condition on a person, `people` where none is named: served, at any time, in a unit on which the actor holds one of the roles. */
export function servedUnder(actor: Actor, roles: readonly Role[], personId: SQLWrapper = people.id): SQL {
  return sql`exists (select from ${positions} where ${positions.personId} = ${personId}
    and ${positions.unitId} in ${unitsBelow(unitsOfRoles(actor, roles))})`;
}

/** Condition on `people`: may the actor read the ledger? One's own, and that of whoever served in the actor's units. */
export function ledgerVisibleTo(actor: Actor): SQL | undefined {
  return or(eq(people.id, actor.personId), servedUnder(actor, unitRoles));
}

/** Condition on `person_matches`: does the actor keep the ledger of one of the two? */
export function matchKeptBy(actor: Actor): SQL | undefined {
  const keepers = ['clerk', 'appraiser', 'admin'] as const;
  return or(
    servedUnder(actor, keepers, personMatches.personA),
    servedUnder(actor, keepers, personMatches.personB),
  );
}
