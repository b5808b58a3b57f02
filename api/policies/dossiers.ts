import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { lastingHold } from '../../db/holds.ts';
import { idArray } from '../../db/id-array.ts';
import {
  dossierHolds,
  dossiers,
  postingComments,
  publicPostings,
  referrals,
  tasks,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';
import { moderates } from './postings.ts';
import { candidateOf } from './tasks.ts';

export type Dossier = typeof dossiers.$inferSelect;

/** A dossier in these states was submitted and is not decided: somebody still works on it. */
export const underWay = ['running', 'returned', 'on_hold'] as const satisfies Dossier['status'][];
export const isUnderWay = ({ status }: Pick<Dossier, 'status'>): boolean =>
  underWay.some((state) => state === status);

/** Who reads, in a transaction or outside one. */
type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/**
 * Condition on `dossiers`: may the actor read the row? A draft is the business of the proposing unit's clerks; once
 * submitted, also of whoever holds a role on its path: units above the proposer, units with a task in it, councils it
 * was referred to.
 */
export function dossierVisibleTo(actor: Actor): SQL | undefined {
  const anyUnit = unitsBelow(unitsOfRoles(actor, unitRoles));
  const councils = councilsOfRoles(actor, ['member', 'secretary']);
  return or(
    eq(dossiers.createdBy, actor.accountId),
    inArray(dossiers.unitId, unitsBelow(unitsOfRoles(actor, ['clerk', 'admin']))),
    and(
      ne(dossiers.status, 'draft'),
      or(
        inArray(dossiers.unitId, anyUnit),
        sql`exists (select from ${tasks} where ${tasks.subjectId} = ${dossiers.id} and (
          ${tasks.candidateUnitId} in ${anyUnit} or ${tasks.candidateCouncilId} = any(${idArray(councils)})))`,
        sql`exists (select from ${referrals} where ${referrals.subjectId} = ${dossiers.id}
          and ${referrals.councilId} = any(${idArray(councils)}))`,
      ),
    ),
  );
}

/** The dossier, if the actor may read it; else undefined. */
export async function findVisibleDossier(context: Reader, dossierId: string): Promise<Dossier | undefined> {
  const [dossier] = await context.db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.id, dossierId), dossierVisibleTo(context.actor)));
  return dossier;
}

/** The dossier, if the actor may read it. @throws ApiError dossier_not_found, also where it only is hidden */
export async function visibleDossier(context: Reader, dossierId: string): Promise<Dossier> {
  const dossier = await findVisibleDossier(context, dossierId);
  if (!dossier) throw new ApiError('dossier_not_found');
  return dossier;
}

/** Is the actor a clerk of the proposing unit (or of one above it)? */
export function keepsDossier(db: Executor, actor: Actor, dossier: Pick<Dossier, 'unitId'>): Promise<boolean> {
  return coversUnit(db, actor, ['clerk'], dossier.unitId);
}

/** May the actor hold the dossier: a clerk or administrator of the proposing unit, or of one above it. */
export function mayHold(db: Executor, actor: Actor, dossier: Pick<Dossier, 'unitId'>): Promise<boolean> {
  return coversUnit(db, actor, ['clerk', 'admin'], dossier.unitId);
}

/**
 * May the actor resume the dossier? Who may hold it; but where a complaint was accepted, whoever moderates that posting, or an
 * administrator: the unit complained about does not close the examination itself.
 */
export async function mayResume(
  db: Executor,
  actor: Actor,
  dossier: Pick<Dossier, 'id' | 'unitId'>,
): Promise<boolean> {
  const [complaint] = await db
    .select({ unitId: publicPostings.unitId })
    .from(dossierHolds)
    .innerJoin(postingComments, eq(postingComments.id, dossierHolds.complaintId))
    .innerJoin(publicPostings, eq(publicPostings.id, postingComments.postingId))
    .where(lastingHold(dossier.id));
  if (!complaint) return mayHold(db, actor, dossier);
  return moderates(actor, complaint) || coversUnit(db, actor, ['admin'], dossier.unitId);
}

/** The dossier, for a command of who may resume it. @throws ApiError dossier_not_found, forbidden */
export async function dossierOfResumer(context: CommandContext, dossierId: string): Promise<Dossier> {
  const dossier = await visibleDossier(context, dossierId);
  if (!(await mayResume(context.db, context.actor, dossier))) throw new ApiError('forbidden');
  return dossier;
}

/** The dossier, for a command of who may hold it. @throws ApiError dossier_not_found, forbidden */
export async function dossierOfKeeper(context: CommandContext, dossierId: string): Promise<Dossier> {
  const dossier = await visibleDossier(context, dossierId);
  if (!(await mayHold(context.db, context.actor, dossier))) throw new ApiError('forbidden');
  return dossier;
}

/** The dossier, for a command of the proposing unit's clerk. @throws ApiError dossier_not_found, forbidden */
export async function dossierOfClerk(context: CommandContext, dossierId: string): Promise<Dossier> {
  const dossier = await visibleDossier(context, dossierId);
  if (!(await keepsDossier(context.db, context.actor, dossier))) throw new ApiError('forbidden');
  return dossier;
}

/** Does the actor work on the dossier: keep it for the proposing unit, or have an open task in it? */
export async function worksOn(
  db: Executor,
  actor: Actor,
  dossier: Pick<Dossier, 'id' | 'unitId'>,
): Promise<boolean> {
  if (await mayHold(db, actor, dossier)) return true;
  const [task] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(eq(tasks.subjectId, dossier.id), inArray(tasks.status, ['open', 'claimed']), candidateOf(actor)),
    )
    .limit(1);
  return task !== undefined;
}
