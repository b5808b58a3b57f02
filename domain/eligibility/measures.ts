import { rulesOut } from '../initiative-reuse.ts';
import type { Branch, Condition, Rating } from '../law/criteria.ts';
import type { Source } from '../law/source.ts';
import { disciplineRule, yearsAfterDiscipline } from './discipline.ts';
import { firstYear } from './record.ts';
import type { Situation } from './situation.ts';

/**
 * What a record shows of one thing that a criterion asks for. The two bounds say what is known: they meet where the record is
 * complete, and `atMost` is null where nothing limits it.
 */
export interface Measure {
  /** So much is certain. */
  atLeast: number;
  /** More than this is not possible. */
  atMost: number | null;
  /** What the measure is a part of, for criteria that ask for a share; null where it is not known. */
  of?: number | null;
  /** What the bounds rest on: codes and years. */
  facts: string[];
  /** What would have to be added for the criterion to hold. */
  missing: string[];
  /** Provisions that decided what counts, besides the one that asks for the criterion. */
  related?: Source[];
}

/** What a criterion needs of its measure: so many, or so many percent of the whole. */
export type Needed = { count: number } | { percent: number };

/** A condition as something to be measured. */
export interface Measurable {
  /** Name of the measure in the decision model; conditions of one name measure the same. */
  name: string;
  needed: Needed;
  measure: (situation: Situation) => Measure;
  /** No record shows it: only a person can say. */
  judged?: true;
}

const ratingOrder = ['not_completed', 'completed', 'good', 'excellent'];
const reaches = (rating: string, required: Rating) =>
  ratingOrder.indexOf(rating) >= ratingOrder.indexOf(required);
const scopeOrder = ['unit', 'ministry', 'national'];
const severityOrder = ['none', 'reprimand', 'warning', 'more'];

/** How a condition of a branch is measured. `number` tells apart what only a person can judge. */
export function measurable(condition: Condition, branch: Branch, number: number): Measurable {
  switch (condition.need) {
    case 'award':
      return condition.consecutive
        ? awardsInARow(condition)
        : awardsHeld(condition, windowOf(condition.withinYears, branch));
    case 'rating':
      return condition.withinYears === undefined
        ? ratingsInARow(condition)
        : ratingsWithin(condition, windowOf(condition.withinYears, branch));
    case 'initiative':
      return initiatives(condition);
    case 'existence':
      return {
        name: 'years_of_existence',
        needed: { count: condition.years },
        measure: ({ record, period }) =>
          record.foundedIn === undefined
            ? unknown('foundedIn')
            : counted(
                period.to - record.foundedIn,
                condition.years,
                [`founded ${record.foundedIn}`],
                'more years',
              ),
      };
    case 'service':
      return {
        name: 'years_of_service',
        needed: { count: condition.years },
        measure: ({ record: { serviceYears } }) =>
          serviceYears === undefined
            ? unknown('serviceYears')
            : counted(serviceYears, condition.years, [`${serviceYears} years of service`], 'more years'),
      };
    case 'years_since':
      return yearsSince(condition);
    case 'members_with_award':
      return membersWith(condition.award, { percent: condition.percent });
    case 'some_members_with_award':
      return membersWith(condition.award, { count: condition.count });
    case 'members_rated':
      return {
        name: `all_members_${condition.rating}`,
        needed: { count: 1 },
        measure: ({ record }) => {
          const lowest = record.members?.lowestRating;
          if (lowest === undefined) return unknown('lowest rating of the members');
          return yesOrNo(
            reaches(lowest, condition.rating),
            `lowest rating: ${lowest}`,
            `all members ${condition.rating}`,
          );
        },
      };
    case 'no_discipline':
      return {
        name: `free_of_${condition.from}`,
        needed: { count: 1 },
        measure: (situation) => {
          const highest = highestDiscipline(situation);
          if (highest === undefined) return unknown('discipline');
          const free = severityOrder.indexOf(highest) < severityOrder.indexOf(condition.from);
          return yesOrNo(free, `discipline: ${highest}`, `discipline below ${condition.from}`);
        },
      };
    case 'other':
      return {
        name: `judgement_${number}`,
        needed: { count: 1 },
        judged: true,
        measure: (situation) => ({ ...unknown('judgement'), related: womenLeadersRule(situation) }),
      };
  }
}

type AwardCondition = Extract<Condition, { need: 'award' }>;
type RatingCondition = Extract<Condition, { need: 'rating' }>;
type SinceCondition = Extract<Condition, { need: 'years_since' }>;

