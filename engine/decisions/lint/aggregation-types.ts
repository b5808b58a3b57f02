import type { FeelType } from '../../feel/types.ts';
import { error } from '../problems.ts';
import { basicOf } from './geometry/axis.ts';
import { perTable, typeOf } from './rule.ts';

const ADDED = ['number', 'days and time duration', 'years and months duration'];

/** What is summed can be added, and what MIN and MAX compare has an order (DMN 1.5, table 37); COUNT takes anything. */
export const aggregationTypes = perTable(({ aggregation, outputs }, { definitions }, { runtime }) => {
  const [output] = outputs;
  if (aggregation === null || aggregation === 'COUNT' || output === undefined) return [];
  const type = typeOf(output.typeRef, runtime.typesOf(definitions.namespace));
  if (fits(type, aggregation)) return [];
  return [
    error('aggregation_type', {
      vi: `Không áp dụng được ${aggregation} cho kết quả kiểu ${output.typeRef}.`,
      en: `${aggregation} has no meaning for outputs of type ${output.typeRef}.`,
    }),
  ];
});

function fits(type: FeelType, aggregation: 'SUM' | 'MIN' | 'MAX'): boolean {
  const basic = basicOf(type);
  if (basic === null) return type.type === 'any' || type.type === 'constrained';
  return aggregation === 'SUM' ? ADDED.includes(basic) : basic !== 'boolean';
}
