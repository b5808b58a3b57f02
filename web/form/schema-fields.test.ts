import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf, shownValue } from './schema-fields.ts';

const checkList = JSON.parse(
  readFileSync(new URL('../../processes/receipt-check-list.schema.json', import.meta.url), 'utf8'),
);

test('the receipt check-list in both languages; the verdict is not asked for twice', () => {
  const shown = (locale: 'vi' | 'en') =>
    fieldsOf(checkList, locale).map(({ label, input, required }) => [label, input, required]);
  expect(shown('vi')).toEqual([
    ['Có tờ trình', 'checkbox', true],
    ['Có báo cáo thành tích của từng trường hợp, có xác nhận', 'checkbox', true],
    ['Biên bản bình xét', 'choice', true],
    ['Số bộ hồ sơ nhận được', 'number', false],
    ['Ghi chú khi tiếp nhận', 'paragraph', false],
  ]);
  expect(shown('en').map(([label]) => label)).toEqual([
    'There is a submission',
    'There is an achievement report, confirmed, for each nominee',
    'Minutes of the vote',
    'Sets of papers received',
    'Remark at receipt',
  ]);
});

test.each([
  [{ type: 'string' }, 'line'],
  [{ type: 'string', maxLength: 2000 }, 'paragraph'],
  [{ type: 'string', format: 'date' }, 'date'],
  [{ type: 'string', enum: ['a', 'b'] }, 'choice'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, 'choices'],
  [{ type: 'number' }, 'number'],
])('%j is shown as %s', (property, input) => {
  expect(fieldsOf({ properties: { field: property } }, 'vi')[0]?.input).toBe(input);
});

test('what was filled in is read back in words', () => {
  const fields = new Map(fieldsOf(checkList, 'vi').map((field) => [field.name, field]));
  const shown = (name: string, value: unknown) => {
    const field = fields.get(name);
    return field && shownValue(field, value, { yes: 'Có', no: 'Không' });
  };
  expect(shown('submission', true)).toBe('Có');
  expect(shown('minutes', 'missing')).toBe('Thiếu');
  expect(shown('copies', 2)).toBe('2');
  expect(shown('remark', undefined)).toBe('');
});
