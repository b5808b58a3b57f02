import { desc, eq } from 'drizzle-orm';
import { roleHolders } from '../../db/roles/role-holders.ts';
import { dossiers, referrals } from '../../db/schema/index.ts';
import { writeNotices } from '../notices.ts';
import { header, type JobContext, type TransactionalJob } from './job.ts';
import { rejectionReason } from './rejection-reason.ts';
import { returnReason } from './return-reason.ts';

const kinds = ['returned', 'rejected', 'withdrawn', 'issued', 'reminder'] as const;
type Kind = (typeof kinds)[number];

/** `send-notice` (header `notice`): tells the proposing unit what happened; a `reminder` goes to the council's secretaries. */
export const sendNotice: TransactionalJob = async (context) => {
  const { tx, dossier, job, now } = context;
  const kind = header(job, 'notice', kinds);
  const accountIds = kind === 'reminder' ? await secretaries(context) : await proposers(context);
  const notices = await writeNotices(
    tx,
    { kind, accountIds, subjectId: dossier.id, reason: await reasonOf(context, kind) },
    now,
  );
  return { notices };
};

async function proposers({ tx, dossier, today }: JobContext): Promise<string[]> {
  const clerks = await roleHolders(tx, { role: 'clerk', unitId: dossier.unitId, councilId: null }, today);
  return [...new Set([dossier.createdBy, ...clerks])];
}

async function secretaries({ tx, dossier, today }: JobContext): Promise<string[]> {
  const [referral] = await tx
    .select({ councilId: referrals.councilId })
    .from(referrals)
    .where(eq(referrals.subjectId, dossier.id))
    .orderBy(desc(referrals.createdAt))
    .limit(1);
  return referral
    ? roleHolders(tx, { role: 'secretary', unitId: null, councilId: referral.councilId }, today)
    : [];
}

async function reasonOf({ tx, dossier }: JobContext, kind: Kind): Promise<string | null> {
  if (kind === 'returned') return returnReason(tx, dossier.id);
  if (kind === 'rejected') return rejectionReason(tx, dossier.id);
  if (kind === 'withdrawn') {
    const [row] = await tx
      .select({ endReason: dossiers.endReason })
      .from(dossiers)
      .where(eq(dossiers.id, dossier.id));
    return row?.endReason ?? null;
  }
  return null;
}
