/** A compiled deployment: the requirements graph made ready to run. */

import { invoke } from '../feel/interpret/call.ts';
import { closure, type Evaluate, Scope } from '../feel/interpret/scope.ts';
import { isPlainName } from '../feel/syntax/names.ts';
import { coerce, type FeelType } from '../feel/types.ts';
import { type Context, FeelFunction, kindOf, newContext, type Value } from '../feel/values.ts';
import { asType, Compiler } from './compiler.ts';
import { compileFunction } from './expressions/function.ts';
import { readAs, TypeTable } from './item-types.ts';
import type {
  Decision,
  DecisionModel,
  DecisionService,
  Definitions,
  InputData,
  KnowledgeModel,
  Reference,
  Variable,
} from './model.ts';
import type { Report } from './problems.ts';

type Element =
  | { kind: 'input'; element: InputData }
  | { kind: 'decision'; element: Decision; evaluate: Evaluate }
  | { kind: 'knowledge'; element: KnowledgeModel; evaluate: Evaluate }
  | { kind: 'service'; element: DecisionService };

export type Node = Element & { definitions: Definitions; type: FeelType };

/** Values given from outside, by namespace and name of the input data or decision. */
export interface Given {
  find(namespace: string, name: string): Value | undefined;
}

export class Runtime {
  private readonly sharedNames: Set<string>;
  private readonly nodes = new Map<string, Node>();
  private readonly types = new Map<string, TypeTable>();

  constructor(model: DecisionModel, report: Report = () => {}) {
    this.sharedNames = namesOfElements(model);
    for (const definitions of model.definitions) {
      const table = new TypeTable(definitions, (namespace) => this.types.get(namespace));
      this.types.set(definitions.namespace, table);
    }
    for (const definitions of model.definitions) this.add(definitions, report);
  }

  /** A decision or service by id or name. */
  find(idOrName: string, kinds: Node['kind'][] = ['decision', 'service']): Node | undefined {
    const candidates = [...this.nodes.values()].filter((node) => kinds.includes(node.kind));
    return (
      candidates.find(({ element }) => element.id === idOrName) ??
      candidates.find(({ element }) => element.name === idOrName)
    );
  }

  resolve({ namespace, id }: Reference): Node | undefined {
    return this.nodes.get(`${namespace}#${id}`);
  }

  /** The types that the file of a namespace knows. */
  typesOf(namespace: string): TypeTable | undefined {
    return this.types.get(namespace);
  }

  private add(definitions: Definitions, report: Report): void {
    const table = this.types.get(definitions.namespace);
    const compiler = (id: string, names: string[] = []) =>
      new Compiler(
        names,
        (name) => table?.find(name) ?? null,
        (fault) => report(definitions, id, fault),
      );
    const put = (element: Element) => {
      const { id, variable } = element.element;
      const type = compiler(id).type(variable.typeRef);
      this.nodes.set(`${definitions.namespace}#${id}`, { ...element, definitions, type });
    };
    for (const element of definitions.inputData) put({ kind: 'input', element });
    for (const element of definitions.services) put({ kind: 'service', element });
    for (const element of definitions.decisions) {
      put({
        kind: 'decision',
        element,
        evaluate: compiler(element.id, this.specialNames(element.expression)).boxed(element.expression),
      });
    }
    for (const element of definitions.knowledgeModels) {
      const own = compiler(element.id, this.specialNames(element.function));
      // A knowledge model's variable has the type of the function or, in older files, of its result.
      const declared = own.type(element.variable.typeRef);
      const result = declared.type === 'function' ? declared.result : declared;
      const evaluate =
        element.function === null ? () => null : compileFunction(element.function, own, result);
      put({ kind: 'knowledge', element, evaluate });
    }
  }

  /** Names with symbols or keywords that an expression may meet: of elements, of types, and those it defines itself. */
  private specialNames(expression: unknown): string[] {
    return [...new Set([...this.sharedNames, ...specialNamesIn(expression)])];
  }
}

/** Names of elements and types with symbols or keywords, of the whole deployment. */
function namesOfElements({ definitions }: DecisionModel): Set<string> {
  return specialNamesIn(
    definitions.map(({ inputData, decisions, knowledgeModels, services, itemDefinitions, imports }) => [
      [...inputData, ...decisions, ...knowledgeModels, ...services].map(({ variable }) => variable),
      itemDefinitions,
      imports,
    ]),
  );
}

function specialNamesIn(part: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('name' in value && typeof value.name === 'string' && !isPlainName(value.name))
        found.add(value.name);
      for (const [key, inner] of Object.entries(value)) {
        // The parameter a binding names belongs to the function called; its value is an expression like any other.
        if (key === 'bindings' && Array.isArray(inner)) for (const binding of inner) visit(binding.value);
        else visit(inner);
      }
    }
  };
  visit(part);
  return found;
}

/** A given value that does not fit: the input's name, FEEL's name of what was given, the type declared. */
export interface Rejected {
  input: string;
  given: string;
  wanted: string;
}

