import type { Rule } from './rule.ts';

/** Every element is one of BPMN, or of an extension in its own namespace. */
export const unknownElement: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { warnings }]) =>
    warnings.flatMap(({ message, element, lost }) => {
      if (/^(duplicate ID|unresolved reference)/i.test(message)) return [];
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