/** Awards of one code that count, those of which a person has to say whether they do, and the rule that leaves others out. */
function awardsCounted(award: string, { record, period, principles }: Situation) {
  const proposed = record.openProposals
    .filter((open) => open.award === award && open.periodTo <= period.to)
    .map(({ periodTo }) => periodTo);
  const held = record.awards.filter(
    (entry) => entry.award === award && !entry.revoked && entry.year <= period.to,
  );
  const rule = principles?.meritCountsAlone;
  // Sudden merit and thematic movements do not count towards regular merit (công trạng).
  const isLeftOut = ({ commendationKind: kind }: (typeof held)[number]) =>
    rule !== undefined && (kind === 'sudden' || kind === 'movement');
  return {
    years: held.filter((entry) => !isLeftOut(entry)).map(({ year }) => year),
    /** Proposed and not decided yet: titles of one year are often proposed together. */
    proposed,
    leftOut: held
      .filter(isLeftOut)
      .map(({ year, commendationKind }) => `${award} ${year} (${commendationKind}, does not count)`),
    related: rule && held.some(isLeftOut) ? [rule] : [],
  };
}

/** Does a title of the year certainly show achievement? Of those from before the end of a measure a person has to say. */
function isAchievement({ record }: Situation): (year: number) => boolean {
  const counts = yearsAfterDiscipline(record);
  return (year) => counts(year) === 'counts';
}

/** Is it certain that an award not listed for the year is not held? */
function isComplete(year: number, { record }: Situation): boolean {
  return record.awardsCompleteFrom !== undefined && year >= record.awardsCompleteFrom;
}

function awardsHeld({ award, times, withinYears }: AwardCondition, window: Window): Measurable {
  const name = withinYears === undefined ? '' : `_within_${withinYears}_years`;
  return {
    name: `${award}${name}`,
    needed: { count: times },
    measure: (situation) => {
      const { certainFrom, possibleFrom } = window(situation);
      const { years, proposed, leftOut, related } = awardsCounted(award, situation);
      // What was held before is not achievement that a measure could take away.
      const isCertain = withinYears === undefined ? () => true : isAchievement(situation);
      const held = years.filter((year) => year >= certainFrom && isCertain(year));
      const possible = [...years, ...proposed].filter((year) => year >= possibleFrom);
      const open = proposed.filter((year) => possible.includes(year));
      const facts = [
        ...held.map((year) => `${award} ${year}`),
        ...open.map((year) => `${award} ${year} proposed`),
        ...leftOut,
      ];
      return {
        ...counted(held.length, times, facts, `x ${award}`),
        related: [...related, ...(withinYears === undefined ? [] : disciplineRule(situation))],
        atMost: isComplete(possibleFrom, situation) ? possible.length : null,
      };
    },
  };
}

/** First years in which something counts: that it does is certain from the one on, possible from the other. */
type Window = (situation: Situation) => { certainFrom: number; possibleFrom: number };

/**
 * The years in which a condition of a branch is looked for. A branch that asks for at least N rated years in a row looks in
 * that row, which may be longer than N; what the award before this one was given for does not count again.
 */
function windowOf(withinYears: number | undefined, { allOf }: Branch): Window {
  if (withinYears === undefined) return () => ({ certainFrom: firstYear, possibleFrom: firstYear });
  const row = allOf.find(
    (one): one is RatingCondition =>
      one.need === 'rating' && one.withinYears === undefined && one.years === withinYears,
  );
  const before = allOf.find((one): one is SinceCondition => one.need === 'years_since');
  return (situation) => {
    const { to } = situation.period;
    const shortest = to - withinYears + 1;
    if (row === undefined || withinYears === 1) return { certainFrom: shortest, possibleFrom: shortest };
    const known = ratingsOf(row, situation);
    const earliest = before ? afterFirst(before.award, situation) : firstYear;
    const from = (has: (year: number) => boolean) =>
      Math.min(shortest, Math.max(earliest, to - rowEndingWith(to, has) + 1));
    return {
      certainFrom: from((year) => known(year) === 'reached'),
      possibleFrom: from((year) => known(year) !== 'not_reached'),
    };
  };
}

/** The year after the achievement period of the first award of a code; the first year of all where none is held. */
function afterFirst(award: string, { record }: Situation): number {
  const years = record.awards
    .filter((entry) => entry.award === award && !entry.revoked)
    .map(({ year }) => year);
  return years.length === 0 ? firstYear : Math.min(...years) + 1;
}

/**
 * The longest row of years that ends with the last year of the period or the year before it. The law does not say whether an
 * earlier row is enough (open question; the usual reading is no), so one that was held is possible, which asks a person. So
 * is a year of maternity leave inside a row.
 */
