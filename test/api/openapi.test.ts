import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { openBlocYearRequest } from '../../api/contract/blocs.ts';
import { errorCatalogue } from '../../api/errors.ts';
import { docsPage } from '../../api/http/docs-page.ts';
import { errorsOf, openApiDocument } from '../../api/http/openapi.ts';
import { allEndpoints } from '../../api/routes/index.ts';

const endpoints = allEndpoints();
const document = openApiDocument(endpoints);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);

test('every reference leads to a schema, every schema is a JSON Schema', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemas = Object.values(document.components.schemas);
  expect(schemas.filter((schema) => ajv.validateSchema(schema) !== true)).toEqual([]);
});

test('patterns mean the same in every language: \\d, \\p, \\s and \\w are other characters elsewhere', () => {
  const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\\\]|\\\\.)*")/g)];
  const found = patterns.map(([, text = '""']) => String(JSON.parse(text)));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((pattern) => /\\[dpsw]/i.test(pattern))).toEqual([]);
});

test('a reference that may be null says so', () => {
  const { Task } = document.components.schemas as Record<string, { properties: Record<string, unknown> }>;
  expect(Task?.properties.assignee).toEqual({
    anyOf: [{ $ref: '#/components/schemas/PersonRef' }, { type: 'null' }],
  });
});

test.each(operations)('$name: parameters, answers and errors are described', ({ path, operation }) => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const described = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name }) => name);
  expect(described).toEqual(inPath);
  const statuses = Object.keys(operation.responses);
  expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
  expect(statuses).toEqual(expect.arrayContaining(['400', '500', '503']));
  if (operation.security.length > 0) expect(statuses).toContain('401');
});

test('operation ids are unique', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every error of the catalogue can be answered by some endpoint or by the frame around them', () => {
  const ofFrame = ['not_found', 'method_not_allowed', 'mail_not_found'];
  // Answered for one item of a bulk act, inside the result.
  const ofItems = ['undo_too_late', 'nothing_to_undo'];
  const known = new Set<string>([...endpoints.flatMap(errorsOf), ...ofFrame, ...ofItems]);
  expect(Object.keys(errorCatalogue).filter((code) => !known.has(code))).toEqual([]);
});

test.each(Object.entries(errorCatalogue))(
  '%s speaks both languages with the same parameters',
  (_, { vi, en }) => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();
    expect(parameters(vi)).toEqual(parameters(en));
    for (const text of [vi, en]) expect(text).toMatch(/^(\p{Lu}|\{).*\.$/su);
  },
);

test('the readable page shows every address and error, and loads nothing from elsewhere', () => {
  const page = docsPage(document);
  for (const { path } of operations) expect(page).toContain(path);
  for (const code of Object.keys(errorCatalogue)) expect(page).toContain(`id="error-${code}"`);
  expect(page).not.toMatch(/(src|href)="https?:/);
});

test.each([
  [{ numerator: 2, denominator: 3 }, true],
  [{ numerator: 70, denominator: 100 }, true],
  [{ numerator: 4, denominator: 3 }, false],
  [{ numerator: 2, denominator: 11 }, false],
])('the schema of a quorum says by itself whether %j is one: %s', (quorum, isOne) => {
  const schemas = document.components.schemas as Record<string, { properties: Record<string, object> }>;
  const described = schemas.OpenBlocYearRequest?.properties.quorum ?? {};
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validate(described, quorum)).toBe(isOne);
  expect(openBlocYearRequest.shape.quorum.safeParse(quorum).success).toBe(isOne);
});
