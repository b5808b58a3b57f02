import { awardRule, type RuleSet } from './law/rule-set.ts';
import type { Source } from './law/source.ts';

/** Whom the bonus goes to. A household gets one and a half times the amount of a person (Decree 152/2025 Articles 49-54). */
export type Payee = 'person' | 'collective' | 'household';

export interface Bonus {
  /** Whole đồng. */
  amount: number;
  /** Multiple of the base salary in tenths: 45 is 4.5 times. For a household that of a person. */
  tenths: number;
  /** Base salary in force on the day of the decision, whole đồng. */
  baseSalary: number;
  /** What the multiple, the base salary and the rounding rest on, in this order. */
  sources: Source[];
}

/** No amount can be computed: the award has none nationally, or no base salary is known for the day. */
export class NoBonusError extends Error {
  readonly code: 'no_multiple' | 'no_base_salary';
  constructor(code: NoBonusError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Bonus (tiền thưởng) for one awardee: multiple x base salary in force on the day of the decision (`YYYY-MM-DD`), rounded up
 * to a multiple of 10,000 đ (Decree 152/2025 Article 49(1)(2)).
 * @throws NoBonusError, UnknownAwardError
 */
export function bonus(ruleSet: RuleSet, awardCode: string, payee: Payee, decidedOn: string): Bonus {
  const multiple = awardRule(ruleSet, awardCode).money[payee === 'household' ? 'person' : payee];
  if (!multiple)
    throw new NoBonusError('no_multiple', `${ruleSet.id} fixes no bonus of ${awardCode} for a ${payee}`);
  const salary = ruleSet.baseSalaries
    .filter(({ from }) => from <= decidedOn)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
  if (!salary || !ruleSet.roundUpTo) {
    throw new NoBonusError('no_base_salary', `${ruleSet.id} knows no base salary for ${decidedOn}`);
  }
  return {
    amount: bonusAmount({
      tenths: multiple.tenths,
      baseSalary: salary.amount,
      roundUpTo: ruleSet.roundUpTo.value,
      payee,
    }),
    tenths: multiple.tenths,
    baseSalary: salary.amount,
    sources: [multiple, salary, ruleSet.roundUpTo],
  };
}

/** The amount in whole đồng, exact: multiples in tenths, a household's one and a half as three halves. */
export function bonusAmount(from: {
  tenths: number;
  baseSalary: number;
  roundUpTo: number;
  payee: Payee;
}): number {
  const [numerator, denominator] = from.payee === 'household' ? [3, 2] : [1, 1];
  const dividend = from.tenths * from.baseSalary * numerator;
  const divisor = 10 * denominator * from.roundUpTo;
  const rest = dividend % divisor;
  return ((dividend - rest) / divisor + (rest > 0 ? 1 : 0)) * from.roundUpTo;
}
