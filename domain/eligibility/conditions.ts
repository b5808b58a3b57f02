import type { Condition, Rating } from '../law/criteria.ts';
import type { Outcome } from './outcome.ts';
import { firstYear, type NomineeRecord } from './record.ts';

/** What a condition found: the facts it rests on, and what would be needed for it to hold. Both name codes and years. */
export interface Finding {
  outcome: Outcome;
  facts: string[];
  missing: string[];
}

export interface Situation {
  record: NomineeRecord;
  /** Kind of award that is asked for: an initiative used for the other kind is spent. */
  kind: 'title' | 'commendation';
  /** Last year of the achievement period. */
  periodTo: number;
}

const ratingOrder = ['not_completed', 'completed', 'good', 'excellent'];
const reaches = (rating: string, required: Rating) =>
  ratingOrder.indexOf(rating) >= ratingOrder.indexOf(required);
const scopeOrder = ['unit', 'ministry', 'national'];
const severityOrder = ['none', 'reprimand', 'warning', 'more'];

/** Tests one condition on a nominee's record. */
export function testCondition(condition: Condition, situation: Situation): Finding {
  const { record, periodTo } = situation;
  switch (condition.need) {
    case 'award':
      return condition.consecutive
        ? consecutiveAwards(condition, situation)
        : countedAwards(condition, situation);
    case 'rating':
      return condition.consecutive
        ? consecutiveRatings(condition, situation)
        : countedRatings(condition, situation);
    case 'initiative': {
      if (!record.initiatives) return unknown('initiatives');
      const fitting = record.initiatives.filter(
        ({ scope, year }) =>
          scopeOrder.indexOf(scope) >= scopeOrder.indexOf(condition.scope) && year <= periodTo,
      );
      // Not for a title and a form, and not for several forms (CV 5007/BNV-TĐKT 2023).
      const isSpent = ({ usedFor }: (typeof fitting)[number]) =>
        usedFor.includes('commendation') || (situation.kind === 'commendation' && usedFor.includes('title'));
      const usable = fitting.filter((initiative) => !isSpent(initiative));
      const facts = fitting.map(
        (initiative) =>
          `${initiative.name} (${initiative.scope}, ${initiative.year}${isSpent(initiative) ? ', already used' : ''})`,
      );
      return enough(usable.length, condition.count, facts, `initiative ${condition.scope}`);
    }
    case 'existence': {
      if (record.foundedIn === undefined) return unknown('foundedIn');
      const years = periodTo - record.foundedIn;
      return verdict(
        years >= condition.years,
        [`founded ${record.foundedIn}`],
        `${condition.years - years} more years`,
      );
    }
    case 'members_with_award': {
      const holding = record.members?.holding[condition.award];
      if (!record.members || holding === undefined) return unknown(`members with ${condition.award}`);
      const { total } = record.members;
      const facts = [`${holding}/${total} ${condition.award}`];
      return verdict(
        holding * 100 >= condition.percent * total,
        facts,
        `${condition.percent} % ${condition.award}`,
      );
    }
    case 'some_members_with_award': {
      const holding = record.members?.holding[condition.award];
      if (holding === undefined) return unknown(`members with ${condition.award}`);
      return enough(holding, condition.count, [`${holding} ${condition.award}`], condition.award);
    }
    case 'members_rated': {
      const lowest = record.members?.lowestRating;
      if (lowest === undefined) return unknown('lowest rating of the members');
      return verdict(
        reaches(lowest, condition.rating),
        [`lowest rating: ${lowest}`],
        `all members ${condition.rating}`,
      );
    }
    case 'no_discipline': {
      const highest =
        record.kind === 'collective'
          ? record.members?.highestDiscipline
          : record.discipline?.map(({ severity }) => severity).reduce(severer, 'none');
      if (highest === undefined) return unknown('discipline');
      const free = severityOrder.indexOf(highest) < severityOrder.indexOf(condition.from);
      return verdict(free, [`discipline: ${highest}`], `discipline below ${condition.from}`);
    }
    case 'other':
      return unknown('judgement');
  }
}

/** Years in which the nominee holds the award, revoked ones left out, up to the end of the period. */
function yearsHeld(award: string, { record, periodTo }: Situation): number[] {
  return record.awards
    .filter((held) => held.award === award && !held.revoked && held.year <= periodTo)
    .map(({ year }) => year);
}

/** Is it certain that an award not listed for the year is not held? */
function isComplete(year: number, { record }: Situation): boolean {
  return record.awardsCompleteFrom !== undefined && year >= record.awardsCompleteFrom;
}

