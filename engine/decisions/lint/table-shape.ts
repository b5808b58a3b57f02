import { error, type Fault } from '../problems.ts';
import { perTable } from './rule.ts';

/** A table has outputs, named if there are several, and each rule a cell for every column (DMN 1.5, 8.3). */
export const tableShape = perTable(({ inputs, outputs, rules, hitPolicy, aggregation }) => {
  const found: Fault[] = [];
  if (outputs.length === 0) {
    found.push(
      error('table_without_output', {
        vi: 'Bảng quyết định phải có ít nhất một cột kết quả.',
        en: 'A decision table must have at least one output.',
      }),
    );
  }
  if (outputs.length > 1 && new Set(outputs.map(({ name }) => name)).size < outputs.length) {
    found.push(
      error('output_names', {
        vi: 'Bảng có nhiều cột kết quả thì mỗi cột phải có tên riêng.',
        en: 'The outputs of a table with several of them must have names of their own.',
      }),
    );
  }
  if (aggregation !== null && (hitPolicy !== 'COLLECT' || outputs.length > 1)) {
    found.push(
      error('aggregation_place', {
        vi: `Phép gộp ${aggregation} chỉ dùng với COLLECT và một cột kết quả.`,
        en: `The aggregation ${aggregation} goes with COLLECT and one output only.`,
      }),
    );
  }
  for (const [i, rule] of rules.entries()) {
    if (rule.inputs.length === inputs.length && rule.outputs.length === outputs.length) continue;
    found.push(
      error('rule_cells', {
        vi: `Luật ${i + 1} có ${rule.inputs.length} ô điều kiện và ${rule.outputs.length} ô kết quả; bảng có ${inputs.length} và ${outputs.length} cột.`,
        en: `Rule ${i + 1} has ${rule.inputs.length} input and ${rule.outputs.length} output cells; the table has ${inputs.length} and ${outputs.length} columns.`,
      }),
    );
  }
  return found;
});