function awardsInARow({ award, times }: AwardCondition): Measurable {
  return {
    name: `${award}_in_a_row`,
    needed: { count: times },
    measure: (situation) => {
      const { record, period, principles } = situation;
      const { years, proposed, leftOut, related } = awardsCounted(award, situation);
      const counts = isAchievement(situation);
      const held = new Set(years.filter(counts));
      const asked = new Set([...years, ...proposed]);
      const isExcused = (year: number) => record.maternityYears.includes(year);
      const isPossible = (year: number) =>
        asked.has(year) || isExcused(year) || (year >= firstYear && !isComplete(year, situation));
      const ends = [period.to, period.to - 1];
      const certain = ends.map((last) => rowEndingWith(last, (year) => held.has(year)));
      const possible = ends.map((last) => rowEndingWith(last, isPossible));
      const earlier = [...asked].map((last) => rowEndingWith(last, (year) => asked.has(year)));
      const atLeast = Math.max(...certain);
      const row = bestRow(ends, times, held);
      return {
        atLeast,
        atMost: Math.max(...possible, ...earlier),
        facts: [
          ...(atLeast >= times ? row : [...held].sort((a, b) => a - b)).map((year) => `${award} ${year}`),
          ...proposed.filter((year) => row.includes(year)).map((year) => `${award} ${year} proposed`),
          ...leftOut,
        ],
        missing: row.filter((year) => !held.has(year)).map((year) => `${award} ${year}`),
        related: [
          ...related,
          ...disciplineRule(situation),
          ...(principles?.maternity && row.some((year) => !held.has(year) && isExcused(year))
            ? [principles.maternity]
            : []),
        ],
      };
    },
  };
}

/** The row of so many years that lacks least. */
function bestRow(ends: readonly number[], times: number, held: ReadonlySet<number>): number[] {
  const rows = ends.map((last) => Array.from({ length: times }, (_, i) => last - times + 1 + i));
  const lacking = (row: number[]) => row.filter((year) => !held.has(year)).length;
  return rows.reduce((best, row) => (lacking(row) < lacking(best) ? row : best));
}

/** How many years in a row, back from `last`, have something. */
function rowEndingWith(last: number, has: (year: number) => boolean): number {
  let year = last;
  while (year >= firstYear && has(year)) year--;
  return last - year;
}

type Known = 'reached' | 'not_reached' | 'unknown';

/** What is known of one year's rating; an award named by the condition counts instead. */
function ratingsOf({ rating, orAward }: RatingCondition, situation: Situation): (year: number) => Known {
  const rated = new Map(situation.record.ratings.map((entry) => [entry.year, entry.rating]));
  const awarded = new Set(orAward === undefined ? [] : awardsCounted(orAward, situation).years);
  const counts = yearsAfterDiscipline(situation.record);
  return (year) => {
    if (counts(year) === 'does_not_count') return 'not_reached';
    if (counts(year) === 'looked_at') return 'unknown';
    if (awarded.has(year)) return 'reached';
    const own = rated.get(year);
    if (own === undefined) return 'unknown';
    return reaches(own, rating) ? 'reached' : 'not_reached';
  };
}

const ratingName = ({ rating, orAward }: RatingCondition) =>
  `rated_${rating}${orAward === undefined ? '' : `_or_${orAward}`}`;

function ratingsInARow(condition: RatingCondition): Measurable {
  return {
    name: `${ratingName(condition)}_in_a_row`,
    needed: { count: condition.years },
    measure: (situation) => {
      const { to } = situation.period;
      const known = ratingsOf(condition, situation);
      const asked = Array.from({ length: condition.years }, (_, i) => to - condition.years + 1 + i);
      const printed = (reached: boolean) =>
        asked
          .filter((year) => (known(year) === 'reached') === reached)
          .map((year) => `${condition.rating} ${year}`);
      return {
        atLeast: rowEndingWith(to, (year) => known(year) === 'reached'),
        atMost: rowEndingWith(to, (year) => known(year) !== 'not_reached'),
        facts: printed(true),
        missing: printed(false),
        related: [...disciplineRule(situation), ...scoreRules(situation, asked)],
      };
    },
  };
}

function ratingsWithin(condition: RatingCondition, window: Window): Measurable {
  return {
    name: `${ratingName(condition)}_within_${condition.withinYears}_years`,
    needed: { count: condition.years },
    measure: (situation) => {
      const { certainFrom, possibleFrom } = window(situation);
      const known = ratingsOf(condition, situation);
      const years = Array.from(
        { length: situation.period.to - possibleFrom + 1 },
        (_, i) => possibleFrom + i,
      );
      const reached = years.filter((year) => year >= certainFrom && known(year) === 'reached');
      const facts = reached.map((year) => `${condition.rating} ${year}`);
      return {
        ...counted(reached.length, condition.years, facts, `x ${condition.rating}`),
        atMost: years.filter((year) => known(year) !== 'not_reached').length,
        related: [...disciplineRule(situation), ...scoreRules(situation, years)],
      };
    },
  };
}

