import { z } from 'zod';
import { subjectKinds } from '../../domain/subjects.ts';

/** Id of a row: a UUID in its usual spelling. */
export const id = z.guid();

/** Days of 1900 to 2199 as they are in the calendar: all that people, papers and spreadsheets name, and PostgreSQL can keep. */
const day =
  '(?:(?:2000|(?:19|2[01])(?:0[48]|[2468][048]|[13579][26]))-02-29' +
  '|(?:19|2[01])[0-9]{2}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])' +
  '|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))';
const time = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?';

/** Instant, ISO 8601 in UTC, e.g. `2026-11-22T03:00:00.000Z`. */
export const instant = z
  .stringFormat('date-time', new RegExp(`^${day}T${time}Z$`))
  .meta({ examples: ['2026-11-22T03:00:00.000Z'] });

/** Calendar date, ISO 8601, Asia/Ho_Chi_Minh. */
export const localDate = z.stringFormat('date', new RegExp(`^${day}$`)).meta({ examples: ['2026-11-22'] });

/** A rule that spans the parts of a value. */
interface Rule {
  code: string;
  vi: string;
  en: string;
  /** Field inside the value that it is shown at. */
  path?: string[];
  /** The same in JSON Schema, where that can say it. */
  schema?: Record<string, unknown>;
}

/** The schema with a rule, which is told in words: to whoever breaks it, and in the OpenAPI document. */
export const ruled = <T extends z.ZodType>(
  schema: T,
  { path = [], schema: asSchema, ...rule }: Rule,
  holds: (value: z.output<T>) => boolean,
): T => schema.refine(holds, { path, params: { rule } }).meta({ description: rule.en, ...asSchema });

/** Ids, each once. */
export const differentIds = ruled(
  z.array(id).max(2000),
  {
    code: 'listed_twice',
    vi: 'Mỗi mục chỉ ghi một lần.',
    en: 'Each is named once.',
    schema: { uniqueItems: true },
  },
  (ids) => new Set(ids).size === ids.length,
);

/**
 * Characters that a name or sentence has: no control characters, none that turns the direction of writing, so that a name cannot
 * rewrite the paper around it, and not the two that are none, which XML and so a spreadsheet cannot hold. The classes stand without
 * `\s` and `\p`, which other languages read differently.
 */
const inLine = ' -~\\u00a0-\\u2027\\u202f-\\u2065\\u206a-\\ufffd';
/** What trimming takes away. */
const blank = ' \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff';
/** The rest of them. */
const visible =
  '!-~\\u00a1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u2030-\\u205e\\u2060-\\u2065\\u206a-\\u2fff\\u3001-\\ufefe\\uff00-\\ufffd';
/** Those of a text may break lines. */
const breaks = '\\t\\n\\r\\u2028\\u2029';
const lineCharacters = new RegExp(`^[${inLine}]*$`);
const textCharacters = new RegExp(`^[${breaks}${inLine}]*$`);
/** The same with something to read in them. Blanks and what is visible have nothing in common, so these are matched in one pass. */
const filledLine = new RegExp(`^[${blank}]*[${visible}][${inLine}]*$`);
const filledText = new RegExp(`^[${breaks}${blank}]*[${visible}][${breaks}${inLine}]*$`);
/** PostgreSQL refuses half a surrogate pair inside JSON. */
const wellFormed = (text: string) => text.isWellFormed();
const broken = {
  code: 'broken_character',
  vi: 'Có một ký tự không trọn vẹn.',
  en: 'One character is not whole.',
};

/** Whether JSON holds only texts that can be stored and shown, and is not nested more than ten levels deep. */
function isPlain(value: unknown, depth = 10): boolean {
  if (typeof value === 'string') return textCharacters.test(value) && wellFormed(value);
  if (value === null || typeof value !== 'object') return true;
  const inside = Array.isArray(value) ? value : Object.entries(value).flat();
  return depth > 0 && inside.every((part) => isPlain(part, depth - 1));
}

/** JSON of any shape that can be stored and shown. */
export const plain = <T extends z.ZodType>(schema: T): T =>
  ruled(
    schema,
    {
      code: 'not_plain',
      vi: 'Có ký tự điều khiển, hoặc lồng nhau quá mười tầng.',
      en: 'Holds no control characters, and is nested at most ten levels deep.',
    },
    (value) => isPlain(value),
  );

