import { z } from 'zod';
import { bonus } from '../../domain/money.ts';
import { stackBonuses } from '../../domain/stacking.ts';
import { question, sources } from './question.ts';

const one = {
  award: z.string(),
  payee: z.enum(['person', 'collective', 'household']),
  /** Day of the decision; the day asked about if left out. */
  decidedOn: z.iso.date().optional(),
};
const year = z.int().min(1945).max(2200);
const input = z.union([
  z.strictObject(one),
  /** Several awards of one awardee. */
  z.strictObject({
    awards: z.array(z.strictObject({ ...one, periodFrom: year.optional(), periodTo: year })).min(1),
  }),
]);

/** How much money comes with an award, or with several of one awardee? */
export const moneyQuestion = question(input, (asked, context) => {
  const ruleSet = context.ruleSet();
  if (!('awards' in asked)) {
    const { award, payee, decidedOn = context.date } = asked;
    const { sources: rests, ...amount } = bonus(ruleSet, award, payee, decidedOn);
    return { ruleSet: ruleSet.id, ...amount, sources: sources(...rests) };
  }
  const list = asked.awards.map(
    ({ decidedOn = context.date, periodTo, periodFrom = periodTo, ...award }) => ({
      ...award,
      decidedOn,
      periodFrom,
      periodTo,
    }),
  );
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
});
