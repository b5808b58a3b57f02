import { and, desc, eq, isNull } from 'drizzle-orm';
import { roleHolders } from '../../../db/roles/role-holders.ts';
import { accounts, initiativeAuthors, referrals } from '../../../db/schema/index.ts';
import { writeNotices } from '../../notices.ts';
import { forInitiative, header, type InitiativeJobContext } from '../job.ts';
import { returnReason } from '../return-reason.ts';

const kinds = ['returned', 'rejected', 'withdrawn', 'issued', 'reminder'] as const;

/**
 * `tell-of-initiative` (header `notice`): tells the authors and the clerks of their unit what happened; a `reminder` goes to the
 * secretaries of the council that has the application.
 */
export const tellOfInitiative = forInitiative(async (context) => {
  const { tx, application, job, now } = context;
  const kind = header(job, 'notice', kinds);
  const accountIds = kind === 'reminder' ? await secretaries(context) : await concerned(context);
  const reason = kind === 'returned' ? await returnReason(tx, application.id) : application.endReason;
  return { notices: await writeNotices(tx, { kind, accountIds, subjectId: application.id, reason }, now) };
});

async function concerned({ tx, application, today }: InitiativeJobContext): Promise<string[]> {
  const authors = await tx
    .select({ id: accounts.id })
    .from(initiativeAuthors)
    .innerJoin(accounts, eq(accounts.personId, initiativeAuthors.personId))
    .where(and(eq(initiativeAuthors.applicationId, application.id), isNull(accounts.disabledAt)));
  const clerks = await roleHolders(tx, { role: 'clerk', unitId: application.unitId, councilId: null }, today);
  return [...new Set([application.createdBy, ...authors.map(({ id }) => id), ...clerks])];
}

async function secretaries({ tx, application, today }: InitiativeJobContext): Promise<string[]> {
  const [referral] = await tx
    .select({ councilId: referrals.councilId })
    .from(referrals)
    .where(eq(referrals.subjectId, application.id))
    .orderBy(desc(referrals.createdAt))
    .limit(1);
  return referral
    ? roleHolders(tx, { role: 'secretary', unitId: null, councilId: referral.councilId }, today)
    : [];
}
