import { children, type ModdleElement, number } from '../moddle.ts';
import { error, type Rule } from './rule.ts';

/** How many participants a pool stands for: from 0, up to 1 or more, and not less than the least (BPMN 2.0.2, table 9.4). */
export const multiplicity: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    children(root, 'rootElements')
      .flatMap((collaboration) => children(collaboration, 'participants'))
      .filter((participant) => !isPossible(participant.participantMultiplicity as ModdleElement | undefined))
      .map(({ id = null }) => ({
        ...error('impossible_multiplicity', {
          vi: 'Số bên tham gia: ít nhất (minimum) phải từ 0, nhiều nhất (maximum) phải từ 1 và không nhỏ hơn ít nhất.',
          en: 'Of the number of participants the minimum must be 0 or more, the maximum 1 or more and not below it.',
        }),
        file,
        element: id,
      })),
  );

function isPossible(multiplicity: ModdleElement | undefined): boolean {
  const minimum = number(multiplicity, 'minimum') ?? 0;
  const maximum = number(multiplicity, 'maximum') ?? Math.max(1, minimum);
  return minimum >= 0 && maximum >= 1 && maximum >= minimum;
}
