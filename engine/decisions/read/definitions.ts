/** Definitions of a DMN file: types, inputs, decisions, knowledge models, services (DMN 1.5, 6 and 7). */
import type { Definitions, ItemDefinition, Reference, Variable } from '../model.ts';
import { expressionIn, nameOf, readFunction, typeRefOf, variableOf } from './expression.ts';
import { resolveTypeRefs } from './type-refs.ts';
import { child, children, type XmlElement } from './xml.ts';

export function readDefinitions(root: XmlElement): Definitions {
  resolveTypeRefs(root);
  const namespace = root.attributes.namespace ?? '';
  const reference = ({ attributes: { href = '' } }: XmlElement) => referenceTo(href, namespace);
  /** `<informationRequirement><requiredInput href="…"/>`: what the holders point to. */
  const required = (element: XmlElement, holder: string): Reference[] =>
    children(element, holder).flatMap((requirement) => requirement.children.map(reference));
  const references = (element: XmlElement, name: string) => children(element, name).map(reference);
  return {
    name: nameOf(root),
    namespace,
    imports: children(root, 'import').map((element) => ({
      name: nameOf(element),
      namespace: element.attributes.namespace ?? '',
    })),
    itemDefinitions: children(root, 'itemDefinition').map(readItem),
    inputData: children(root, 'inputData').map((element) => ({
      ...identityOf(element),
      variable: variableIn(element),
    })),
    decisions: children(root, 'decision').map((element) => ({
      ...identityOf(element),
      variable: variableIn(element),
      information: required(element, 'informationRequirement'),
      knowledge: required(element, 'knowledgeRequirement'),
      expression: expressionIn(element),
    })),
    knowledgeModels: children(root, 'businessKnowledgeModel').map((element) => {
      const logic = child(element, 'encapsulatedLogic');
      return {
        ...identityOf(element),
        variable: variableIn(element),
        knowledge: required(element, 'knowledgeRequirement'),
        function: logic ? readFunction(logic, typeRefOf(logic)) : null,
      };
    }),
    services: children(root, 'decisionService').map((element) => ({
      ...identityOf(element),
      variable: variableIn(element),
      outputs: references(element, 'outputDecision'),
      inputDecisions: references(element, 'inputDecision'),
      inputData: references(element, 'inputData'),
    })),
  };
}

/** What `#id` or `namespace#id` in a file of this namespace refers to. */
export function referenceTo(href: string, namespace: string): Reference {
  const [before = '', id = ''] = href.split('#');
  return { namespace: before === '' ? namespace : before, id };
}

function identityOf(element: XmlElement): { id: string; name: string } {
  return { id: element.attributes.id ?? nameOf(element), name: nameOf(element) };
}

/** The variable that carries the element's value; by default it has the element's name. */
export function variableIn(element: XmlElement): Variable {
  const variable = child(element, 'variable');
  const name = variable ? nameOf(variable) : '';
  return { name: name === '' ? nameOf(element) : name, typeRef: variable ? typeRefOf(variable) : null };
}

function readItem(element: XmlElement): ItemDefinition {
  const tests = (name: string) => {
    const holder = child(element, name);
    return (holder && child(holder, 'text')?.text.trim()) || null;
  };
  const functionItem = child(element, 'functionItem');
  return {
    name: nameOf(element),
    typeRef: typeRefOf(element),
    isCollection: element.attributes.isCollection === 'true',
    allowedValues: tests('allowedValues'),
    typeConstraint: tests('typeConstraint'),
    components: children(element, 'itemComponent').map(readItem),
    functionItem: functionItem
      ? {
          parameters: children(functionItem, 'parameters').map(variableOf),
          typeRef: functionItem.attributes.outputTypeRef ?? null,
        }
      : null,
  };
}
