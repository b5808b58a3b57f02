import type { Database } from '../client.ts';
import { hashPassword } from '../password.ts';
import {
  accounts,
  annualRatings,
  awardStatistics,
  campaigns,
  councilMembers,
  councils,
  initiatives,
  ledgerAwards,
  ledgerStatements,
  numberSeries,
  people,
  positions,
  roleGrants,
  units,
  workPlanPoints,
} from '../schema/index.ts';
import { demoPassword } from './accounts.ts';
import { campaignRows } from './campaigns.ts';
import { councilRows, memberRows } from './councils.ts';
import { initiativeRows, ledgerAwardRows, ratingRows, statementRows } from './ledger.ts';
import { seriesRows } from './number-series.ts';
import { accountRows, grantRows, peopleRows, positionRows } from './person-rows.ts';
import { nameDemoAwards } from './registered-names.ts';
import { installRelease } from './release.ts';
import { statisticsRows } from './statistics.ts';
import { unitRows } from './units.ts';
import { pointsRows } from './work-plans.ts';

/**
 * Fills the database with what the release brings and the demo of the source documents. A row that is there already stays as it
 * is, so that seeding again undoes nothing an administrator changed.
 * @throws FilesRefusedError when a file of `rules/` is wrong
 */
export async function seedDatabase(db: Database): Promise<void> {
  // One hash for all: the demo's password is no secret.
  const passwordHash = await hashPassword(demoPassword);
  await db.transaction(async (tx) => {
    await installRelease(tx);
    await nameDemoAwards(tx);
    await tx.insert(units).values(unitRows()).onConflictDoNothing();
    await tx.insert(people).values(peopleRows()).onConflictDoNothing();
    await tx.insert(positions).values(positionRows()).onConflictDoNothing();
    await tx.insert(councils).values(councilRows()).onConflictDoNothing();
    await tx.insert(councilMembers).values(memberRows()).onConflictDoNothing();
    await tx.insert(accounts).values(accountRows(passwordHash)).onConflictDoNothing();
    await tx.insert(roleGrants).values(grantRows()).onConflictDoNothing();
    await tx.insert(numberSeries).values(seriesRows()).onConflictDoNothing();
    await tx.insert(campaigns).values(campaignRows()).onConflictDoNothing();
    await tx.insert(workPlanPoints).values(pointsRows()).onConflictDoNothing();
    await tx.insert(ledgerAwards).values(ledgerAwardRows()).onConflictDoNothing();
    await tx.insert(annualRatings).values(ratingRows()).onConflictDoNothing();
    await tx.insert(initiatives).values(initiativeRows()).onConflictDoNothing();
    await tx.insert(ledgerStatements).values(statementRows()).onConflictDoNothing();
    await tx.insert(awardStatistics).values(statisticsRows()).onConflictDoNothing();
  });
}
