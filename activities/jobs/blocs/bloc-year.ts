import { and, asc, eq, inArray } from 'drizzle-orm';
import { namedMembers } from '../../../db/blocs/named.ts';
import type { Executor } from '../../../db/client.ts';
import {
  agendaItems,
  blocMembers,
  blocSheets,
  blocYears,
  councils,
  emulationBlocs,
  referrals,
} from '../../../db/schema/index.ts';
import { JobError, type SubjectJob } from '../job.ts';

/** `reopen-bloc-checks`: the scores were returned; whoever checks may change the sheets again. */
export const reopenBlocChecks: SubjectJob = async ({ tx, subject }) => {
  const ids = (await membersOf(tx, subject.id)).map(({ id }) => id);
  await tx
    .update(blocSheets)
    .set({ handedInAt: null })
    .where(and(inArray(blocSheets.memberId, ids), eq(blocSheets.stage, 'check')));
  return {};
};

/**
 * `refer-bloc-members`: puts the members of a bloc's year before its council, by the share, quorum and number of flags that its
 * regulation sets, and answers `referralId`, which the process waits for. Whom the vote ranks within the flags has passed.
 */
export const referBlocMembers: SubjectJob = async ({ tx, instanceId, subject, job, now, today }) => {
  const [found] = await tx
    .select({ blocYear: blocYears, council: councils })
    .from(blocYears)
    .innerJoin(emulationBlocs, eq(emulationBlocs.id, blocYears.blocId))
    .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
    .where(eq(blocYears.id, subject.id));
  if (!found) throw new JobError('not_a_bloc_year', `${job.element}: this job needs a bloc’s year.`);
  const { blocYear, council } = found;
  if (council.validTo !== null && council.validTo < today)
    throw new JobError('council_ended', `${council.name} is no longer in office.`);
  const [referral] = await tx
    .insert(referrals)
    .values({
      instanceId,
      job: job.job,
      subjectId: subject.id,
      councilId: council.id,
      level: council.level,
      denominator: 'total_members',
      sharePercent: blocYear.sharePercent,
      shareStrict: blocYear.shareStrict,
      quorumNumerator: blocYear.quorumNumerator,
      quorumDenominator: blocYear.quorumDenominator,
      citation: blocYear.regulation,
      quota: blocYear.flags,
      createdAt: now,
    })
    .returning({ id: referrals.id });
  if (!referral) throw new Error('insert of a referral returned no row');
  const members = await membersOf(tx, subject.id);
  await tx
    .insert(agendaItems)
    .values(members.map(({ id }) => ({ referralId: referral.id, blocMemberId: id })));
  return { variables: { referralId: referral.id } };
};

/** `find-named-members`: answers `named`, the units that the vote named for the flag. */
export const findNamedMembers: SubjectJob = async ({ tx, subject }) => ({
  variables: { named: (await namedMembers(tx, [subject.id])).map(({ unitId }) => unitId) },
});

/** `close-bloc-year`: the year is over. */
export const closeBlocYear: SubjectJob = async ({ tx, subject }) => {
  await tx.update(blocYears).set({ status: 'closed' }).where(eq(blocYears.id, subject.id));
  return {};
};

const membersOf = (tx: Executor, blocYearId: string) =>
  tx
    .select({ id: blocMembers.id })
    .from(blocMembers)
    .where(eq(blocMembers.blocYearId, blocYearId))
    .orderBy(asc(blocMembers.position));
