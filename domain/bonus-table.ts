import { awardRule, type RuleSet } from './law/rule-set.ts';
import type { Bilingual, Source } from './law/source.ts';
import { type Bonus, bonus, NoBonusError, type Payee } from './money.ts';
import { type Received, stackBonuses } from './stacking.ts';

/** Who gets the award of a decision, and the other titles they hold for just its period. */
export interface Awardee {
  id: string;
  payee: Payee;
  titles: { award: string; decidedOn: string }[];
}

/** What a decision is about, for money. */
export type Decided = Pick<Received, 'award' | 'decidedOn' | 'periodFrom' | 'periodTo'>;

export interface BonusRow {
  id: string;
  payee: Payee;
  bonus: Bonus;
  /** The title of the same period whose bonus is paid instead; null where this one is paid. */
  replacedBy: string | null;
  /** Lower titles of the same period: what was paid for them is set off. */
  replaces: string[];
}

export interface BonusTable {
  rows: BonusRow[];
  /** What is paid for the decision, whole đồng. */
  total: number;
  /** What the amounts and their stacking rest on, each once. */
  sources: Source[];
}

/**
 * Bonuses (tiền thưởng) of one decision, in the order of the awardees; of several titles that one holds for the same period only
 * the highest is paid (Decree 152/2025 Article 49(5)). Where the law gives somebody no amount, `problem` says why.
 * @throws UnknownAwardError
 */
export function bonusTable(
  ruleSet: RuleSet,
  decided: Decided,
  awardees: readonly Awardee[],
): { table: BonusTable; problem?: never } | { table?: never; problem: Bilingual } {
  try {
    const rows = awardees.map((awardee) => rowOf(ruleSet, decided, awardee));
    const sources = new Set(rows.flatMap(({ bonus }) => bonus.sources));
    if (ruleSet.stackingRule) sources.add(ruleSet.stackingRule);
    const paid = rows.filter(({ replacedBy }) => replacedBy === null);
    const total = paid.reduce((sum, { bonus }) => sum + bonus.amount, 0);
    return { table: { rows, total, sources: [...sources] } };
  } catch (problem) {
    if (problem instanceof NoBonusError) return { problem: problem.text };
    throw problem;
  }
}

function rowOf(ruleSet: RuleSet, decided: Decided, { id, payee, titles }: Awardee): BonusRow {
  const own = { ...decided, payee };
  const others = titles.map((title) => ({ ...own, ...title })).filter((title) => hasBonus(ruleSet, title));
  const { bonuses } = stackBonuses(ruleSet, [own, ...others]);
  const [first, ...rest] = bonuses;
  if (!first) throw new Error('a list of one award came back empty');
  return {
    id,
    payee,
    bonus: first.bonus,
    replacedBy: first.replacedBy,
    replaces: [
      ...new Set(rest.filter((other) => other.replacedBy !== null).map((other) => other.received.award)),
    ].filter((award) => first.replacedBy === null && award !== decided.award),
  };
}

/** An older title may be one that the rule-set does not know, or has no money for: nothing is set off against it. */
function hasBonus(ruleSet: RuleSet, { award, payee, decidedOn }: Received): boolean {
  if (!ruleSet.awards.some(({ code }) => code === award) || awardRule(ruleSet, award).kind !== 'title')
    return false;
  try {
    return bonus(ruleSet, award, payee, decidedOn).amount > 0;
  } catch (problem) {
    if (problem instanceof NoBonusError) return false;
    throw problem;
  }
}
