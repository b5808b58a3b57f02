import type { FormProblem } from '../../engine/model/form.ts';
import type { FieldError, Locale } from '../contract/common.ts';
import { fieldPath } from './request-issues.ts';

type Sentence = { code: string; vi: string; en: string };

/** What does not fit a form, in the user's language; `form` stands before each path, as in the request. */
export function formErrors(problems: readonly FormProblem[], locale: Locale): FieldError[] {
  return problems.map(({ path, keyword, params }) => {
    const sentence = sentences[keyword]?.(params) ?? invalid;
    return { path: fieldPath(['form', ...path]), code: sentence.code, detail: sentence[locale] };
  });
}

const invalid = { code: 'invalid', vi: 'Giá trị không hợp lệ.', en: 'This value is not valid.' };
const unknownField = { code: 'unknown_field', vi: 'Không có trường này.', en: 'There is no such field.' };
const notAChoice = {
  code: 'not_a_choice',
  vi: 'Giá trị không được nhận.',
  en: 'This value is not accepted.',
};

/** By keyword of JSON Schema. The codes are those of any other request. */
const sentences: Record<string, (params: Record<string, unknown>) => Sentence> = {
  required: () => ({ code: 'required', vi: 'Cần nhập trường này.', en: 'This field is needed.' }),
  type: ({ type }) => ({ code: 'wrong_type', vi: `Cần kiểu ${type}.`, en: `Must be of type ${type}.` }),
  enum: () => notAChoice,
  oneOf: () => notAChoice,
  not: () => notAChoice,
  const: ({ allowedValue }) =>
    allowedValue === true
      ? { code: 'must_be_true', vi: 'Cần đánh dấu mục này.', en: 'This must be ticked.' }
      : notAChoice,
  minLength: ({ limit }) => ({
    code: 'too_short',
    vi: `Cần ít nhất ${limit} ký tự.`,
    en: `At least ${limit} characters.`,
  }),
  maxLength: ({ limit }) => ({
    code: 'too_long',
    vi: `Nhiều nhất ${limit} ký tự.`,
    en: `At most ${limit} characters.`,
  }),
  minimum: ({ limit }) => ({
    code: 'too_small',
    vi: `Không nhỏ hơn ${limit}.`,
    en: `Not less than ${limit}.`,
  }),
  maximum: ({ limit }) => ({ code: 'too_big', vi: `Không lớn hơn ${limit}.`, en: `Not more than ${limit}.` }),
  minItems: ({ limit }) => ({
    code: 'too_few',
    vi: `Cần ít nhất ${limit} mục.`,
    en: `At least ${limit} entries.`,
  }),
  maxItems: ({ limit }) => ({
    code: 'too_many',
    vi: `Nhiều nhất ${limit} mục.`,
    en: `At most ${limit} entries.`,
  }),
  format: ({ format }) =>
    format === 'date'
      ? {
          code: 'not_a_date',
          vi: 'Cần một ngày, ví dụ 2026-11-22.',
          en: 'Must be a date, such as 2026-11-22.',
        }
      : { code: 'wrong_format', vi: 'Sai định dạng.', en: 'The format is wrong.' },
  pattern: () => ({ code: 'wrong_format', vi: 'Sai định dạng.', en: 'The format is wrong.' }),
  additionalProperties: () => unknownField,
  unevaluatedProperties: () => unknownField,
};
