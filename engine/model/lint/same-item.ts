import { child, children, type ModdleElement, text } from '../moddle.ts';

/** Whether two item definitions describe the same thing. What is not said does not differ. */
export function isSameItem(item: ModdleElement | undefined, other: ModdleElement | undefined): boolean {
  if (!item || !other || item === other) return true;
  const structure = text(item, 'structureRef');
  return structure !== undefined && structure === text(other, 'structureRef');
}

/** What an item-aware element holds. A reference to a data object or store holds what that holds. */
export function itemOf(data: ModdleElement | undefined): ModdleElement | undefined {
  const referred = child(data, 'dataObjectRef') ?? child(data, 'dataStoreRef');
  return child(data, 'itemSubjectRef') ?? (referred && itemOf(referred));
}

/** Data inputs or outputs whose items are not, one by one, those of the others. */
export function itemsDiffer(data: ModdleElement[], others: ModdleElement[]): boolean {
  return (
    data.length !== others.length || data.some((datum, i) => !isSameItem(itemOf(datum), itemOf(others[i])))
  );
}

/** The data inputs or outputs that an activity or process declares. */
export function declared(element: ModdleElement, data: 'dataInputs' | 'dataOutputs'): ModdleElement[] {
  return children(child(element, 'ioSpecification'), data);
}
