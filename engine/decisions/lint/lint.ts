import type { Problem } from '../../model/problem.ts';
import type { DecisionModel } from '../model.ts';
import { Runtime } from '../runtime.ts';
import { duplicateId } from './duplicate-id.ts';
import { expressionLanguage } from './expression-language.ts';
import { gaps } from './gaps.ts';
import { impossibleRules } from './impossible-rules.ts';
import { inputTypes } from './input-types.ts';
import { maskedRules } from './masked-rules.ts';
import { openRules } from './open-rules.ts';
import { outputTypes } from './output-types.ts';
import { outputValues } from './output-values.ts';
import { overlaps } from './overlaps.ts';
import { policyNames } from './policy-names.ts';
import { references } from './references.ts';
import { requirementCycle } from './requirement-cycle.ts';
import { type DecisionRule, type LintedFile, located } from './rule.ts';
import { tableShape } from './table-shape.ts';

const rules: DecisionRule[] = [
  duplicateId,
  references,
  requirementCycle,
  expressionLanguage,
  policyNames,
  tableShape,
  outputValues,
  inputTypes,
  outputTypes,
  impossibleRules,
  overlaps,
  gaps,
  maskedRules,
  openRules,
];

/** What is wrong with the decisions of a deployment: what the compiler cannot make runnable, and what the rules find. */
export function lintDecisions(model: DecisionModel, files: LintedFile[]): Problem[] {
  const problems: Problem[] = [];
  const runtime = new Runtime(model, (definitions, element, fault) => {
    const file = files.find((candidate) => candidate.definitions === definitions);
    problems.push(located(file?.name ?? '', element, fault));
  });
  return [...problems, ...rules.flatMap((rule) => rule({ model, files, runtime }))];
}
