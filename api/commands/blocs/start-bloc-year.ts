import { count, eq } from 'drizzle-orm';
import { leaderOfYearBefore } from '../../../db/blocs/leaders.ts';
import { blocProcess } from '../../../db/blocs/process.ts';
import { blocCriteria, blocSheets, blocStageEnum, blocYears } from '../../../db/schema/index.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import type { StartBlocYearRequest } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { organises, visibleBlocYear } from '../../policies/blocs.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { lockBlocYear, membersOf, requireDraft } from './bloc-guards.ts';

/**
 * Starts a bloc's year: its process asks for the handing over at once, then for the pledge, the scores and the vote.
 * @throws ApiError bloc_year_not_found, forbidden, bloc_date_past, bloc_year_not_draft, bloc_criteria_missing,
 *   process_not_deployed
 */
export async function startBlocYear(
  context: CommandContext,
  { blocYearId, ...due }: StartBlocYearRequest & { blocYearId: string },
): Promise<void> {
  const { db, actor, today } = context;
  const { organiserId } = await visibleBlocYear(context, blocYearId);
  if (!organises(actor, organiserId)) throw new ApiError('forbidden');
  for (const [date, after] of [
    [due.pledgesDue, today],
    [due.selfScoresDue, due.pledgesDue],
    [due.checksDue, due.selfScoresDue],
  ] as const)
    if (date < after) throw new ApiError('bloc_date_past', { parameters: { date } });
  const instanceId = await db.transaction(async (tx) => {
    const blocYear = await lockBlocYear(tx, blocYearId);
    requireDraft(blocYear);
    const [criteria] = await tx
      .select({ count: count() })
      .from(blocCriteria)
      .where(eq(blocCriteria.blocYearId, blocYearId));
    if (!criteria?.count) throw new ApiError('bloc_criteria_missing');
    const members = await membersOf(tx, blocYearId);
    const leader = members.find(({ role }) => role === 'leader');
    if (!leader) throw new Error(`bloc year ${blocYearId} has no leader`);
    await tx
      .insert(blocSheets)
      .values(
        members.flatMap(({ id: memberId }) => blocStageEnum.enumValues.map((stage) => ({ memberId, stage }))),
      );
    const before = await leaderOfYearBefore(tx, blocYear);
    const started = await startInstance(tx, context, blocProcess, {
      blocYearId,
      leader: leader.unitId,
      // Nothing is handed over where the same leader goes on.
      handsOver: before !== leader.unitId,
      members: members.map(({ unitId }) => unitId),
      checkers: [...new Set(members.map(({ checkerId }) => checkerId))],
      pledgesDue: endOfTerm(due.pledgesDue),
      selfScoresDue: endOfTerm(due.selfScoresDue),
      checksDue: endOfTerm(due.checksDue),
    });
    await tx
      .update(blocYears)
      .set({ status: 'running', instanceId: started })
      .where(eq(blocYears.id, blocYearId));
    await writeAudit(tx, context, {
      action: 'bloc.start_year',
      subjectKind: 'bloc_year',
      subjectId: blocYearId,
      details: { instanceId: started, ...due },
    });
    return started;
  });
  context.deliver(instanceId);
}
