import { number } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** An activity starts with at least one token and sends at least one (BPMN 2.0.2, table 10.3). */
export const quantities: Rule = perElement((activity) =>
  ['startQuantity', 'completionQuantity']
    .filter((quantity) => (number(activity, quantity) ?? 1) < 1)
    .map((quantity) =>
      error('quantity_below_one', {
        vi: `Thuộc tính ${quantity} phải từ 1 trở lên.`,
        en: `${quantity} must be 1 or more.`,
      }),
    ),
);
