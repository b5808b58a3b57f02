import { and, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import {
  accounts,
  councils,
  documents,
  people,
  roleGrants,
  subjects,
  substitutedGrants,
  substitutions,
  tasks,
  units,
} from '../../db/schema/index.ts';
import { holdsOn } from '../../db/substitutions.ts';
import type { Actor } from './actor.ts';
import { subjectVisibleTo } from './subjects.ts';

/** Condition on `substitutions`: the actor is the one substituted or the one who substitutes. */
export const isPartyTo = ({ accountId }: Pick<Actor, 'accountId'>): SQL | undefined =>
  or(eq(substitutions.holderId, accountId), eq(substitutions.substituteId, accountId));

/**
 * Condition on `documents`: is it the paper of a substitution that the actor gave or was given, or by which something was decided
 * that the actor may read?
 */
export const isAuthorityOfVisibleAct = (actor: Actor, today: string): SQL =>
  sql`exists (select from ${substitutions} where ${substitutions.documentId} = ${documents.id} and (${isPartyTo(actor)}
    or exists (select from ${tasks} join ${subjects} on ${subjects.id} = ${tasks.subjectId}
      where ${tasks.decidedUnder} = ${substitutions.id} and (${subjectVisibleTo(actor, today)}))))`;

/**
 * The actor as substitute of another: with the roles of the holder that the substitution names and the holder has today, and with none
 * of the actor's own. So every act is either one's own or another's, never both. An actor whose substitution is over acts for themselves.
 */
export async function actingFor(
  db: Executor,
  actor: Actor,
  substitutionId: string,
  today: string,
): Promise<Actor> {
  const rows = await db
    .select({
      substitution: substitutions,
      holder: people.fullName,
      grant: {
        id: roleGrants.id,
        role: roleGrants.role,
        validFrom: roleGrants.validFrom,
        validTo: roleGrants.validTo,
      },
      unit: { id: units.id, code: units.code, name: units.name, nameEn: units.nameEn },
      council: { id: councils.id, name: councils.name },
    })
    .from(substitutions)
    .innerJoin(accounts, eq(accounts.id, substitutions.holderId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(substitutedGrants, eq(substitutedGrants.substitutionId, substitutions.id))
    .innerJoin(roleGrants, eq(roleGrants.id, substitutedGrants.grantId))
    .leftJoin(units, eq(units.id, roleGrants.unitId))
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .where(
      and(
        eq(substitutions.id, substitutionId),
        eq(substitutions.substituteId, actor.accountId),
        holdsOn(today),
        isNull(accounts.disabledAt),
        lte(roleGrants.validFrom, today),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today)),
      ),
    );
  const [first] = rows;
  if (!first) return actor;
  const { holderId, validTo, paper } = first.substitution;
  return {
    ...actor,
    grants: rows.map(({ grant, unit, council }) => ({ ...grant, unit, council })),
    onBehalfOf: { substitutionId, accountId: holderId, fullName: first.holder, validTo, paper },
  };
}
