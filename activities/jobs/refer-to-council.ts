import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { boundLaw } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { appendEvent } from '../../db/outbox.ts';
import { postingBefore } from '../../db/postings.ts';
import { agendaItems, nominationResults, nominations, referrals } from '../../db/schema/index.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { postingRule } from '../../domain/law/posting.ts';
import {
  type AwardRule,
  awardRule,
  type RuleSet,
  type VoteLevel,
  type VoteRule,
  voteLevelSchema,
  voteRule,
} from '../../domain/law/rule-set.ts';
import { councilAtLevel } from '../places.ts';
import { header, type JobContext, JobError, type JobResult, type TransactionalJob } from './job.ts';

/** Does a council (or the staff) vote at the level? An organisation may say where (levels of council); the centre always does. */
function holdsCouncil({ own }: RuleSet, level: VoteLevel): boolean {
  if (level === 'central' || !own?.councilLevels) return true;
  return own.councilLevels.levels.includes(level);
}

/** How a council votes by the law that binds what it votes on; what no law says stays as the table has it, unconfirmed. */
export function councilRules(ruleSet: RuleSet): Partial<typeof referrals.$inferInsert> {
  const { principles, ...said } = ruleSet;
  return {
    writtenOpinionCounts: said.writtenOpinionCountsAsAttendance?.value,
    recusedLeave: said.recusedLeaveDenominator?.value,
    ballotRounds: said.ballotRounds?.value,
    proxiesAllowed: said.proxiesAllowed?.value,
    chairDecidesTies: said.chairDecidesTies?.value,
    womenFirst: principles?.womenFirst !== undefined,
  };
}

/** Share and quorum as a referral keeps them. */
export const sharesOf = ({ denominator, sharePercent, strict, quorum, citation, grade }: VoteRule) => ({
  denominator,
  sharePercent,
  shareStrict: strict,
  quorumNumerator: quorum.numerator,
  quorumDenominator: quorum.denominator,
  citation: `${citation} (${grade})`,
});

const quotaOf = ({ own }: RuleSet, award: string, level: VoteLevel): number | null =>
  own?.councilQuotas.find((quota) => quota.award === award && quota.level === level)?.count ?? null;

/** A level without a council lets pass what comes to it: the result that the stage waits for is sent at once. */
async function passUnvoted(tx: Executor, instanceId: string, passed: number): Promise<JobResult> {
  const referralId = randomUUID();
  await appendEvent(tx, {
    instanceId,
    event: {
      type: 'message',
      name: 'council-result',
      correlationKey: referralId,
      variables: { passed, failed: 0, returned: 0 },
    },
    accountId: null,
  });
  return { variables: { referralId } };
}

/** A council gets nothing whose public posting the law demands and that was not posted for as long. @throws JobError */
async function requirePosting(
  { tx, dossier }: Pick<JobContext, 'tx' | 'dossier'>,
  rule: AwardRule,
  level: VoteLevel,
): Promise<void> {
  if (postingRule(rule, level, dossier) && (await postingBefore(tx, dossier.id, level)) !== 'ended')
    throw new JobError(
      'posting_not_ended',
      'The public posting that the law demands before this council has not ended.',
    );
}

/**
 * `refer-to-council` (header `level`): puts the nominations still in play before the council of a level and answers
 * `referralId`, which the stage waits for. Nominations that already passed at this level are not put to it again.
 */
export const referToCouncil: TransactionalJob = async ({ tx, instanceId, dossier, job, now, today }) => {
  const level = header(job, 'level', voteLevelSchema.options);
  const law = await boundLaw(tx, dossier.id);
  if (!law) throw new JobError('no_rule_set', 'The dossier is bound to no rule-set.');
  const ruleSet = overlaid(law);
  const passedHere = tx
    .select({ one: sql`1` })
    .from(nominationResults)
    .where(
      and(
        eq(nominationResults.nominationId, nominations.id),
        eq(nominationResults.level, level),
        eq(nominationResults.status, 'passed'),
      ),
    );
  const referred = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(
      and(
        eq(nominations.dossierId, dossier.id),
        inArray(nominations.status, ['proposed', 'passed', 'returned']),
        notExists(passedHere),
      ),
    )
    .orderBy(asc(nominations.seq));
  if (referred.length === 0)
    throw new JobError('nothing_to_refer', 'No nomination of this dossier is left to vote on.');

  if (!holdsCouncil(ruleSet, level)) return passUnvoted(tx, instanceId, referred.length);
  const rule = awardRule(ruleSet, dossier.awardCode);
  await requirePosting({ tx, dossier }, rule, level);
  const councilId = await councilAtLevel(tx, dossier, level, today);
  const vote = voteRule(rule, level);

  const [referral] = await tx
    .insert(referrals)
    .values({
      instanceId,
      job: job.job,
      subjectId: dossier.id,
      councilId,
      level,
      ...sharesOf(vote),
      ...councilRules(ruleSet),
      quota: quotaOf(ruleSet, dossier.awardCode, level),
      createdAt: now,
    })
    .returning({ id: referrals.id });
  if (!referral) throw new Error('insert of a referral returned no row');
  await tx
    .insert(agendaItems)
    .values(referred.map(({ id }) => ({ referralId: referral.id, nominationId: id })));
  await tx
    .update(nominations)
    .set({ status: 'proposed', reason: null })
    .where(
      inArray(
        nominations.id,
        referred.map(({ id }) => id),
      ),
    );
  return { variables: { referralId: referral.id } };
};
