import type { Expression, FunctionExpression } from '../model.ts';
import { error, type Fault } from '../problems.ts';
import type { Runtime } from '../runtime.ts';
import { repeated } from './names.ts';
import { ownersOf, perFile } from './rule.ts';

/** Boxed expressions have the parts they need, and names that tell these apart (DMN 1.5, 7.3 and 10.2). */
export const boxedShapes = perFile(({ definitions }, { runtime }) =>
  ownersOf(definitions).flatMap(({ id, expression }) =>
    expressionsIn(expression).flatMap((part) =>
      faultsOf(part, runtime).map((fault): [string, Fault] => [id, fault]),
    ),
  ),
);

function expressionsIn(part: unknown): Expression[] {
  if (Array.isArray(part)) return part.flatMap(expressionsIn);
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(expressionsIn);
  return 'kind' in part ? [part as Expression, ...inner] : inner;
}

function faultsOf(expression: Expression, runtime: Runtime): Fault[] {
  switch (expression.kind) {
    case 'context': {
      const names = expression.entries.map(({ variable }) => variable?.name ?? '');
      return [...namesApart(names), ...(names.slice(0, -1).includes('') ? [entryWithoutName()] : [])];
    }
    case 'relation':
      return [
        ...namesApart(expression.columns.map(({ name }) => name)),
        ...expression.rows.flatMap((row, i) =>
          row.length === expression.columns.length
            ? []
            : [cells(i + 1, row.length, expression.columns.length)],
        ),
      ];
    case 'function':
      return namesApart(expression.parameters.map(({ name }) => name));
    case 'invocation':
      return [...namesApart(expression.bindings.map(({ name }) => name)), ...parameters(expression, runtime)];
    default:
      return [];
  }
}

function namesApart(names: string[]): Fault[] {
  return repeated(names.map((name) => [null, name])).map(([, fault]) => fault);
}

function entryWithoutName(): Fault {
  return error('entry_without_name', {
    vi: 'Chỉ mục cuối của ngữ cảnh được để trống tên (là kết quả); các mục đứng sau nó không bao giờ được tính.',
    en: 'Only the last entry of a context may have no name (it is the result); entries behind it are never evaluated.',
  });
}

function cells(row: number, has: number, wants: number): Fault {
  return error('relation_cells', {
    vi: `Dòng ${row} của bảng quan hệ có ${has} ô; bảng có ${wants} cột.`,
    en: `Row ${row} of the relation has ${has} cells; the relation has ${wants} columns.`,
  });
}

/** A knowledge model is invoked with the parameters it has, each of them. */
function parameters({ target, bindings }: Expression & { kind: 'invocation' }, runtime: Runtime): Fault[] {
  const invoked = target?.kind === 'literal' ? runtime.find(target.text, ['knowledge']) : undefined;
  const logic: FunctionExpression | null = invoked?.kind === 'knowledge' ? invoked.element.function : null;
  if (invoked === undefined || logic === null) return [];
  const given = bindings.map(({ name }) => name);
  const wanted = logic.parameters.map(({ name }) => name);
  if (given.every((name) => wanted.includes(name)) && wanted.every((name) => given.includes(name))) return [];
  return [
    error('parameter_mismatch', {
      vi: `"${invoked.element.name}" cần các tham số: ${wanted.join(', ')}; lời gọi truyền: ${given.join(', ')}.`,
      en: `"${invoked.element.name}" wants the parameters ${wanted.join(', ')}; it is invoked with ${given.join(', ')}.`,
    }),
  ];
}
