import { LawError } from './law/law-error.ts';
import { awardRule, type Payer, type RuleSet } from './law/rule-set.ts';
import type { Bilingual, Source } from './law/source.ts';

/** Whom the bonus goes to. A household gets a multiple of the amount of a person. */
export type Payee = 'person' | 'collective' | 'household';

export interface Bonus {
  /** Whole đồng. */
  amount: number;
  /** Multiple of the base salary in tenths: 45 is 4.5 times. For a household that of a person. */
  tenths: number;
  /** Base salary in force on the day of the decision, whole đồng. */
  baseSalary: number;
  /** Whose fund pays; null where the rule-set does not say. */
  payer: Payer | null;
  /** What the multiple, the household's share, the base salary, the rounding and the payer rest on, in this order. */
  sources: Source[];
}

/** No amount can be computed: the award has none nationally, or no base salary is known for the day. */
export class NoBonusError extends LawError<'no_multiple' | 'no_base_salary'> {}

const payees: Record<Payee, Bilingual> = {
  person: { vi: 'cá nhân', en: 'a person' },
  collective: { vi: 'tập thể', en: 'a collective' },
  household: { vi: 'hộ gia đình', en: 'a household' },
};

/**
 * Bonus (tiền thưởng) for one awardee: multiple x base salary in force on the day of the decision (`YYYY-MM-DD`), rounded up
 * to a multiple of 10,000 đ (Decree 152/2025 Article 49(1)(2)).
 * @throws NoBonusError, UnknownAwardError
 */
export function bonus(ruleSet: RuleSet, awardCode: string, payee: Payee, decidedOn: string): Bonus {
  const rule = awardRule(ruleSet, awardCode);
  const share = payee === 'household' ? ruleSet.householdBonus : undefined;
  const multiple =
    payee !== 'household' || share ? rule.money[payee === 'household' ? 'person' : payee] : null;
  if (!multiple) {
    const own = rule.money.leftToOrganisation;
    throw new NoBonusError('no_multiple', {
      vi: `${ruleSet.id} không quy định mức tiền thưởng ${awardCode} cho ${payees[payee].vi}${own ? `; cơ quan tự quy định (${own.citation})` : ''}.`,
      en: `${ruleSet.id} fixes no bonus of ${awardCode} for ${payees[payee].en}${own ? `; the organisation sets it (${own.citation})` : ''}.`,
    });
  }
  const salary = ruleSet.baseSalaries
    .filter(({ from }) => from <= decidedOn)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
  const { roundUpTo } = ruleSet;
  if (!salary || !roundUpTo) {
    throw new NoBonusError('no_base_salary', {
      vi: `${ruleSet.id} không có mức lương cơ sở cho ngày ${decidedOn}.`,
      en: `${ruleSet.id} knows no base salary for ${decidedOn}.`,
    });
  }
  const payer = ruleSet.payers?.find(({ deciders }) => deciders.includes(rule.decider.value));
  return {
    amount: bonusAmount({
      tenths: multiple.tenths,
      baseSalary: salary.amount,
      roundUpTo: roundUpTo.value,
      share: share ?? whole,
    }),
    tenths: multiple.tenths,
    baseSalary: salary.amount,
    payer: payer?.payer ?? null,
    sources: [multiple, ...(share ? [share] : []), salary, roundUpTo, ...(payer ? [payer] : [])],
  };
}

/** A part of an amount, or a multiple of it, as a fraction. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

const whole: Fraction = { numerator: 1, denominator: 1 };

/** The amount in whole đồng, exact: multiples in tenths, the payee's share of it as a fraction, rounded up once at the end. */
export function bonusAmount(from: {
  tenths: number;
  baseSalary: number;
  roundUpTo: number;
  share: Fraction;
}): number {
  const dividend = from.tenths * from.baseSalary * from.share.numerator;
  const divisor = 10 * from.share.denominator * from.roundUpTo;
  const rest = dividend % divisor;
  return ((dividend - rest) / divisor + (rest > 0 ? 1 : 0)) * from.roundUpTo;
}
