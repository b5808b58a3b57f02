import { z } from 'zod';
import { problem } from '../contract/common.ts';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: JsonSchema;
}

interface Content {
  content?: Record<string, { schema: JsonSchema }>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: Content & { required: boolean };
  responses: Record<string, Content & { description: string }>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

/** The OpenAPI 3.1 document of the endpoints, made from the schemas that check their requests. */
export function openApiDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  const schemas = new Schemas();
  const paths: OpenApiDocument['paths'] = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vinh Danh',
      version: '1',
      description: 'State-award dossiers: hồ sơ thi đua, khen thưởng. Errors are application/problem+json.',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'vinhdanh.sid',
          description: 'Cookie set by POST /api/session.',
        },
      },
    },
  };
}

/** Turns zod schemas into JSON Schema; those with an id become components that others refer to. */
class Schemas {
  readonly named: Record<string, JsonSchema> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _,
      $defs: definitions = {},
      ...root
    } = withComponentRefs(z.toJSONSchema(schema, { io }));
    Object.assign(this.named, definitions);
    return root;
  }
}

function withComponentRefs(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function operationOf(endpoint: Endpoint, schemas: Schemas): Operation {
  const requestBody = bodyOf(endpoint, schemas);
  return {
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    security: endpoint.access === 'account' ? [{ session: [] }] : [],
    parameters: [
      ...parametersOf('path', endpoint.params, schemas),
      ...parametersOf('query', endpoint.query, schemas),
    ],
    ...(requestBody && {
      requestBody: { required: !endpoint.body?.safeParse(undefined).success, ...requestBody },
    }),
    responses: { ...answersOf(endpoint, schemas), ...problemsOf(endpoint, schemas) },
  };
}

/** `POST /api/dossiers/:id/submit` -> `postDossiersIdSubmit`. */
function operationId({ method, path }: Endpoint): string {
  const words = path.replace(/^\/api\//, '').split(/[^A-Za-z0-9]+/);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersOf(place: Parameter['in'], schema: z.ZodType | undefined, schemas: Schemas): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.of(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function bodyOf(endpoint: Endpoint, schemas: Schemas): Content | undefined {
  if (endpoint.upload) {
    const fields = endpoint.body instanceof z.ZodObject ? endpoint.body.shape : {};
    const file = z
      .string()
      .meta({ format: 'binary', description: `At most ${endpoint.upload.maxBytes} bytes.` });
    const schema = schemas.of(z.strictObject({ ...fields, file }), 'input');
    return { content: { 'multipart/form-data': { schema } } };
  }
  return endpoint.body && { content: { 'application/json': { schema: schemas.of(endpoint.body, 'input') } } };
}

function answersOf(endpoint: Endpoint, schemas: Schemas): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(endpoint.answers).map(([status, answer]) => {
      if (answer === null) return [status, { description: 'Done.' }];
      if ('files' in answer) {
        const schema = { type: 'string', format: 'binary' };
        return [
          status,
          {
            description: 'The file.',
            content: Object.fromEntries(answer.files.map((type) => [type, { schema }])),
          },
        ];
      }
      return [
        status,
        { description: 'Done.', content: { 'application/json': { schema: schemas.of(answer, 'output') } } },
      ];
    }),
  );
}

/** Errors of the endpoint and of every endpoint of its shape. */
export function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = ['internal', 'database_unavailable', 'invalid_request', ...endpoint.errors];
  if (endpoint.access === 'account') {
    codes.push('login_required', 'session_expired');
    if (!endpoint.withFirstPassword) codes.push('password_change_required');
  }
  if (endpoint.method !== 'get') codes.push('cross_site_request');
  if (endpoint.path.includes(':')) codes.push('malformed_address');
  if (endpoint.upload) {
    codes.push('unsupported_media_type', 'malformed_multipart', 'file_missing', 'file_too_large');
  } else if (endpoint.method !== 'get') {
    codes.push('unsupported_media_type', 'malformed_json', 'body_too_large');
  }
  return [...new Set(codes)];
}

function problemsOf(endpoint: Endpoint, schemas: Schemas): Operation['responses'] {
  const byStatus = Object.groupBy(errorsOf(endpoint), (code) => String(errorCatalogue[code].status));
  const content = { 'application/problem+json': { schema: schemas.of(problem, 'output') } };
  // A status that is also an answer of its own (health) keeps that.
  return Object.fromEntries(
    Object.entries(byStatus)
      .filter(([status]) => !(Number(status) in endpoint.answers))
      .map(([status, codes = []]) => [status, { description: codes.join(', '), content }]),
  );
}
