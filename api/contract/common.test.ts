import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '../http/request-issues.ts';
import { instant, line, localDate, pageQuery, paragraph } from './common.ts';
import { modifyRequest } from './instances.ts';
import { askOpinionRequest } from './opinions.ts';
import { itemInput } from './plans.ts';

/** The published schema, as a client's validator reads it. */
function published(schema: z.ZodType) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.compile(z.toJSONSchema(schema, { io: 'input' }));
}

describe('what is taken is what the published schema says', () => {
  const unit = '00000000-0000-4000-8000-000000000000';
  const item = { code: 'A', name: 'Báo cáo', kind: 'report', dueMonths: [3] };
  const rest = { reason: 'Gỡ vướng' };
  test.each<[string, z.ZodType, unknown, boolean]>([
    ['a day', localDate, '2026-11-22', true],
    ['a day that no calendar has', localDate, '2026-02-30', false],
    ['a leap day', localDate, '2000-02-29', true],
    ['no leap day', localDate, '1900-02-29', false],
    ['no leap day', localDate, '2025-02-29', false],
    ['a 31st', localDate, '2026-04-31', false],
    ['the year 0, which PostgreSQL does not have', localDate, '0000-01-01', false],
    ['a year nobody means', localDate, '9999-12-31', false],
    ['a day in words', localDate, '22/11/2026', false],
    ['an instant', instant, '2026-11-22T03:00:00.000Z', true],
    ['a local time', instant, '2026-11-22T03:00:00+07:00', false],
    ['an hour that no day has', instant, '2026-11-22T24:00:00Z', false],
    ['an instant of the year 0', instant, '0000-01-01T00:00:00Z', false],
    ['letters of all scripts', line(20), 'Nguyễn Thị Đào 王', true],
    ['a tab in a line', line(20), 'a\tb', false],
    ['blanks around a line', line(20), ' a\u3000', true],
    ['blanks only', line(20), ' \u00a0\u3000', false],
    ['blanks around a text', paragraph(20), '\n\u00a0a\r\n', true],
    ['line breaks only', paragraph(20), '\r\n\t', false],
    ['letters turned around', line(20), 'gpj\u202efdp.a', false],
    ['letters turned around for a while', paragraph(20), 'a\u2067b\u2069', false],
    ['lines in a text', paragraph(20), 'a\n\tb', true],
    ['a NUL', paragraph(20), 'a\u0000b', false],
    ['what XML cannot hold', paragraph(20), 'a\uffff', false],
    ['months in any order', itemInput, { ...item, dueMonths: [6, 3], pointsEach: 5 }, true],
    ['a month twice', itemInput, { ...item, dueMonths: [3, 3], pointsEach: 5 }, false],
    ['an item without points', itemInput, { ...item, pointsEach: null, points: [] }, false],
    ['an item with points of one unit', itemInput, { ...item, points: [{ unitId: unit, points: 5 }] }, true],
    ['an agency by its id', askOpinionRequest, { unitId: unit, question: 'Ý kiến?' }, true],
    ['an agency twice', askOpinionRequest, { unitId: unit, agencyName: 'Sở', question: 'Ý kiến?' }, false],
    ['no agency', askOpinionRequest, { question: 'Ý kiến?' }, false],
    ['a change of nothing', modifyRequest, { cancel: [], ...rest }, false],
    ['a change of something', modifyRequest, { cancel: ['v-1'], ...rest }, true],
  ])('%s', (_, schema, value, taken) => {
    expect([schema.safeParse(value).success, published(schema)(value)]).toEqual([taken, taken]);
  });

  test.each([
    ['1', true],
    ['0', false],
    ['1.5', false],
    ['x', false],
    ['', false],
    ['99999999999999999999', false],
  ])('page %j', (text, taken) => {
    expect(pageQuery.page.safeParse(text).success).toBe(taken);
  });
});

test('a rule that spans several fields is told in words, at its field and in the published schema', () => {
  const { error } = askOpinionRequest.safeParse({ question: 'Ý kiến?' });
  const told = { path: 'unitId', code: 'one_agency' };
  expect(fieldErrors(error?.issues ?? [], 'en')).toEqual([
    { ...told, detail: 'Exactly one of unitId and agencyName is needed.' },
  ]);
  expect(fieldErrors(error?.issues ?? [], 'vi')).toMatchObject([told]);
  const schema = { description: 'Exactly one of unitId and agencyName is needed.' };
  expect(z.toJSONSchema(askOpinionRequest).$defs).toMatchObject({ AskOpinionRequest: schema });
});

test.each([
  ['a pair of halves is one character', 'a😀', []],
  [
    'half a character is said to be one',
    'a\ud800',
    [{ path: '', code: 'broken_character', detail: 'Có một ký tự không trọn vẹn.' }],
  ],
])('%s', (_, text, errors) => {
  expect(fieldErrors(line(20).safeParse(text).error?.issues ?? [], 'vi')).toEqual(errors);
});
