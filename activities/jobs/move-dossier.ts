import { eq } from 'drizzle-orm';
import { lastingHold } from '../../db/holds.ts';
import { dossierHolds, dossiers } from '../../db/schema/index.ts';
import type { JobContext } from './job.ts';

type Dossier = typeof dossiers.$inferSelect;
const underWay: Dossier['status'][] = ['running', 'returned', 'decided', 'issued'];

/**
 * Gives a dossier another status. One that is on hold stays so and has the other status when it is resumed, unless it has
 * come to its end: that ends the hold too.
 */
export async function moveDossier(
  { tx, dossier, now }: Pick<JobContext, 'tx' | 'dossier' | 'now'>,
  changes: Pick<Dossier, 'status'> & Partial<Pick<Dossier, 'endReason'>>,
): Promise<void> {
  if (dossier.status === 'on_hold') {
    const lasting = lastingHold(dossier.id);
    if (underWay.includes(changes.status)) {
      await tx.update(dossierHolds).set({ statusBefore: changes.status }).where(lasting);
      return;
    }
    const resumeReason = changes.endReason ?? changes.status;
    await tx.update(dossierHolds).set({ resumedAt: now, resumeReason }).where(lasting);
  }
  await tx.update(dossiers).set(changes).where(eq(dossiers.id, dossier.id));
}
