import { error } from '../problems.ts';
import { perTable } from './rule.ts';

/** PRIORITY and OUTPUT ORDER rank results by the order of the output values: they have to be listed (DMN 1.5, 8.2.8). */
export const outputValues = perTable(({ hitPolicy, outputs }) => {
  if (hitPolicy !== 'PRIORITY' && hitPolicy !== 'OUTPUT ORDER') return [];
  if (outputs.some(({ allowed }) => allowed !== null)) return [];
  return [
    error('output_values_missing', {
      vi: `Chính sách ${hitPolicy} xếp hạng theo thứ tự các giá trị đầu ra, nhưng bảng chưa liệt kê chúng.`,
      en: `${hitPolicy} ranks by the order of the output values, but the table lists none.`,
    }),
  ];
});
