import { ANY, type FeelType } from '../../feel/types.ts';
import type { Problem } from '../../model/problem.ts';
import type { TypeTable } from '../item-types.ts';
import type { DecisionModel, DecisionTable, Definitions, Expression } from '../model.ts';
import type { Fault } from '../problems.ts';
import type { XmlElement } from '../read/xml.ts';
import type { Runtime } from '../runtime.ts';

export interface LintedFile {
  name: string;
  root: XmlElement;
  definitions: Definitions;
}

/** A deployment's decisions as the rules see them. */
export interface DecisionLint {
  model: DecisionModel;
  files: LintedFile[];
  runtime: Runtime;
}

/** One rule: what it finds wrong in a model. */
export type DecisionRule = (lint: DecisionLint) => Problem[];

export function located(file: string, element: string | null, fault: Fault): Problem {
  const { code, severity, message, ...rest } = fault;
  return { code, severity, file, element, message, ...rest };
}

/** A rule that looks at each file by itself. */
export function perFile(
  check: (file: LintedFile, lint: DecisionLint) => [string | null, Fault][],
): DecisionRule {
  return (lint) =>
    lint.files.flatMap((file) =>
      check(file, lint).map(([element, fault]) => located(file.name, element, fault)),
    );
}

/** A rule that looks at each element of the XML by itself; the element that has an id names the place. */
export function perElement(check: (element: XmlElement, file: LintedFile) => Fault[]): DecisionRule {
  return perFile((file) => {
    const found: [string | null, Fault][] = [];
    const visit = (element: XmlElement, owner: string | null): void => {
      const place = element.attributes.id ?? owner;
      for (const fault of check(element, file)) found.push([place, fault]);
      for (const part of element.children) visit(part, place);
    };
    visit(file.root, null);
    return found;
  });
}

/** A rule that looks at each decision table by itself; the decision or knowledge model it is in is the place. */
export function perTable(
  check: (table: DecisionTable, file: LintedFile, lint: DecisionLint) => Fault[],
): DecisionRule {
  return perFile((file, lint) =>
    ownersOf(file.definitions).flatMap(({ id, expression }) =>
      tablesIn(expression).flatMap((table) =>
        check(table, file, lint).map((fault): [string, Fault] => [id, fault]),
      ),
    ),
  );
}

/** What holds expressions: decisions and knowledge models. */
export function ownersOf({
  decisions,
  knowledgeModels,
}: Definitions): { id: string; expression: Expression | null }[] {
  return [...decisions, ...knowledgeModels.map(({ id, function: expression }) => ({ id, expression }))];
}

/** The tables in an expression, those inside others too. */
function tablesIn(part: unknown): DecisionTable[] {
  if (Array.isArray(part)) return part.flatMap(tablesIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('kind' in part && part.kind === 'decision table') return [part as DecisionTable];
  return Object.values(part).flatMap(tablesIn);
}

/** The type a reference names; what it does not know counts as Any (`unknown_type` names it). */
export function typeOf(typeRef: string | null, types: TypeTable | undefined): FeelType {
  return typeRef === null ? ANY : (types?.find(typeRef) ?? ANY);
}