function countedAwards(
  { award, times, withinYears }: Extract<Condition, { need: 'award' }>,
  situation: Situation,
): Finding {
  const first = withinYears === undefined ? undefined : situation.periodTo - withinYears + 1;
  const held = yearsHeld(award, situation).filter((year) => first === undefined || year >= first);
  const facts = held.map((year) => `${award} ${year}`);
  const found = enough(held.length, times, facts, award);
  // Without a window the award may have been given in any year, also before the list begins.
  const certain = isComplete(first ?? firstYear, situation);
  return found.outcome === 'not_met' && !certain ? { ...found, outcome: 'unknown' } : found;
}

/**
 * So many years in a row, the last of them the last year of the period or the year before it. The law does not say whether
 * an earlier run is enough (open question; the usual reading is no), so an earlier run asks a person.
 */
function consecutiveAwards(
  { award, times }: Extract<Condition, { need: 'award' }>,
  situation: Situation,
): Finding {
  const held = new Set(yearsHeld(award, situation));
  const run = (last: number) => Array.from({ length: times }, (_, i) => last - times + 1 + i);
  const printed = (years: number[]) => years.map((year) => `${award} ${year}`);
  const candidates = [situation.periodTo, situation.periodTo - 1].map((last) => {
    const years = run(last);
    const gaps = years.filter((year) => !held.has(year));
    return { years, gaps };
  });
  const best = candidates.reduce((a, b) => (b.gaps.length < a.gaps.length ? b : a));
  if (best.gaps.length === 0) return { outcome: 'met', facts: printed(best.years), missing: [] };

  const facts = printed([...held].sort((a, b) => a - b));
  const missing = printed(best.gaps);
  const isEarlierRun = [...held].some((last) => run(last).every((year) => held.has(year)));
  const isExcused = best.gaps.some((year) => situation.record.maternityYears.includes(year));
  const isCertain = best.gaps.some((year) => isComplete(year, situation));
  return { outcome: isEarlierRun || isExcused || !isCertain ? 'unknown' : 'not_met', facts, missing };
}

type RatingCondition = Extract<Condition, { need: 'rating' }>;

/** Outcome of one year's rating; an award named by the condition counts instead. */
function ratingOf(year: number, { rating, orAward }: RatingCondition, situation: Situation): Outcome {
  if (orAward !== undefined && yearsHeld(orAward, situation).includes(year)) return 'met';
  const rated = situation.record.ratings.find((entry) => entry.year === year);
  if (!rated) return 'unknown';
  return reaches(rated.rating, rating) ? 'met' : 'not_met';
}

function consecutiveRatings(condition: RatingCondition, situation: Situation): Finding {
  const years = Array.from(
    { length: condition.years },
    (_, i) => situation.periodTo - condition.years + 1 + i,
  );
  const outcomes = years.map((year) => ratingOf(year, condition, situation));
  const named = (outcome: Outcome[]) =>
    years
      .filter((_, i) => outcome.includes(outcomes[i] as Outcome))
      .map((year) => `${condition.rating} ${year}`);
  return {
    outcome: outcomes.includes('not_met') ? 'not_met' : outcomes.includes('unknown') ? 'unknown' : 'met',
    facts: named(['met']),
    missing: named(['not_met', 'unknown']),
  };
}

function countedRatings(condition: RatingCondition, situation: Situation): Finding {
  const length = condition.withinYears ?? condition.years;
  const years = Array.from({ length }, (_, i) => situation.periodTo - length + 1 + i);
  const outcomes = years.map((year) => ratingOf(year, condition, situation));
  const met = years.filter((_, i) => outcomes[i] === 'met').map((year) => `${condition.rating} ${year}`);
  const open = outcomes.filter((outcome) => outcome === 'unknown').length;
  const found = enough(met.length, condition.years, met, condition.rating);
  return found.outcome === 'not_met' && met.length + open >= condition.years
    ? { ...found, outcome: 'unknown' }
    : found;
}

function enough(count: number, needed: number, facts: string[], what: string): Finding {
  return verdict(count >= needed, facts, `${needed - count} x ${what}`);
}

function verdict(holds: boolean, facts: string[], missing: string): Finding {
  return holds ? { outcome: 'met', facts, missing: [] } : { outcome: 'not_met', facts, missing: [missing] };
}

function unknown(missing: string): Finding {
  return { outcome: 'unknown', facts: [], missing: [missing] };
}

function severer(a: string, b: string): string {
  return severityOrder.indexOf(b) > severityOrder.indexOf(a) ? b : a;
}