/** Rules by which scores gave the ratings of these years, each once. */
function scoreRules({ record }: Situation, years: readonly number[]): Source[] {
  const rules = record.ratings.flatMap(({ year, by }) => (by && years.includes(year) ? [by] : []));
  return [...new Map(rules.map((rule) => [rule.citation, rule])).values()];
}

/** Merit of long service: women in leading posts need less time, which whoever judges it has to know. */
function womenLeadersRule({ record, period, principles }: Situation): Source[] {
  const rule = principles?.womenLeaders;
  return rule && period.commendationKind === 'service' && record.sex === 'female' ? [rule] : [];
}

function initiatives({ scope, count }: Extract<Condition, { need: 'initiative' }>): Measurable {
  return {
    name: `initiatives_${scope}`,
    needed: { count },
    measure: ({ record, kind, period, principles }) => {
      if (!record.initiatives) return unknown('initiatives');
      const fitting = record.initiatives.filter(
        (initiative) =>
          scopeOrder.indexOf(initiative.scope) >= scopeOrder.indexOf(scope) && initiative.year <= period.to,
      );
      const isSpent = ({ usedFor }: (typeof fitting)[number]) => usedFor.some((used) => rulesOut(used, kind));
      const usable = fitting.filter((initiative) => !isSpent(initiative));
      const facts = fitting.map(
        (initiative) =>
          `${initiative.name} (${initiative.scope}, ${initiative.year}${isSpent(initiative) ? ', already used' : ''})`,
      );
      return {
        ...counted(usable.length, count, facts, `x initiative ${scope}`),
        related: principles && usable.length < fitting.length ? [principles.initiativeOnce] : [],
      };
    },
  };
}

/** Years from the end of the achievement period of the award's first decision to the end of this one. */
function yearsSince({ award, years: needed }: SinceCondition): Measurable {
  return {
    name: `years_since_${award}`,
    needed: { count: needed },
    measure: (situation) => {
      const { record, period } = situation;
      const held = record.awards.filter(
        (entry) => entry.award === award && !entry.revoked && entry.year <= period.to,
      );
      const [first] = held.sort((a, b) => a.year - b.year);
      const missing = [`${needed} years after ${award}`];
      if (!first)
        return { atLeast: 0, atMost: isComplete(firstYear, situation) ? 0 : null, facts: [], missing };
      const since = period.to - first.year;
      const facts = [`${award} ${first.year}${first.periodNamed ? '' : ' (decision names no period)'}`];
      const isCertain = first.periodNamed && isComplete(firstYear, situation);
      return {
        atLeast: first.periodNamed ? since : 0,
        atMost: isCertain ? since : null,
        facts,
        missing: since >= needed && first.periodNamed ? [] : missing,
      };
    },
  };
}

function membersWith(award: string, needed: Needed): Measurable {
  return {
    name: `members_with_${award}`,
    needed,
    measure: ({ record }) => {
      const holding = record.members?.holding[award];
      if (!record.members || holding === undefined) return { ...unknown(`members with ${award}`), of: null };
      const { total } = record.members;
      const missing =
        'percent' in needed ? `${needed.percent} % ${award}` : `${needed.count - holding} x ${award}`;
      const facts = 'percent' in needed ? [`${holding}/${total} ${award}`] : [`${holding} ${award}`];
      return { atLeast: holding, atMost: holding, of: total, facts, missing: [missing] };
    },
  };
}

/** The severest measure of the period: the person's, or that of a collective's members. */
function highestDiscipline({ record, period }: Situation): string | undefined {
  if (record.kind === 'collective') return record.members?.highestDiscipline;
  return record.discipline
    ?.filter(({ endedOn }) => endedOn === null || Number(endedOn.slice(0, 4)) >= period.from)
    .map(({ severity }) => severity as string)
    .reduce((a, b) => (severityOrder.indexOf(b) > severityOrder.indexOf(a) ? b : a), 'none');
}

function counted(count: number, needed: number, facts: string[], what: string): Measure {
  return { atLeast: count, atMost: count, facts, missing: [`${needed - count} ${what}`] };
}

/** A measure of something that either is or is not. */
export function yesOrNo(holds: boolean, fact: string, missing: string): Measure {
  const value = holds ? 1 : 0;
  return { atLeast: value, atMost: value, facts: [fact], missing: [missing] };
}

/** A measure of something of which nothing is known. */
export function unknown(missing: string): Measure {
  return { atLeast: 0, atMost: null, facts: [], missing: [missing] };
}