/** One evaluation: every decision at most once. */
export class Evaluation {
  private readonly runtime: Runtime;
  private readonly given: Given;
  private readonly root: Scope;
  private readonly done = new Map<Node, Value>();
  private readonly running = new Set<Node>();
  /** Given values that are not of the type declared. */
  readonly rejected: Rejected[] = [];

  constructor(runtime: Runtime, given: Given, root: Scope) {
    this.runtime = runtime;
    this.given = given;
    this.root = root;
  }

  valueOf(node: Node): Value {
    const known = this.done.get(node);
    if (known !== undefined) return known;
    if (this.running.has(node)) {
      this.root.account.warn(`The decision ${JSON.stringify(node.element.name)} requires itself`);
      return null;
    }
    this.running.add(node);
    const value = this.compute(node);
    this.running.delete(node);
    this.done.set(node, value);
    return value;
  }

  private compute(node: Node): Value {
    if (node.kind === 'service') return this.serviceFunction(node, node.element);
    if (node.kind === 'knowledge') return node.evaluate(this.scopeFor(node, [], node.element.knowledge));
    const given = this.given.find(node.definitions.namespace, node.element.name);
    if (given !== undefined) return this.checkedInput(given, node);
    if (node.kind === 'input') {
      this.root.account.warn(`The input ${JSON.stringify(node.element.name)} is missing`);
      return null;
    }
    const value = node.evaluate(this.scopeFor(node, node.element.information, node.element.knowledge));
    return asType(value, node.type, this.root);
  }

  /** A given value as one of the declared type; what cannot be one counts as null and is remembered as rejected. */
  private checkedInput(
    given: Value,
    { element: { name, variable }, type }: Pick<Node, 'element' | 'type'>,
  ): Value {
    const value = coerce(readAs(given, type), type);
    if (value === undefined || (value === null && given !== null))
      this.rejected.push({ input: name, given: kindOf(given), wanted: variable.typeRef ?? 'Any' });
    return value ?? null;
  }

  private scopeFor(node: Node, information: Reference[], knowledge: Reference[]): Scope {
    const values = newContext();
    for (const reference of [...information, ...knowledge]) {
      const required = this.runtime.resolve(reference);
      if (required === undefined) {
        this.root.account.warn(`There is no element "${reference.id}"`);
        continue;
      }
      this.put(values, node, required);
    }
    return this.root.inner(values);
  }

  /** Puts a required value under its name; an imported one inside the context named by the import. */
  private put(values: Context, from: Node, required: Node): void {
    const { name }: Variable = required.element.variable;
    const { namespace } = required.definitions;
    const prefix = from.definitions.namespace === namespace ? '' : importName(from.definitions, namespace);
    if (prefix === '') values[name] = this.valueOf(required);
    else {
      const group = (values[prefix] ?? newContext()) as Context;
      group[name] = this.valueOf(required);
      values[prefix] = group;
    }
  }

  /** A decision service as a function of its input data and input decisions, in this order. */
  private serviceFunction(node: Node, service: DecisionService): FeelFunction {
    const inputs = this.inputsOf(service);
    const parameters = inputs.map((input) => ({ name: input.element.name, type: input.type }));
    const result = node.type.type === 'function' ? node.type.result : node.type;
    return closure(parameters, result, this.root, (scope) => {
      const values = inputs.map((input) => [input, scope.find(input.element.name) ?? null] as const);
      const given: Given = {
        find: (namespace, name) =>
          values.find(
            ([input]) => input.definitions.namespace === namespace && input.element.name === name,
          )?.[1],
      };
      return new Evaluation(this.runtime, given, this.root).outputs(service);
    });
  }

  private inputsOf(service: DecisionService): Node[] {
    return [...service.inputData, ...service.inputDecisions].flatMap(
      (reference) => this.runtime.resolve(reference) ?? [],
    );
  }

  /** What a service gives: the value of its one output, or a context of several. */
  outputs(service: DecisionService): Value {
    const nodes = service.outputs.flatMap((reference) => this.runtime.resolve(reference) ?? []);
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) return this.valueOf(only);
    const context = newContext();
    for (const node of nodes) context[node.element.variable.name] = this.valueOf(node);
    return context;
  }

  /** Invokes a service with the given values as its parameters; what is missing is null. */
  service(node: Node): Value {
    const fn = this.valueOf(node);
    if (!(fn instanceof FeelFunction)) return null;
    const inputs = node.kind === 'service' ? this.inputsOf(node.element) : [];
    const args = inputs.map((input) =>
      this.checkedInput(this.given.find(input.definitions.namespace, input.element.name) ?? null, input),
    );
    return invoke(fn, args, this.root.account);
  }
}

function importName(definitions: Definitions, namespace: string): string {
  return definitions.imports.find((candidate) => candidate.namespace === namespace)?.name ?? '';
}

export { Scope };
