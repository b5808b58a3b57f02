/** A nomination that reached the share, before a council that may let only so many pass (chỉ tiêu). */
export interface Contender {
  id: string;
  inFavour: number;
  /** Comes first among those with equally many votes, as a rule-set may say of women. */
  preferred: boolean;
}

export interface Ranking {
  /** Place of each by its id, from 1; equals stand at the same place. */
  places: Map<string, number>;
  passed: string[];
  /** Equal at the last place that is left: who of them passes is for the chair's vote. */
  tied: string[];
  /** How many of the tied pass. */
  tiedFor: number;
  out: string[];
}

/**
 * Ranks by votes in favour, the most first, then the preferred, and lets as many pass as the quota leaves; who is equal at
 * the last place waits for the chair's vote (Circular 25/2025/TT-BKHCN Article 23, grade B, a ministry's rule).
 * @param left how many may still pass, from 0
 */
export function rankByVotes(contenders: readonly Contender[], left: number): Ranking {
  const ahead = (a: Contender, b: Contender) =>
    b.inFavour - a.inFavour || Number(b.preferred) - Number(a.preferred);
  const places = new Map(
    contenders.map((one) => [one.id, 1 + contenders.filter((other) => ahead(other, one) < 0).length]),
  );
  const ranking: Ranking = { places, passed: [], tied: [], tiedFor: 0, out: [] };
  for (const [place, equals] of Map.groupBy(contenders, ({ id }) => places.get(id) ?? 0)) {
    const ids = equals.map(({ id }) => id);
    const room = left - (place - 1);
    if (room >= ids.length) ranking.passed.push(...ids);
    else if (room > 0) {
      ranking.tied = ids;
      ranking.tiedFor = room;
    } else ranking.out.push(...ids);
  }
  return ranking;
}
