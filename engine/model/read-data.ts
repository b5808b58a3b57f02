/** Data objects, properties, data stores, inputs and outputs of a BPMN file: variables under their names. */
import { formal } from './expression.ts';
import type { DataCopy } from './graph.ts';
import { child, children, type ModdleElement, text } from './moddle.ts';

/** Under which name an item-aware element is a variable. A reference to a data object means that object. */
export function dataName(item: ModdleElement | undefined): string | undefined {
  const object = child(item, 'dataObjectRef');
  return object ? dataName(object) : (text(item, 'name') ?? item?.id);
}

/** What an element copies from the data around it when it begins. */
export function readDataInputs(element: ModdleElement): DataCopy[] {
  return children(element, 'dataInputAssociations').flatMap(readAssociation);
}

/** What an element copies to the data around it when it completes. */
export function readDataOutputs(element: ModdleElement): DataCopy[] {
  return children(element, 'dataOutputAssociations').flatMap(readAssociation);
}

/** What an association fills the data input from, which a multi-instance goes through before any instance has begun. */
export function sourceOf(element: ModdleElement, input: ModdleElement | undefined): string | undefined {
  const association = children(element, 'dataInputAssociations').find(
    (candidate) => input && child(candidate, 'targetRef') === input,
  );
  return dataName(children(association, 'sourceRef')[0]) ?? dataName(input);
}

/** Where an association takes the data output that a multi-instance collects. */
export function targetOf(element: ModdleElement, output: ModdleElement | undefined): string | undefined {
  const association = children(element, 'dataOutputAssociations').find(
    (candidate) => output && children(candidate, 'sourceRef').includes(output),
  );
  return dataName(child(association, 'targetRef')) ?? dataName(output);
}

/** bpmn-js draws an association to an activity as one to this property, which holds nothing. */
const placeholder = '__targetRef_placeholder';

/** One that only says which data goes in or out copies nothing: the activity sees the variables all the same. */
function readAssociation(association: ModdleElement): DataCopy[] {
  const targetRef = child(association, 'targetRef');
  const target = dataName(targetRef);
  const assignments = children(association, 'assignment').flatMap((assignment): DataCopy[] => {
    const [from, to] = [formal(assignment, 'from'), text(assignment, 'to')?.trim()];
    if (!from || to === undefined) return [];
    return [
      { source: from, target: to === targetRef?.id && target !== undefined ? target : to.replace(/^=/, '') },
    ];
  });
  if (assignments.length > 0) return assignments;
  if (target === undefined || target === placeholder) return [];
  const transformation = formal(association, 'transformation');
  if (transformation) return [{ source: transformation, target }];
  const variable = dataName(children(association, 'sourceRef')[0]);
  return variable === undefined || variable === target ? [] : [{ variable, target }];
}
