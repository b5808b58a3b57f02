/** What the members of a bloc sign (bản ký kết giao ước thi đua), as it was when signing began. */
export interface PledgeContent {
  bloc: string;
  year: number;
  /** The bloc's regulation, as papers cite it. */
  regulation: string;
  place: string;
  /** Day of signing, `YYYY-MM-DD`. */
  on: string;
  commitments: string[];
  /** Campaigns whose targets the bloc launches the year with. */
  campaigns: string[];
  /** In the order of the paper; the leader first. */
  members: { unitId: string; name: string; role: 'leader' | 'deputy' | 'member' }[];
}

/** What the text of a pledge still lacks; empty where it can be signed. */
export function missingOfPledge(pledge: {
  pledgePlace: string | null;
  pledgeOn: string | null;
  commitments: readonly string[];
}): ('place' | 'day' | 'commitments')[] {
  const missing: ReturnType<typeof missingOfPledge> = [];
  if (pledge.pledgePlace === null) missing.push('place');
  if (pledge.pledgeOn === null) missing.push('day');
  if (pledge.commitments.length === 0) missing.push('commitments');
  return missing;
}
