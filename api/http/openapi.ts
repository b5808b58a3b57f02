import {
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problem } from '../contract/common.ts';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The OpenAPI 3.1 document of the endpoints. */
export function openApiDocument(endpoints: readonly Endpoint[]): Document {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'vinhdanh.sid',
    description: 'Cookie set by POST /api/session.',
  });
  for (const endpoint of endpoints) registry.registerPath(routeOf(endpoint));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Vinh Danh',
      version: '1',
      description: 'State-award dossiers: hồ sơ thi đua, khen thưởng. Errors are application/problem+json.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
}

function routeOf(endpoint: Endpoint): RouteConfig {
  return {
    method: endpoint.method,
    path: endpoint.path.replace(/:(\w+)/g, '{$1}'),
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    security: endpoint.access === 'account' ? [{ session: [] }] : [],
    request: {
      ...(endpoint.params && { params: endpoint.params as z.ZodObject }),
      ...(endpoint.query && { query: endpoint.query as z.ZodObject }),
      ...bodyOf(endpoint),
    },
    responses: { ...answersOf(endpoint), ...problemsOf(endpoint) },
  };
}

/** `POST /api/dossiers/:id/submit` -> `postDossiersIdSubmit`. */
function operationId({ method, path }: Endpoint): string {
  const words = path.replace(/^\/api\//, '').split(/[^A-Za-z0-9]+/);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function bodyOf(endpoint: Endpoint): NonNullable<RouteConfig['request']> {
  if (endpoint.upload) {
    const fields = endpoint.body instanceof z.ZodObject ? endpoint.body.shape : {};
    const file = z
      .string()
      .meta({ format: 'binary', description: `At most ${endpoint.upload.maxBytes} bytes.` });
    const schema = z.strictObject({ ...fields, file });
    return { body: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (!endpoint.body) return {};
  return { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } };
}

function answersOf(endpoint: Endpoint): Record<string, ResponseConfig> {
  return Object.fromEntries(
    Object.entries(endpoint.answers).map(([status, answer]) => {
      if (answer === null) return [status, { description: 'Done.' }];
      if ('files' in answer) {
        const schema = z.string().meta({ format: 'binary' });
        return [
          status,
          {
            description: 'The file.',
            content: Object.fromEntries(answer.files.map((type) => [type, { schema }])),
          },
        ];
      }
      return [status, { description: 'Done.', content: { 'application/json': { schema: answer } } }];
    }),
  );
}

/** Errors of the endpoint and of every endpoint of its shape. */
export function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = ['internal', 'database_unavailable', 'invalid_request', ...endpoint.errors];
  if (endpoint.access === 'account') codes.push('login_required', 'session_expired');
  if (endpoint.method !== 'get') codes.push('cross_site_request');
  if (endpoint.path.includes(':')) codes.push('malformed_address');
  if (endpoint.upload)
    codes.push('unsupported_media_type', 'malformed_multipart', 'file_missing', 'file_too_large');
  else if (endpoint.body) codes.push('unsupported_media_type', 'malformed_json', 'body_too_large');
  return [...new Set(codes)];
}

function problemsOf(endpoint: Endpoint): Record<string, ResponseConfig> {
  const byStatus = Object.groupBy(errorsOf(endpoint), (code) => String(errorCatalogue[code].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes = []]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}
