import { z } from 'zod';
import { bonus } from '../../domain/money.ts';
import { stackBonuses } from '../../domain/stacking.ts';
import { periodOf, year } from './period.ts';
import { question, sources } from './question.ts';
import { awardCodeOf, payeeWord } from './spellings.ts';

const one = {
  award: z.string(),
  payee: z.preprocess(payeeWord, z.enum(['person', 'collective', 'household'])),
  /** Day of the decision; the day asked about if left out. */
  decidedOn: z.iso.date().optional(),
};
const input = z.union([
  z.strictObject(one),
  /** Several awards of one awardee. */
  z.strictObject({
    awards: z.array(z.strictObject({ ...one, periodFrom: year.optional(), periodTo: year })).min(1),
    /** Day of the decisions that name none of their own. */
    decidedOn: one.decidedOn,
  }),
]);

/** How much money comes with an award, or with several of one awardee, and who pays? */
export const moneyQuestion = question(
  input,
  (asked, context) => {
    const ruleSet = context.ruleSet();
    if (!('awards' in asked)) {
      const { award, payee, decidedOn = context.date } = asked;
      const code = awardCodeOf(ruleSet, award);
      const { sources: rests, ...amount } = bonus(ruleSet, code, payee, decidedOn);
      return { ruleSet: ruleSet.id, ...amount, sources: sources(...rests) };
    }
    const day = asked.decidedOn ?? context.date;
    const list = asked.awards.map(({ award, decidedOn = day, payee, ...years }) => {
      const { from, to } = periodOf(years);
      return { award: awardCodeOf(ruleSet, award), payee, decidedOn, periodFrom: from, periodTo: to };
    });
    const { bonuses, total } = stackBonuses(ruleSet, list);
    return {
      ruleSet: ruleSet.id,
      total,
      awards: bonuses.map(({ received, bonus: { sources: rests, ...amount }, replacedBy }) => ({
        award: received.award,
        ...amount,
        replacedBy,
        sources: sources(...rests),
      })),
      sources: sources(ruleSet.stackingRule),
    };
  },
  { kind: 'payee', for: 'payee', on: 'decidedOn', decisionDate: 'decidedOn' },
  // What is paid is a matter of the law on the day of the decision.
  (asked) => asked.decidedOn,
);
