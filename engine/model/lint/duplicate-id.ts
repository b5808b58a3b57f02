import { children, type ModdleElement } from '../moddle.ts';
import type { Rule } from './rule.ts';

/** An id is unique in its file (XML), and a process id in the deployment: call activities find processes by it. */
export const duplicateId: Rule = ({ files }) => {
  const owners = new Map<string, string>();
  return Object.entries(files).flatMap(([file, { root, warnings }]) => {
    const problems = warnings.flatMap(({ message }) => {
      const id = /^duplicate ID <([^>]*)>/i.exec(message)?.[1];
      return id === undefined ? [] : [problem(file, id, 'hai phần tử', 'two elements')];
    });
    for (const id of processIdsOf(root)) {
      if (owners.has(id))
        problems.push(
          problem(file, id, `quy trình trong ${owners.get(id)} cũng`, `a process in ${owners.get(id)}`),
        );
      owners.set(id, file);
    }
    return problems;
  });
};

function processIdsOf(root: ModdleElement): string[] {
  return children(root, 'rootElements').flatMap(({ $type, id }) =>
    $type === 'bpmn:Process' && id ? [id] : [],
  );
}

function problem(file: string, element: string, vi: string, en: string) {
  return {
    code: 'duplicate_id',
    severity: 'error' as const,
    file,
    element,
    message: {
      vi: `Mã "${element}" bị trùng: ${vi} dùng mã này.`,
      en: `The id "${element}" is used twice: by ${en}.`,
    },
  };
}
