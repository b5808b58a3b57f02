import { eq } from 'drizzle-orm';
import { lastingHold } from '../../db/holds.ts';
import { leavePapers } from '../../db/papers/leave-papers.ts';
import { dossierHolds, dossiers } from '../../db/schema/index.ts';
import type { JobContext } from './job.ts';

type Dossier = typeof dossiers.$inferSelect;
const underWay: Dossier['status'][] = ['running', 'returned', 'decided', 'issued'];

/**
 * Gives a dossier another status. One that is on hold stays so and has the other status when it is resumed, unless it has
 * come to its end: that ends the hold too.
 */
export async function moveDossier(
  context: Pick<JobContext, 'tx' | 'dossier' | 'now'>,
  changes: Pick<Dossier, 'status'> & Partial<Pick<Dossier, 'endReason'>>,
): Promise<void> {
  const { tx, dossier } = context;
  if (dossier.status === 'on_hold') {
    if (underWay.includes(changes.status)) {
      await tx.update(dossierHolds).set({ statusBefore: changes.status }).where(lastingHold(dossier.id));
      return;
    }
    await endHold(context, changes.endReason ?? changes.status);
  }
  await tx.update(dossiers).set(changes).where(eq(dossiers.id, dossier.id));
}

/**
 * An administrator ended the dossier's process before its end: the dossier is out of it, for the reason that was given, and
 * no longer on hold. One whose decision went out stays issued, also where it is on hold: its awards stand in the ledger until
 * they are revoked there.
 */
export async function withdrawCancelled(
  context: Pick<JobContext, 'tx' | 'dossier' | 'now'>,
  endReason: string,
): Promise<void> {
  const { tx, dossier, now } = context;
  const [hold] = await tx.select().from(dossierHolds).where(lastingHold(dossier.id));
  const issued = (hold?.statusBefore ?? dossier.status) === 'issued';
  if (!issued) await leavePapers(tx, dossier.id, endReason, now);
  if (hold) await endHold(context, endReason);
  await tx
    .update(dossiers)
    .set(issued ? { status: 'issued' } : { status: 'withdrawn', endReason })
    .where(eq(dossiers.id, dossier.id));
}

async function endHold(
  { tx, dossier, now }: Pick<JobContext, 'tx' | 'dossier' | 'now'>,
  resumeReason: string,
): Promise<void> {
  await tx.update(dossierHolds).set({ resumedAt: now, resumeReason }).where(lastingHold(dossier.id));
}
