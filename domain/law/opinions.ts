import type { RuleSet } from './rule-set.ts';
import type { Source } from './source.ts';

/** How long an agency that is asked for its opinion has, and what its silence means. */
export interface OpinionRule extends Source {
  workingDays: number;
  silenceAgrees: boolean;
}

/** Where the rule-set says nothing: ten working days, and who is silent is asked again. */
const whereNothingIsSaid: OpinionRule = {
  workingDays: 10,
  silenceAgrees: false,
  citation: 'Quy định của bộ, ngành',
  grade: 'U',
};

/** Term and silence rule of opinion requests (lấy ý kiến hiệp y): the clock `agency_opinion` of the rule-set, counted in working days. */
export function opinionRule({ clocks }: Pick<RuleSet, 'clocks'>): OpinionRule {
  const clock = clocks.agency_opinion;
  if (clock?.unit !== 'working_day') return whereNothingIsSaid;
  const { amount, silenceAgrees = false, citation, grade } = clock;
  return { workingDays: amount, silenceAgrees, citation, grade };
}
