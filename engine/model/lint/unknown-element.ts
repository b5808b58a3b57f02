import type { Rule } from './rule.ts';

/** Every element is one of BPMN, or of an extension in its own namespace. */
export const unknownElement: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { warnings }]) =>
    warnings.flatMap(({ message, element, lost }) => {
      if (/^(duplicate ID|unresolved reference)/i.test(message)) return [];
      const id = /^illegal ID <(.*)>$/.exec(message)?.[1];
      if (id !== undefined) return { ...invalidId(id), file };
      return {
        code: 'unknown_element',
        severity: lost ? ('error' as const) : ('warning' as const),
        file,
        element,
        message: {
          vi: `Không đọc được một phần của tệp: ${message}.`,
          en: `Part of the file cannot be read: ${message}.`,
        },
      };
    }),
  );

/** XML lets ids have more letters; the editors and the reader of this project do not. */
function invalidId(id: string) {
  return {
    code: 'invalid_id',
    severity: 'error' as const,
    element: id,
    message: {
      vi: `Mã "${id}" chỉ được gồm chữ cái không dấu, chữ số, "_", "-", "." và bắt đầu bằng chữ cái hoặc "_".`,
      en: `The id "${id}" may have unaccented letters, digits, "_", "-" and "." only, and begins with a letter or "_".`,
    },
  };
}
