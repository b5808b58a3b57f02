import type { FieldError, Problem, RowError } from '../api/contract/index.ts';
import { currentLocale } from './i18n.ts';

/**
 * An answer of the API that is not 2xx, read from its problem+json (RFC 9457). `code` is stable, `detail` is for people;
 * `errors` name fields of the request, `rows` cells of an imported file.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly rows: RowError[];

  constructor(status: number, body: Partial<Problem>) {
    const detail = body.detail ?? body.title ?? '';
    super(detail);
    this.status = status;
    this.code = body.code ?? 'unexpected';
    this.detail = detail;
    this.errors = body.errors ?? [];
    this.rows = body.rows ?? [];
  }
}

/** The server did not answer at all: no network, or the service is stopped. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

type Query = Record<string, string | number | boolean | undefined>;
type SessionLost = () => void;

let sessionLost: SessionLost = () => {};

/** Says what happens when an answer shows that the login session has ended (401 outside the login itself). */
export function onSessionLost(handler: SessionLost): void {
  sessionLost = handler;
}

/** `path` with the defined values of `query` appended. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const body: unknown = isJson ? await response.json().catch(() => ({})) : {};
  return new ApiProblem(response.status, typeof body === 'object' && body !== null ? body : {});
}

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLocale() };
  let payload: BodyInit | null = null;
  if (body instanceof FormData) payload = body;
  else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    payload = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: payload, credentials: 'same-origin' });
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && path !== '/api/session') sessionLost();
    throw problem;
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/**
 * Calls the API on the pages' own address. Each function answers the parsed body, or throws `ApiProblem` (the API said
 * no) or `Unreachable`.
 */
export const api = {
  get: <T>(path: string, query?: Query) => request<T>('GET', withQuery(path, query)),
  post: <T>(path: string, body?: unknown) => request<T>('POST', path, body),
  put: <T>(path: string, body?: unknown) => request<T>('PUT', path, body),
  patch: <T>(path: string, body?: unknown) => request<T>('PATCH', path, body),
  delete: <T>(path: string) => request<T>('DELETE', path),
  upload: <T>(path: string, file: File, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    return request<T>('POST', path, form);
  },
};
