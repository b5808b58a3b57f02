import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { hashOf } from '../../../db/content-hash.ts';
import { blocCampaigns, blocYears, campaigns, emulationBlocs, units } from '../../../db/schema/index.ts';
import { missingOfPledge, type PledgeContent } from '../../../domain/blocs/pledge.ts';
import type { CommandContext } from '../../context.ts';
import type { Locale } from '../../contract/common.ts';
import { ApiError } from '../../errors.ts';
import type { BlocYear } from '../../policies/blocs.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { lockBlocYear, membersOf } from './bloc-guards.ts';

const words = {
  place: { vi: 'nơi ký', en: 'its place' },
  day: { vi: 'ngày ký', en: 'its day' },
  commitments: { vi: 'nội dung giao ước', en: 'its commitments' },
};

/**
 * The leader puts the pledge before the members: from then on its text stands, so that all sign the same.
 * @throws ApiError pledge_incomplete
 */
export async function fixPledge(
  tx: Executor,
  _context: CommandContext,
  { subjectId: blocYearId }: TaskRow,
): Promise<void> {
  const blocYear = await lockBlocYear(tx, blocYearId);
  const missing = missingOfPledge(blocYear);
  if (missing.length > 0) {
    const named = (locale: Locale) => missing.map((part) => words[part][locale]).join(', ');
    throw new ApiError('pledge_incomplete', {
      parameters: { missing: { vi: named('vi'), en: named('en') } },
    });
  }
  const pledge = await pledgeOf(tx, blocYear);
  await tx
    .update(blocYears)
    .set({ pledge, pledgeHash: hashOf({ ...pledge }) })
    .where(eq(blocYears.id, blocYearId));
}

/** The leader goes on with the text: nobody has been asked to sign it. */
export async function releasePledge(
  tx: Executor,
  _context: CommandContext,
  { subjectId: blocYearId }: TaskRow,
): Promise<void> {
  await tx.update(blocYears).set({ pledge: null, pledgeHash: null }).where(eq(blocYears.id, blocYearId));
}

async function pledgeOf(tx: Executor, blocYear: BlocYear): Promise<PledgeContent> {
  const members = await membersOf(tx, blocYear.id);
  const [bloc] = await tx
    .select({ name: emulationBlocs.name })
    .from(emulationBlocs)
    .where(eq(emulationBlocs.id, blocYear.blocId));
  const named = await tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(
      inArray(
        units.id,
        members.map(({ unitId }) => unitId),
      ),
    );
  const launched = await tx
    .select({ name: campaigns.name })
    .from(blocCampaigns)
    .innerJoin(campaigns, eq(campaigns.id, blocCampaigns.campaignId))
    .where(eq(blocCampaigns.blocYearId, blocYear.id))
    .orderBy(campaigns.startsOn, campaigns.name);
  const leaderFirst = members.toSorted((a, b) => Number(b.role === 'leader') - Number(a.role === 'leader'));
  return {
    bloc: bloc?.name ?? '',
    year: blocYear.year,
    regulation: blocYear.regulation,
    place: blocYear.pledgePlace ?? '',
    on: blocYear.pledgeOn ?? '',
    commitments: blocYear.commitments,
    campaigns: launched.map(({ name }) => name),
    members: leaderFirst.map(({ unitId, role }) => ({
      unitId,
      name: named.find(({ id }) => id === unitId)?.name ?? '',
      role,
    })),
  };
}
