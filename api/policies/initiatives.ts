import { and, eq, gte, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { initiativeApplications, initiativeAuthors, positions, referrals } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

export type Application = typeof initiativeApplications.$inferSelect;
type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/** Statuses in which an application is on its way. */
export const underWay = ['running', 'returned'] as const satisfies readonly Application['status'][];
export const isUnderWay = ({ status }: Pick<Application, 'status'>): boolean =>
  (underWay as readonly string[]).includes(status);

const isAuthor = (personId: string): SQL =>
  sql`exists (select from ${initiativeAuthors}
    where ${initiativeAuthors.applicationId} = ${initiativeApplications.id} and ${initiativeAuthors.personId} = ${personId})`;

/**
 * Condition on `initiative_applications`: may the actor read the row? Its authors and the unit's clerks may; once it was submitted also
 * whoever holds a role on the unit or above it, or a seat on the council that considers it.
 */
export function applicationVisibleTo(actor: Actor): SQL | undefined {
  const councils = councilsOfRoles(actor, ['member', 'secretary']);
  return or(
    eq(initiativeApplications.createdBy, actor.accountId),
    isAuthor(actor.personId),
    inArray(initiativeApplications.unitId, unitsBelow(unitsOfRoles(actor, ['clerk', 'admin']))),
    and(
      ne(initiativeApplications.status, 'draft'),
      or(
        inArray(initiativeApplications.unitId, unitsBelow(unitsOfRoles(actor, unitRoles))),
        sql`exists (select from ${referrals} where ${referrals.subjectId} = ${initiativeApplications.id}
          and ${referrals.councilId} = any(${idArray(councils)}))`,
      ),
    ),
  );
}

/** The application, if the actor may read it. @throws ApiError initiative_not_found, also where it only is hidden */
export async function visibleApplication({ db, actor }: Reader, applicationId: string): Promise<Application> {
  const [application] = await db
    .select()
    .from(initiativeApplications)
    .where(and(eq(initiativeApplications.id, applicationId), applicationVisibleTo(actor)));
  if (!application) throw new ApiError('initiative_not_found');
  return application;
}

/** Does the actor keep the application: as an author, or as a clerk of its unit or one above it? */
export async function keepsApplication({ db, actor }: Reader, application: Application): Promise<boolean> {
  if (application.createdBy === actor.accountId) return true;
  const [author] = await db
    .select({ id: initiativeAuthors.personId })
    .from(initiativeAuthors)
    .where(
      and(
        eq(initiativeAuthors.applicationId, application.id),
        eq(initiativeAuthors.personId, actor.personId),
      ),
    );
  return author !== undefined || coversUnit(db, actor, ['clerk'], application.unitId);
}

/** The application, for those who keep it. @throws ApiError initiative_not_found, forbidden */
export async function keptApplication(context: Reader, applicationId: string): Promise<Application> {
  const application = await visibleApplication(context, applicationId);
  if (!(await keepsApplication(context, application))) throw new ApiError('forbidden');
  return application;
}

/** People of those given who serve in the unit or below it on the day. */
export async function servingIn(
  db: Executor,
  unitId: string,
  personIds: string[],
  today: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: positions.personId })
    .from(positions)
    .where(
      and(
        inArray(positions.personId, personIds),
        inArray(positions.unitId, unitsBelow([unitId])),
        lte(positions.validFrom, today),
        or(isNull(positions.validTo), gte(positions.validTo, today)),
      ),
    );
  return rows.map(({ id }) => id);
}
