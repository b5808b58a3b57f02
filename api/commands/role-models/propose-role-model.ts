import { and, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { advisoryLocks } from '../../../db/advisory-locks.ts';
import type { Executor } from '../../../db/client.ts';
import { blocMembers, people, positions, roleModels, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { NewRoleModel } from '../../contract/role-models.ts';
import { ApiError } from '../../errors.ts';
import { visibleBlocYear } from '../../policies/blocs.ts';
import { coversUnit, unitsBelow } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { setAwards } from './role-model-guards.ts';

/**
 * Proposes a role model (điển hình tiên tiến) of a unit, or of a bloc's year that the unit is a member of, as a draft. Returns its id.
 * @throws ApiError forbidden, unit_not_found, bloc_year_not_found, bloc_unit_not_member, role_model_nominee_unfit,
 *   role_model_award_unfit
 */
export async function proposeRoleModel(context: CommandContext, props: NewRoleModel): Promise<string> {
  const { db, actor, now } = context;
  const { awardIds, ...proposal } = props;
  if (!(await coversUnit(db, actor, ['clerk'], props.unitId))) throw new ApiError('forbidden');
  if (props.blocYearId !== null) await requireMember(context, props.blocYearId, props.unitId);
  const nominee = await nomineeOf(context, props);
  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(roleModels)
      .values({
        ...proposal,
        ...nominee,
        code: await nextCode(tx, props.year),
        createdBy: actor.accountId,
        createdAt: now,
      })
      .returning();
    if (!created) throw new Error('insert of a role model returned no row');
    await setAwards(tx, created, awardIds);
    await writeAudit(tx, context, {
      action: 'role_model.propose',
      subjectKind: 'role_model',
      subjectId: created.id,
      details: { code: created.code, unitId: props.unitId, blocYearId: props.blocYearId, awardIds },
    });
    return created.id;
  });
}

/** @throws ApiError bloc_year_not_found, bloc_unit_not_member */
async function requireMember(context: CommandContext, blocYearId: string, unitId: string): Promise<void> {
  await visibleBlocYear(context, blocYearId);
  const [member] = await context.db
    .select({ id: blocMembers.id })
    .from(blocMembers)
    .where(and(eq(blocMembers.blocYearId, blocYearId), eq(blocMembers.unitId, unitId)));
  if (!member) throw new ApiError('bloc_unit_not_member');
}

/** Name and post of whoever sets the example, who belongs to the proposing unit. @throws ApiError role_model_nominee_unfit */
async function nomineeOf(
  { db, today }: CommandContext,
  { unitId, personId, collectiveId }: NewRoleModel,
): Promise<{ name: string; post: string }> {
  const below = unitsBelow([unitId]);
  if (personId === null) {
    const [collective] = await db
      .select({ name: units.name })
      .from(units)
      .where(and(eq(units.id, collectiveId ?? unitId), inArray(units.id, below)));
    if (!collective) throw new ApiError('role_model_nominee_unfit');
    return { name: collective.name, post: '' };
  }
  const [person] = await db
    .select({ name: people.fullName, post: positions.title })
    .from(positions)
    .innerJoin(people, eq(people.id, positions.personId))
    .where(
      and(
        eq(positions.personId, personId),
        inArray(positions.unitId, below),
        lte(positions.validFrom, today),
        or(isNull(positions.validTo), gte(positions.validTo, today)),
      ),
    )
    .orderBy(desc(positions.validFrom))
    .limit(1);
  if (!person) throw new ApiError('role_model_nominee_unfit');
  return person;
}

async function nextCode(tx: Executor, year: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.roleModelCode})`);
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from role_models where year = ${year}`,
  );
  return `DHTT-${year}-${(rows[0]?.count ?? 0) + 1}`;
}