/** One line of text: composed (NFC), trimmed, not empty. */
export const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { abort: true })
    .max(max)
    .regex(filledLine)
    .refine(wellFormed, { params: { rule: broken } });

/** Text of several lines: composed (NFC), trimmed, not empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { abort: true })
    .max(max)
    .regex(filledText)
    .refine(wellFormed, { params: { rule: broken } });

/** Why a person does what needs a reason (return, reject, withdraw, escalate ...). */
export const reason = paragraph(2000);

/** Search words in a list's query. */
export const searchWords = z.string().normalize('NFC').trim().max(200).regex(lineCharacters);

export const level = z.enum(['unit', 'department', 'ministry', 'central', 'state']);
export const locale = z.enum(['vi', 'en']);
export const role = z.enum([
  'clerk',
  'appraiser',
  'secretary',
  'member',
  'chair',
  'head',
  'registrar',
  'admin',
]);

/** Year of an achievement period or plan. */
const years = [1945, 2100] as const;
export const year = z.int().min(years[0]).max(years[1]);

/** Whole number in a query. */
export const queryNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
export const queryYear = queryNumber(...years);

/** Which part of a list is wanted; pages count from 1. */
export const pageQuery = {
  page: queryNumber(1, 100_000).default(1),
  pageSize: queryNumber(1, 2000).default(50),
};

/** The same for lists so short that one page usually holds all. */
export const shortListQuery = z.strictObject({ ...pageQuery, pageSize: pageQuery.pageSize.default(200) });

/** A part of a list and the size of the whole. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), total: z.int().min(0) });

/** What became of each item of a bulk act, in the order of the request; of a preview, what would. */
export const bulkResult = z
  .strictObject({
    accepted: z.int().min(0),
    refused: z.int().min(0),
    items: z.array(
      z.strictObject({
        id,
        accepted: z.boolean(),
        problem: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
    /** For how long it can be taken back; 0 where it cannot, or nothing was done. */
    undoSeconds: z.int().min(0),
  })
  .meta({ id: 'BulkResult' });

export const unitRef = z
  .strictObject({ id, code: z.string(), name: z.string(), nameEn: z.string() })
  .meta({ id: 'UnitRef' });
/** In which capacity a person sits on a council. */
export const capacity = z.enum(['chair', 'vice_chair', 'secretary', 'member']);
export const councilRef = z.strictObject({ id, name: z.string() }).meta({ id: 'CouncilRef' });
/** What a process, task or notice is about: a dossier, or another thing that has a process. */
export const subjectRef = z
  .strictObject({ kind: z.enum(subjectKinds), id, code: z.string(), title: z.string() })
  .meta({ id: 'SubjectRef' });
export const personRef = z.strictObject({ id, fullName: z.string() }).meta({ id: 'PersonRef' });

/** What is wrong with one part of a request; `path` names it as the client sent it, e.g. `ballots[2].choice`. */
export const fieldError = z
  .strictObject({ path: z.string(), code: z.string(), detail: z.string() })
  .meta({ id: 'FieldError' });

/** What is wrong with one cell of an imported file; `row` counts as a spreadsheet does, the heading is row 1. */
export const rowError = z
  .strictObject({ row: z.int().min(1), column: z.string(), code: z.string(), detail: z.string() })
  .meta({ id: 'RowError' });

/** Error answer (RFC 9457, `application/problem+json`). `code` is stable; `title` and `detail` are in the user's language. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    detail: z.string(),
    errors: z.array(fieldError).optional(),
    rows: z.array(rowError).optional(),
  })
  .meta({ id: 'Problem' });

export type Capacity = z.infer<typeof capacity>;
export type BulkResult = z.infer<typeof bulkResult>;
export type Level = z.infer<typeof level>;
export type Locale = z.infer<typeof locale>;
export type Role = z.infer<typeof role>;
export type UnitRef = z.infer<typeof unitRef>;
export type CouncilRef = z.infer<typeof councilRef>;
export type SubjectRef = z.infer<typeof subjectRef>;
export type PersonRef = z.infer<typeof personRef>;
export type FieldError = z.infer<typeof fieldError>;
export type RowError = z.infer<typeof rowError>;
export type Problem = z.infer<typeof problem>;
