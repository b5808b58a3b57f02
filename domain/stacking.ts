import { awardRule, type RuleSet } from './law/rule-set.ts';
import { type Bonus, bonus, type Payee } from './money.ts';

/** An award somebody received, for money. */
export interface Received {
  award: string;
  payee: Payee;
  /** Day of the decision, `YYYY-MM-DD`. */
  decidedOn: string;
  /** Achievement period, calendar years, both included. */
  periodFrom: number;
  periodTo: number;
}

export interface StackedBonus {
  received: Received;
  bonus: Bonus;
  /** The award whose bonus is paid instead of this one; null where this one is paid. */
  replacedBy: string | null;
}

/**
 * What one awardee is paid for several awards: of titles for the same period only the highest, everything else in full
 * (Decree 152/2025 Article 49(5)-(7)). The order of the list is kept; of two equal bonuses the first is paid.
 * @throws NoBonusError, UnknownAwardError
 */
export function stackBonuses(
  ruleSet: RuleSet,
  list: readonly Received[],
): { bonuses: StackedBonus[]; total: number } {
  const counted = list.map((received) => ({
    received,
    bonus: bonus(ruleSet, received.award, received.payee, received.decidedOn),
    isTitle: awardRule(ruleSet, received.award).kind === 'title',
  }));
  const bonuses = counted.map((item) => {
    const paid = item.isTitle
      ? counted
          .filter((other) => other.isTitle && isSamePeriod(other.received, item.received))
          .reduce((best, other) => (other.bonus.amount > best.bonus.amount ? other : best))
      : item;
    return {
      received: item.received,
      bonus: item.bonus,
      replacedBy: paid === item ? null : paid.received.award,
    };
  });
  const total = bonuses.reduce((sum, item) => sum + (item.replacedBy === null ? item.bonus.amount : 0), 0);
  return { bonuses, total };
}

function isSamePeriod(a: Received, b: Received): boolean {
  return a.periodFrom === b.periodFrom && a.periodTo === b.periodTo;
}
