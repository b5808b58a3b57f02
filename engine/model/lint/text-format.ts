import { text, within } from '../moddle.ts';
import { error, type Rule } from './rule.ts';

/** Names of media types (RFC 6838, 4.2), with parameters. */
const mediaType = /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*(\s*;.*)?$/i;

/** Texts of notes and documentation say their format as a media type (BPMN 2.0.2, table 8.4 and 8.20). */
export const textFormat: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    within(root).flatMap((element) => {
      const format = text(element, 'textFormat');
      if (format === undefined || mediaType.test(format.trim())) return [];
      return {
        ...error('invalid_text_format', {
          vi: `textFormat "${format}" không phải kiểu MIME; ví dụ đúng: text/plain.`,
          en: `textFormat "${format}" is no media type; a right one would be text/plain.`,
        }),
        file,
        element: element.id ?? element.$parent?.id ?? null,
      };
    }),
  );
