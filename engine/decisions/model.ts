/** A deployment's decisions as plain JSON: what `compileDecisions` gives and `evaluateDecision` takes. */

export interface DecisionModel {
  definitions: Definitions[];
}

export interface Definitions {
  name: string;
  namespace: string;
  /** Imported models by the name their elements are reached under; '' merges them into this one's scope. */
  imports: { name: string; namespace: string }[];
  itemDefinitions: ItemDefinition[];
  inputData: InputData[];
  decisions: Decision[];
  knowledgeModels: KnowledgeModel[];
  services: DecisionService[];
}

export interface ItemDefinition {
  name: string;
  typeRef: string | null;
  isCollection: boolean;
  /** Unary tests an element must satisfy, and the whole value must satisfy. */
  allowedValues: string | null;
  typeConstraint: string | null;
  components: ItemDefinition[];
  functionItem: { parameters: { name: string; typeRef: string | null }[]; typeRef: string | null } | null;
}

/** A typed name. */
export interface Variable {
  name: string;
  typeRef: string | null;
}

/** Reference to an element: its namespace and id. */
export interface Reference {
  namespace: string;
  id: string;
}

export interface InputData {
  id: string;
  name: string;
  variable: Variable;
}

export interface Decision {
  id: string;
  name: string;
  variable: Variable;
  /** Required input data and decisions. */
  information: Reference[];
  /** Required knowledge models and services. */
  knowledge: Reference[];
  expression: Expression | null;
}

export interface KnowledgeModel {
  id: string;
  name: string;
  variable: Variable;
  knowledge: Reference[];
  function: FunctionExpression | null;
}

export interface DecisionService {
  id: string;
  name: string;
  variable: Variable;
  outputs: Reference[];
  inputDecisions: Reference[];
  inputData: Reference[];
}

export const HIT_POLICIES = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
] as const;
export const AGGREGATIONS = ['SUM', 'COUNT', 'MIN', 'MAX'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];
export type Aggregation = (typeof AGGREGATIONS)[number];

export interface DecisionTable {
  kind: 'decision table';
  typeRef: string | null;
  hitPolicy: HitPolicy;
  aggregation: Aggregation | null;
  inputs: { expression: string; typeRef: string | null; allowed: string | null }[];
  outputs: { name: string; typeRef: string | null; allowed: string | null; default: string | null }[];
  rules: { id: string; inputs: string[]; outputs: string[] }[];
}

export interface FunctionExpression {
  kind: 'function';
  typeRef: string | null;
  /** Functions outside FEEL have no body. */
  language: 'FEEL' | 'Java' | 'PMML';
  parameters: Variable[];
  body: Expression | null;
}

export type Expression =
  | { kind: 'literal'; typeRef: string | null; text: string }
  | {
      kind: 'context';
      typeRef: string | null;
      entries: { variable: Variable | null; value: Expression | null }[];
    }
  | { kind: 'list'; typeRef: string | null; items: (Expression | null)[] }
  | { kind: 'relation'; typeRef: string | null; columns: Variable[]; rows: (Expression | null)[][] }
  | {
      kind: 'invocation';
      typeRef: string | null;
      target: Expression | null;
      bindings: { name: string; value: Expression | null }[];
    }
  | {
      kind: 'conditional';
      typeRef: string | null;
      if: Expression | null;
      then: Expression | null;
      else: Expression | null;
    }
  | { kind: 'filter'; typeRef: string | null; in: Expression | null; match: Expression | null }
  | { kind: 'for'; typeRef: string | null; variable: string; in: Expression | null; body: Expression | null }
  | {
      kind: 'some' | 'every';
      typeRef: string | null;
      variable: string;
      in: Expression | null;
      body: Expression | null;
    }
  | FunctionExpression
  | DecisionTable;
