import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { councils, documents, roleGrants, substitutedGrants, substitutions } from '../../db/schema/index.ts';
import { holdsOn } from '../../db/substitutions.ts';
import type { CommandContext } from '../context.ts';
import type { Substitution } from '../contract/substitutions.ts';
import { isPartyTo } from '../policies/acting.ts';
import { documentColumns, isoOrNull, personAs, unitAs } from './references.ts';

/** Substitutions that the actor gave or was given, the newest first. */
export async function findSubstitutions({
  db,
  actor,
  today,
}: Pick<CommandContext, 'db' | 'actor' | 'today'>) {
  const holder = personAs('holder');
  const substitute = personAs('substitute');
  const place = unitAs('place');
  const rows = await db
    .select({
      substitution: substitutions,
      holder: holder.columns,
      substitute: substitute.columns,
      active: sql<boolean>`${holdsOn(today)}`,
      document: documentColumns,
    })
    .from(substitutions)
    .innerJoin(holder.account, eq(holder.account.id, substitutions.holderId))
    .innerJoin(holder.person, eq(holder.person.id, holder.account.personId))
    .innerJoin(substitute.account, eq(substitute.account.id, substitutions.substituteId))
    .innerJoin(substitute.person, eq(substitute.person.id, substitute.account.personId))
    .leftJoin(documents, eq(documents.id, substitutions.documentId))
    .where(isPartyTo(actor))
    .orderBy(desc(substitutions.createdAt), asc(substitutions.id))
    .limit(200);
  const roles = await db
    .select({
      substitutionId: substitutedGrants.substitutionId,
      role: roleGrants.role,
      unit: place.columns,
      council: { id: councils.id, name: councils.name },
    })
    .from(substitutedGrants)
    .innerJoin(roleGrants, eq(roleGrants.id, substitutedGrants.grantId))
    .leftJoin(place.unit, eq(place.unit.id, roleGrants.unitId))
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .where(
      inArray(
        substitutedGrants.substitutionId,
        rows.map(({ substitution: { id } }) => id),
      ),
    );
  const items = rows.map(
    ({
      substitution: { id, holderId, validFrom, validTo, paper, endsWhenHolderActs, ...end },
      ...row
    }): Substitution => ({
      id,
      given: holderId === actor.accountId,
      ...row,
      ...{ validFrom, validTo, paper, endsWhenHolderActs },
      roles: roles.flatMap(({ substitutionId, ...role }) => (substitutionId === id ? [role] : [])),
      endedAt: isoOrNull(end.endedAt),
      endReason: end.endReason,
    }),
  );
  return { items, total: items.length };
}
