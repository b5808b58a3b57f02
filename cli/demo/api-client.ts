import type { Problem } from '../../api/contract/common.ts';

export interface Reply<T> {
  status: number;
  /** Parsed JSON; empty for an answer without a body. */
  body: T;
  headers: Headers;
}

/** A browser-like client of the API: keeps its cookie, sends and reads JSON. */
export class ApiClient {
  readonly baseUrl: string;
  #cookie = '';

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  get cookie(): string {
    return this.#cookie;
  }

  /** Sends any request and reads the answer as JSON where it is one. */
  async send<T = unknown>(method: string, path: string, init: RequestInit = {}): Promise<Reply<T>> {
    const headers = new Headers(init.headers);
    if (this.#cookie) headers.set('Cookie', this.#cookie);
    const response = await fetch(this.baseUrl + path, { ...init, method, headers });
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  json<T = unknown>(method: string, path: string, body: unknown): Promise<Reply<T>> {
    return this.send<T>(method, path, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  get<T = unknown>(path: string): Promise<Reply<T>> {
    return this.send<T>('GET', path);
  }

  post<T = unknown>(path: string, body?: unknown): Promise<Reply<T>> {
    return body === undefined ? this.send<T>('POST', path) : this.json<T>('POST', path, body);
  }

  put<T = unknown>(path: string, body: unknown): Promise<Reply<T>> {
    return this.json<T>('PUT', path, body);
  }

  delete<T = unknown>(path: string): Promise<Reply<T>> {
    return this.send<T>('DELETE', path);
  }

  /** Sends a file in the multipart field `file`, with other fields beside it. */
  upload<T = unknown>(
    path: string,
    file: { name: string; content: Uint8Array | string },
    fields: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const content = typeof file.content === 'string' ? file.content : new Uint8Array(file.content);
    form.set('file', new Blob([content]), file.name);
    return this.send<T>('POST', path, { body: form });
  }

  /** Reads a file. @throws where there is none to read */
  async download(path: string): Promise<Buffer> {
    const response = await fetch(this.baseUrl + path, { headers: { Cookie: this.#cookie } });
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** @throws when the login is refused */
  async logIn(login: string, password: string): Promise<this> {
    const reply = await this.post<Problem>('/api/session', { login, password });
    if (reply.status !== 200) throw new Error(`login of ${login} refused: ${reply.body.detail}`);
    return this;
  }
}
