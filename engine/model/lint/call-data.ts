import { child, children, type ModdleElement, text } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';
import { declared, itemsDiffer } from './same-item.ts';

/** A call gives and takes exactly the data that what it calls declares (BPMN 2.0.2, 10.3.6). */
export const callData: Rule = perElement((call, { files }) => {
  if (call.$type !== 'bpmn:CallActivity') return [];
  const id = text(call, 'calledElement')?.replace(/^[^:]*:/, '');
  const called = Object.values(files)
    .flatMap(({ root }) => children(root, 'rootElements'))
    .find((element: ModdleElement) => id !== undefined && element.id === id);
  if (!called || !child(called, 'ioSpecification')) return [];
  return (['dataInputs', 'dataOutputs'] as const)
    .filter((data) => itemsDiffer(declared(call, data), declared(called, data)))
    .map((data) =>
      error('call_data_differ', {
        vi: `Dữ liệu của lời gọi (${data}) khác với dữ liệu mà "${id}" khai báo.`,
        en: `The data of the call (${data}) are not those that "${id}" declares.`,
      }),
    );
});
