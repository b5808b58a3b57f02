import { z } from 'zod';
import { bonus } from '../../domain/money.ts';
import { question, sources } from './question.ts';

const input = z.strictObject({
  award: z.string(),
  payee: z.enum(['person', 'collective', 'household']),
  /** Day of the decision; the day asked about if left out. */
  decidedOn: z.iso.date().optional(),
});

/** How much money comes with an award? */
export const moneyQuestion = question(input, ({ award, payee, decidedOn }, context) => {
  const ruleSet = context.ruleSet();
  const { sources: rests, ...amount } = bonus(ruleSet, award, payee, decidedOn ?? context.date);
  return { ruleSet: ruleSet.id, ...amount, sources: sources(...rests) };
});
