import { type JsonSchema, type Operation, openApiDocument } from '../../api/http/openapi.ts';
import { allEndpoints } from '../../api/routes/index.ts';

const document = openApiDocument(allEndpoints());

/** One operation of the API as its document describes it. */
export interface DescribedOperation {
  /** Spelling of HTTP, e.g. `GET`. */
  method: string;
  /** With its parameters in braces, e.g. `/api/tasks/{id}`. */
  path: string;
  operation: Operation;
}

export const describedOperations: DescribedOperation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

/** Finds the id that stands where a name says one: `unitId`, `nominationIds`, `id`. */
export type IdFor = (name: string) => string;

/**
 * The smallest request that the document takes as it is: needed parameters and fields only, and of choices the first, but every
 * field that names a row. The body is JSON or, for an upload, a form.
 * @throws where a text must have a pattern that none of the samples has
 */
export function sampleRequest(
  { method, path, operation }: DescribedOperation,
  idFor: IdFor,
): { address: string; init: RequestInit } {
  const written = ({ name, schema }: Operation['parameters'][number]) =>
    encodeURIComponent(String(sample(schema, name, idFor)));
  const parameters = operation.parameters.filter(({ in: place, required }) => place === 'path' || required);
  const query = parameters.filter(({ in: place }) => place === 'query');
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    return parameter ? written(parameter) : '';
  });
  const search = query.map((parameter) => `${parameter.name}=${written(parameter)}`).join('&');
  return {
    address: search === '' ? address : `${address}?${search}`,
    init: { method, ...bodyOf(operation, idFor) },
  };
}

function bodyOf({ requestBody }: Operation, idFor: IdFor): RequestInit {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!content) return {};
  const value = sample(content.schema, '', idFor);
  if (type === 'application/json') return { headers: { 'Content-Type': type }, body: JSON.stringify(value) };
  const form = new FormData();
  for (const [name, field] of Object.entries(value as Record<string, unknown>)) {
    if (name === 'file') form.set('file', new Blob(['%PDF-1.7']), 'a.pdf');
    else form.set(name, String(field));
  }
  return { body: form };
}

/** Texts that patterns of the document are tried with. */
const texts = [
  'Văn bản',
  '2026',
  'a',
  '1',
  'name',
  '2026-11',
  'LDTT',
  'a.bpmn',
  'a@vidu.vn',
  '0'.repeat(12),
  '0'.repeat(20),
  '0'.repeat(64),
];

/** What has to hold of two schemas at once. */
function both(one: JsonSchema, other: JsonSchema): JsonSchema {
  const properties = { ...(one.properties as Record<string, JsonSchema> | undefined) };
  for (const [name, property] of Object.entries((other.properties ?? {}) as Record<string, JsonSchema>))
    properties[name] = { ...properties[name], ...property };
  const required = [...((one.required ?? []) as string[]), ...((other.required ?? []) as string[])];
  return { ...one, ...other, properties, required };
}

function sample(schema: JsonSchema, name: string, idFor: IdFor): unknown {
  const { $ref: reference, anyOf, oneOf, allOf, enum: values, type } = schema;
  if (typeof reference === 'string') {
    const named = document.components.schemas[reference.split('/').at(-1) ?? ''];
    return sample(named ?? {}, name, idFor);
  }
  if ('const' in schema) return schema.const;
  if (Array.isArray(values)) return values[0];
  for (const [word, choices] of Object.entries({ anyOf, oneOf, allOf })) {
    if (!Array.isArray(choices)) continue;
    const taken = word === 'allOf' ? choices : choices.slice(0, 1);
    return sample(taken.reduce(both, { ...schema, [word]: undefined }), name, idFor);
  }
  switch (Array.isArray(type) ? type[0] : type) {
    case 'string':
      return text(schema, name, idFor);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1));
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(namesRow(schema) ? 1 : 0, Number(schema.minItems ?? 0)) }, () =>
        sample((schema.items ?? {}) as JsonSchema, name, idFor),
      );
    case 'object':
      return object(schema, idFor);
    default:
      return null;
  }
}

function object(schema: JsonSchema, idFor: IdFor): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = (schema.required ?? []) as string[];
  const wanted = Object.entries(properties).filter(
    ([name, property]) => required.includes(name) || namesRow(property),
  );
  return Object.fromEntries(wanted.map(([name, property]) => [name, sample(property, name, idFor)]));
}

const namesRow = ({ format, items }: JsonSchema): boolean =>
  format === 'uuid' || (items as JsonSchema | undefined)?.format === 'uuid';

function text(schema: JsonSchema, name: string, idFor: IdFor): string {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (format === 'uuid') return idFor(name);
  if (format === 'date') return '2026-11-20';
  if (format === 'date-time') return '2026-11-20T02:00:00Z';
  const shape = new RegExp(typeof pattern === 'string' ? pattern : '', 'u');
  const found = [...texts, idFor(name)].find(
    (candidate) =>
      shape.test(candidate) && candidate.length >= Number(minLength) && candidate.length <= Number(maxLength),
  );
  if (found === undefined) throw new Error(`no sample text has the pattern ${pattern} of ${name}`);
  return found;
}
