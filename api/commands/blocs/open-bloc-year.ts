import { inArray, sql } from 'drizzle-orm';
import { advisoryLocks } from '../../../db/advisory-locks.ts';
import type { Executor } from '../../../db/client.ts';
import { blocMembers, blocYears, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { NewBlocYear } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { organises, visibleBloc } from '../../policies/blocs.ts';
import { writeAudit } from '../audit.ts';

/**
 * Opens a year of a bloc with its members and what its regulation says, as a draft; or puts a past one on record. Returns its id.
 * @throws ApiError bloc_not_found, forbidden, unit_not_found, bloc_member_twice, bloc_leader_needed, bloc_checker_unfit,
 *   bloc_year_taken
 */
export async function openBlocYear(
  context: CommandContext,
  { blocId, members, quorum, recorded, ...rules }: NewBlocYear & { blocId: string },
): Promise<string> {
  const { db, actor, now } = context;
  const { organiserId } = await visibleBloc(context, blocId);
  if (!organises(actor, organiserId)) throw new ApiError('forbidden');
  const placed = withCheckers(members);
  await requireUnits(db, members);
  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(blocYears)
      .values({
        ...rules,
        blocId,
        code: await nextCode(tx, rules.year),
        status: recorded ? 'recorded' : 'draft',
        quorumNumerator: quorum.numerator,
        quorumDenominator: quorum.denominator,
        createdBy: actor.accountId,
        createdAt: now,
      })
      .onConflictDoNothing({ target: [blocYears.blocId, blocYears.year] })
      .returning({ id: blocYears.id, code: blocYears.code });
    if (!created) throw new ApiError('bloc_year_taken', { parameters: { year: rules.year } });
    await tx.insert(blocMembers).values(placed.map((member) => ({ ...member, blocYearId: created.id })));
    await writeAudit(tx, context, {
      action: 'bloc.open_year',
      subjectKind: 'bloc_year',
      subjectId: created.id,
      details: { code: created.code, blocId, year: rules.year, recorded, members: placed },
    });
    return created.id;
  });
}

type Member = NewBlocYear['members'][number];
type Placed = Omit<Member, 'checkerId'> & { checkerId: string; position: number };

/**
 * Who checks whom: as it is said, else the leader the others, and the first deputy, or the first other member, the leader.
 * No law says so; it is the organiser's choice.
 * @throws ApiError bloc_member_twice, bloc_leader_needed, bloc_checker_unfit
 */
function withCheckers(members: readonly Member[]): Placed[] {
  const ids = new Set(members.map(({ unitId }) => unitId));
  if (ids.size < members.length) throw new ApiError('bloc_member_twice');
  const [leader, second] = members.filter(({ role }) => role === 'leader');
  if (!leader || second) throw new ApiError('bloc_leader_needed');
  const checksLeader =
    members.find(({ role }) => role === 'deputy') ?? members.find(({ role }) => role === 'member');
  if (!checksLeader) throw new Error('a bloc has two members at least');
  return members.map((member, position) => {
    const usual = member === leader ? checksLeader : leader;
    const checkerId = member.checkerId ?? usual.unitId;
    if (checkerId === member.unitId || !ids.has(checkerId)) throw new ApiError('bloc_checker_unfit');
    return { ...member, checkerId, position };
  });
}

/** @throws ApiError unit_not_found */
async function requireUnits(db: Executor, members: readonly Member[]): Promise<void> {
  const wanted = members.map(({ unitId }) => unitId);
  const found = await db.select({ id: units.id }).from(units).where(inArray(units.id, wanted));
  if (found.length < wanted.length) throw new ApiError('unit_not_found');
}

async function nextCode(tx: Executor, year: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.blocYearCode})`);
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from bloc_years where year = ${year}`,
  );
  return `KTD-${year}-${(rows[0]?.count ?? 0) + 1}`;
}
