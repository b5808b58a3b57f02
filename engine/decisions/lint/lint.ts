import type { Problem } from '../../model/problem.ts';
import type { DecisionModel } from '../model.ts';
import { Runtime } from '../runtime.ts';
import { aggregationTypes } from './aggregation-types.ts';
import { allowedValues, inputValues } from './allowed-values.ts';
import { boxedShapes } from './boxed-shapes.ts';
import { duplicateId } from './duplicate-id.ts';
import { expressionLanguage } from './expression-language.ts';
import { gaps } from './gaps.ts';
import { imports } from './imports.ts';
import { impossibleRules } from './impossible-rules.ts';
import { inputTypes } from './input-types.ts';
import { maskedRules } from './masked-rules.ts';
import { missingLogic } from './missing-logic.ts';
import { names } from './names.ts';
import { openRules } from './open-rules.ts';
import { outputTypes } from './output-types.ts';
import { outputValues } from './output-values.ts';
import { overlaps } from './overlaps.ts';
import { policyNames } from './policy-names.ts';
import { references } from './references.ts';
import { requirementCycle } from './requirement-cycle.ts';
import { type DecisionRule, type LintedFile, located } from './rule.ts';
import { tableShape } from './table-shape.ts';
import { unusedInputs } from './unused-inputs.ts';

const rules: DecisionRule[] = [
  duplicateId,
  names,
  imports,
  references,
  requirementCycle,
  missingLogic,
  unusedInputs,
  boxedShapes,
  allowedValues,
  expressionLanguage,
  policyNames,
  tableShape,
  aggregationTypes,
  inputValues,
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
