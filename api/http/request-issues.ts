import type { z } from 'zod';
import type { FieldError, Locale } from '../contract/common.ts';

type Issue = z.core.$ZodIssue;
type Sentence = { code: string; vi: string; en: string };

/** Path of a field as a client writes it: `ballots[2].choice`; empty for the whole request. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** What zod found, one entry per field, in the user's language. */
export function fieldErrors(issues: readonly Issue[], locale: Locale): FieldError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: fieldPath([...issue.path, key]),
        code: 'unknown_field',
        detail: { vi: 'Không có trường này.', en: 'There is no such field.' }[locale],
      }));
    }
    const sentence = sentenceFor(issue);
    return [{ path: fieldPath(issue.path), code: sentence.code, detail: sentence[locale] }];
  });
}

function sentenceFor(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined)
        return { code: 'required', vi: 'Cần nhập trường này.', en: 'This field is needed.' };
      return {
        code: 'wrong_type',
        vi: `Cần kiểu ${issue.expected}.`,
        en: `Must be of type ${issue.expected}.`,
      };
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value': {
      const values = issue.values.join(', ');
      return { code: 'not_a_choice', vi: `Chỉ nhận: ${values}.`, en: `Must be one of: ${values}.` };
    }
    case 'invalid_format':
      return (
        formats[issue.format] ?? { code: 'wrong_format', vi: 'Sai định dạng.', en: 'The format is wrong.' }
      );
    case 'invalid_union':
      return { code: 'not_a_choice', vi: 'Giá trị không được nhận.', en: 'This value is not accepted.' };
    case 'custom':
      // A rule of the contract, in its own words.
      return isSentence(issue.params?.rule) ? issue.params.rule : invalid;
    default:
      return invalid;
  }
}

const invalid = { code: 'invalid', vi: 'Giá trị không hợp lệ.', en: 'This value is not valid.' };

const isSentence = (value: unknown): value is Sentence =>
  typeof value === 'object' && value !== null && 'code' in value && 'vi' in value && 'en' in value;

const formats: Record<string, Sentence> = {
  guid: { code: 'not_an_id', vi: 'Cần một mã UUID.', en: 'Must be a UUID.' },
  'date-time': {
    code: 'not_an_instant',
    vi: 'Cần một thời điểm ISO 8601, ví dụ 2026-11-22T03:00:00Z.',
    en: 'Must be an ISO 8601 instant, such as 2026-11-22T03:00:00Z.',
  },
  date: {
    code: 'not_a_date',
    vi: 'Cần một ngày, ví dụ 2026-11-22.',
    en: 'Must be a date, such as 2026-11-22.',
  },
};

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): Sentence {
  const least = String(issue.minimum);
  if (issue.origin === 'string') {
    return least === '1'
      ? { code: 'required', vi: 'Cần nhập trường này.', en: 'This field is needed.' }
      : { code: 'too_short', vi: `Cần ít nhất ${least} ký tự.`, en: `At least ${least} characters.` };
  }
  if (issue.origin === 'array') {
    return { code: 'too_few', vi: `Cần ít nhất ${least} mục.`, en: `At least ${least} entries.` };
  }
  return { code: 'too_small', vi: `Không nhỏ hơn ${least}.`, en: `Not less than ${least}.` };
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): Sentence {
  const most = String(issue.maximum);
  if (issue.origin === 'string') {
    return { code: 'too_long', vi: `Nhiều nhất ${most} ký tự.`, en: `At most ${most} characters.` };
  }
  if (issue.origin === 'array') {
    return { code: 'too_many', vi: `Nhiều nhất ${most} mục.`, en: `At most ${most} entries.` };
  }
  return { code: 'too_big', vi: `Không lớn hơn ${most}.`, en: `Not more than ${most}.` };
}
