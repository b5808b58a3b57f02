import type { BpmnElement } from 'bpmn-js/lib/NavigatedViewer.js';

/** Process that a call activity calls (`zeebe:calledElement`), or null for any other element. */
export function calledProcess(element: Pick<BpmnElement, 'businessObject'>): string | null {
  const values = element.businessObject.extensionElements?.values ?? [];
  return values.find(({ $type }) => $type.toLowerCase() === 'zeebe:calledelement')?.processId ?? null;
}
