import { eq, like, sql } from 'drizzle-orm';
import { advisoryLocks } from '../../../db/advisory-locks.ts';
import type { Executor } from '../../../db/client.ts';
import { initiativeApplications, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RegisterInitiativeRequest } from '../../contract/initiatives.ts';
import { ApiError } from '../../errors.ts';
import { servingIn } from '../../policies/initiatives.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { requireContent, writeAuthors } from './author-guards.ts';

/**
 * Registers an initiative or research project as a draft: a clerk of the unit for its authors, or an author who serves there.
 * Returns its id.
 * @throws ApiError unit_not_found, forbidden, author_shares_off, person_not_found, initiative_author_elsewhere,
 *   initiative_year_ahead
 */
export async function registerInitiative(
  context: CommandContext,
  props: RegisterInitiativeRequest,
): Promise<string> {
  const { db, actor, now, today } = context;
  const { authors, unitId, ...content } = props;
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  const isAuthor = authors.some(({ personId }) => personId === actor.personId);
  const ownWork = isAuthor && (await servingIn(db, unitId, [actor.personId], today)).length > 0;
  if (!ownWork && !(await coversUnit(db, actor, ['clerk'], unitId))) throw new ApiError('forbidden');
  await requireContent(db, context, props);
  return db.transaction(async (tx) => {
    const code = await nextCode(tx, today.slice(0, 4));
    const [application] = await tx
      .insert(initiativeApplications)
      .values({ ...content, code, unitId, createdBy: actor.accountId, createdAt: now })
      .returning({ id: initiativeApplications.id });
    if (!application) throw new Error('insert of an application returned no row');
    await writeAuthors(tx, application.id, authors);
    await writeAudit(tx, context, {
      action: 'initiative.register',
      subjectKind: 'initiative',
      subjectId: application.id,
      details: { code, unitId, authors },
    });
    return application.id;
  });
}

/** The next code of a year; nobody else takes one until the transaction ends. */
async function nextCode(tx: Executor, year: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.initiativeCode})`);
  const [last] = await tx
    .select({
      number: sql<number>`coalesce(max(substring(${initiativeApplications.code} from '\\d+$')::int), 0)`,
    })
    .from(initiativeApplications)
    .where(like(initiativeApplications.code, `SK-${year}-%`));
  return `SK-${year}-${String((last?.number ?? 0) + 1).padStart(6, '0')}`;
}
