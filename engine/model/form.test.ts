import { expect, test } from 'vitest';
import type { Variables } from '../types.ts';
import { processVariables, readForm } from './form.ts';
import type { FormSchema } from './graph.ts';

const form = readForm({
  type: 'object',
  properties: {
    verdict: true,
    complete: { type: 'boolean', title: 'Đủ', 'x-title-en': 'Complete' },
    copies: { type: 'integer', minimum: 1 },
    received: { type: 'string', format: 'date' },
    minutes: { oneOf: [{ const: 'present' }, { const: 'missing' }] },
    missing: { type: 'array', items: { enum: ['report', 'minutes'] } },
    remark: { type: 'string', maxLength: 5 },
  },
  required: ['complete', 'copies'],
  additionalProperties: false,
  ...JSON.parse(`{
    "if": { "properties": { "verdict": { "const": "approve" } } },
    "then": { "properties": { "complete": { "const": true } } }
  }`),
});

test.each<[string, Variables, unknown[]]>([
  ['what fits', { verdict: 'approve', complete: true, copies: 1, received: '2026-11-22' }, []],
  [
    'every field that is missing, once',
    { verdict: 'return' },
    [
      ['required', 'complete'],
      ['required', 'copies'],
    ],
  ],
  ['a wrong type', { complete: 'yes', copies: 1 }, [['type', 'complete']]],
  ['a value out of range', { complete: false, copies: 0 }, [['minimum', 'copies']]],
  ['a day that is none', { complete: false, copies: 1, received: '2026-02-30' }, [['format', 'received']]],
  ['a choice that is none', { complete: false, copies: 1, minutes: 'lost' }, [['oneOf', 'minutes']]],
  ['an entry of a list', { complete: false, copies: 1, missing: ['minutes', 'x'] }, [['enum', 'missing', 1]]],
  ['a field too many', { complete: false, copies: 1, chain: 'M' }, [['additionalProperties', 'chain']]],
  [
    'what only an approval asks for',
    { verdict: 'approve', complete: false, copies: 1 },
    [['const', 'complete']],
  ],
])('%s', (_, data, expected) => {
  const found = form.check({ verdict: 'return', ...data });
  expect(found.map(({ keyword, path }) => [keyword, ...path])).toEqual(expected);
});

test('a process learns choices, numbers, dates and truth values, never free text or a field of no form', () => {
  const data = {
    complete: true,
    copies: 2,
    received: '2026-11-22',
    minutes: 'present',
    missing: ['report'],
    remark: 'Anh A',
    chain: 'M',
  };
  const { remark: _, chain: __, ...known } = data;
  expect(processVariables(form, data)).toEqual(known);
});

test.each<[string, FormSchema, string]>([
  ['no object', { type: 'string' }, 'a form is a JSON Schema of "type": "object"'],
  ['a keyword misspelt', { type: 'object', propertys: {} }, 'propertys'],
  ['a keyword with a wrong value', { type: 'object', required: 'x' }, 'must be array'],
  ['a title that is no text', { type: 'object', properties: { a: { 'x-title-en': 1 } } }, 'x-title-en'],
  [
    'a reference to nowhere',
    { type: 'object', properties: { a: { $ref: 'https://example.com/x' } } },
    'reference',
  ],
])('%s is no form', (_, schema, message) => {
  expect(() => readForm(schema)).toThrow(message);
});
