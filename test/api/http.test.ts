import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '../../api/contract/account.ts';
import { clerk, type Refusable } from './fixtures.ts';
import { type ApiWorld, startApiWorld } from './world.ts';

let world: ApiWorld;
const script = 'export const built = true;';
let webDir: string;
let mailDir: string;
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'vinhdanh-web-'));
  mailDir = await mkdtemp(join(tmpdir(), 'vinhdanh-mail-'));
  await mkdir(join(webDir, 'assets'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Vinh Danh</title>');
  await writeFile(join(webDir, 'assets', 'app-1.js'), 'export {};');
  await writeFile(join(webDir, 'assets', 'app-3.js'), script);
  await writeFile(join(webDir, 'assets', 'app-3.js.br'), brotliCompressSync(script));
  await writeFile(join(webDir, 'assets', 'app-3.js.gz'), gzipSync(script));
  const mail =
    'Subject: Nhac viec\r\nTo: a@vinhdanh.example\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script><b>Xin</b>';
  await writeFile(join(mailDir, '1-a.eml'), mail);
  world = await startApiWorld({ webDir, mailDir });
});
afterAll(async () => {
  await world.close();
  await rm(webDir, { recursive: true });
  await rm(mailDir, { recursive: true });
});

const json = { 'Content-Type': 'application/json' };
const password = 'vinhdanh-demo';
const nobody = '00000000-0000-4000-8000-000000000000';

describe('what is wrong with a request is said before anything is done', () => {
  test.each([
    ['an address that does not exist', 'GET', '/api/nothing', {}, 404, 'not_found'],
    ['a method the address does not take', 'PUT', '/api/dossiers', {}, 405, 'method_not_allowed'],
    [
      'a method for the template, not for a dossier of that id',
      'DELETE',
      '/api/dossiers/nominations-template.xlsx',
      {},
      405,
      'method_not_allowed',
    ],
    ['no login', 'GET', '/api/dossiers', { anonymous: true }, 401, 'login_required'],
    [
      'no login, whatever the body',
      'POST',
      '/api/dossiers',
      { anonymous: true, body: '{', headers: json },
      401,
      'login_required',
    ],
    ['an id that is no id', 'GET', '/api/dossiers/abc', {}, 400, 'invalid_request'],
    ['an address that cannot be decoded', 'GET', '/api/dossiers/%E0%A4%A', {}, 400, 'malformed_address'],
    ['a query that does not exist', 'GET', '/api/dossiers?limit=5', {}, 400, 'invalid_request'],
    ['a query given twice', 'GET', '/api/dossiers?page=1&page=2', {}, 400, 'invalid_request'],
    ['a page that is no number', 'GET', '/api/dossiers?page=x', {}, 400, 'invalid_request'],
    ['half a letter in the search words', 'GET', '/api/dossiers?q=%00', {}, 400, 'invalid_request'],
    [
      'a body that is no JSON',
      'POST',
      '/api/dossiers',
      { body: '{"a":', headers: json },
      400,
      'malformed_json',
    ],
    [
      'a body that is a bare word',
      'POST',
      '/api/dossiers',
      { body: '"a"', headers: json },
      400,
      'malformed_json',
    ],
    [
      'a form where JSON is meant',
      'POST',
      '/api/dossiers',
      { body: 'a=1', headers: { 'Content-Type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    ['a body without a type', 'POST', '/api/dossiers', {}, 415, 'unsupported_media_type'],
    [
      'an alphabet that JSON is not written in',
      'POST',
      '/api/dossiers',
      { body: '{}', headers: { 'Content-Type': 'application/json; charset=koi8-r' } },
      415,
      'unsupported_media_type',
    ],
    [
      'fields where none are taken',
      'POST',
      `/api/sessions/${nobody}/open`,
      { body: '{"force":true}', headers: json },
      400,
      'invalid_request',
    ],
    [
      'a body of another kind where none is taken',
      'DELETE',
      `/api/dossiers/${nobody}`,
      { body: 'force', headers: { 'Content-Type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    [
      'an empty object where no body is taken, which is none',
      'POST',
      `/api/sessions/${nobody}/open`,
      { body: '{}', headers: json },
      404,
      'session_not_found',
    ],
    ['a method the document does not take', 'POST', '/api/openapi.json', {}, 405, 'method_not_allowed'],
    ['a method the readable page does not take', 'PUT', '/api/docs', {}, 405, 'method_not_allowed'],
    ['a method the public page does not take', 'POST', '/cong-khai', {}, 405, 'method_not_allowed'],
    [
      'two megabytes of JSON',
      'POST',
      '/api/dossiers',
      { body: `"${'x'.repeat(2_000_000)}"`, headers: json },
      413,
      'body_too_large',
    ],
  ])(
    '%s',
    async (_, method, path, {
      anonymous,
      ...init
    }: { anonymous?: boolean; body?: string; headers?: Record<string, string> }, status, code) => {
      const client = anonymous ? world.stranger() : await world.as(clerk);
      const reply = await client.send<Refusable<unknown>>(method, path, init);
      expect([reply.status, reply.body]).toMatchObject([status, { code, status }]);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(reply.body.detail).toMatch(/^[^{}]+\.$/);
    },
  );

  test('405 names the methods that are taken', async () => {
    const reply = await (await world.as(clerk)).send('PATCH', '/api/dossiers');
    expect(reply.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('requests of other sites', () => {
  test.each([
    ['another origin', { Origin: 'https://evil.example' }, 403],
    ['no origin a page may have', { Origin: 'null' }, 403],
    ['another site by the browser’s word', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['a program', {}, 200],
  ])('%s', async (_, headers, status) => {
    const client = await world.as(clerk);
    const body = JSON.stringify({ locale: 'vi' });
    const reply = await client.send('PATCH', '/api/session', { body, headers: { ...json, ...headers } });
    expect(reply.status).toBe(status);
  });

  test('our own origin', async () => {
    const headers = { ...json, Origin: world.baseUrl };
    const reply = await (await world.as(clerk)).send('PATCH', '/api/session', {
      body: '{"locale":"vi"}',
      headers,
    });
    expect(reply.status).toBe(200);
  });
});

describe('login', () => {
  test('says who is logged in, with the roles of today; the cookie is out of reach of scripts', async () => {
    const client = world.stranger();
    const reply = await client.post<Me>('/api/session', { login: 'Clerk.TKTH', password });
    expect(reply.body).toMatchObject({ login: clerk, locale: 'vi' });
    expect(
      reply.body.roles.map(({ role, unit, council }) => [role, unit?.code, council?.name]),
    ).toContainEqual(['clerk', 'TCTK-TKTH', undefined]);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^vinhdanh\.sid=.+; HttpOnly; SameSite=Lax$/);
  });

  test('a new login gets a new session, logging out ends it', async () => {
    const client = await world.stranger().logIn(clerk, password);
    const first = client.cookie;
    await client.logIn(clerk, password);
    expect(client.cookie).not.toBe(first);
    expect((await client.send('DELETE', '/api/session')).status).toBe(204);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  test('a wrong password and an unknown login look the same', async () => {
    const client = world.stranger();
    const wrong = await client.post<Refusable<unknown>>('/api/session', {
      login: 'registrar.ctn',
      password: 'x',
    });
    const unknown = await client.post<Refusable<unknown>>('/api/session', { login: 'nobody', password: 'x' });
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(wrong.body.code).toBe('login_failed');
  });

  test('after ten failures even the right password waits a quarter of an hour', async () => {
    const client = world.stranger();
    const attempt = (word: string) =>
      client.post<Refusable<unknown>>('/api/session', { login: 'tw.15', password: word });
    for (let i = 0; i < 10; i++) expect((await attempt('wrong')).body.code).toBe('login_failed');
    expect((await attempt(password)).body).toMatchObject({ code: 'too_many_attempts', status: 429 });
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 16 * 60 * 1000);
    expect((await attempt(password)).status).toBe(200);
    world.clock.now = before;
  });

  test('an expired session says so, and changes nothing', async () => {
    const client = await world.stranger().logIn(clerk, password);
    await world.db.execute(sql`update login_sessions set expires_at = now() - interval '1 minute'`);
    const reply = await client.post<Refusable<unknown>>('/api/dossiers', {});
    expect([reply.status, reply.body.code]).toEqual([401, 'session_expired']);
    await world.db.execute(sql`update login_sessions set expires_at = now() + interval '1 hour'`);
  });

  test('a disabled account is out at once', async () => {
    const client = await world.stranger().logIn('tw.14', password);
    await world.db.execute(sql`update accounts set disabled_at = now() where login = 'tw.14'`);
    expect((await client.get<Refusable<unknown>>('/api/session')).body.code).toBe('session_expired');
    expect((await world.stranger().post('/api/session', { login: 'tw.14', password })).status).toBe(401);
  });

  test('a role counts from its first to its last day', async () => {
    await world.db.execute(sql`update role_grants set valid_to = '2026-11-19'
      where role = 'clerk' and account_id = (select id from accounts where login = 'clerk.ninhthuan')`);
    const { body } = await (await world.stranger().logIn('clerk.ninhthuan', password)).get<Me>(
      '/api/session',
    );
    expect(body.roles.map(({ role }) => role)).toEqual(['member']);
  });
});

describe('the language of errors', () => {
  test.each([
    ['en-GB,en;q=0.9', 'You need to log in.'],
    ['fr, en;q=0.5, vi;q=0.4', 'You need to log in.'],
    ['fr', 'Bạn cần đăng nhập.'],
    ['vi,en', 'Bạn cần đăng nhập.'],
    ['en;q=0, vi', 'Bạn cần đăng nhập.'],
  ])('%s', async (accepted, detail) => {
    const headers = { 'Accept-Language': accepted };
    const reply = await world.stranger().send<Refusable<unknown>>('GET', '/api/tasks', { headers });
    expect(reply.body.detail).toBe(detail);
  });
});

describe('the pages', () => {
  test.each(['/', '/dossiers/1', '/login'])('%s is the page', async (path) => {
    const headers = { Accept: 'text/html' };
    const reply = await world.stranger().send<string>('GET', path, { headers });
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(reply.body).toContain('<title>Vinh Danh</title>');
  });

  test('built files may be kept for ever, missing ones are missing', async () => {
    const file = await world.stranger().get('/assets/app-1.js');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await world.stranger().get('/assets/app-2.js')).status).toBe(404);
  });

  test('scripts come from here only', async () => {
    const policy = (await world.stranger().get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline[^;]*;?.*script-src|script-src[^;]*unsafe-inline/);
  });
});

describe('the development mail sink', () => {
  test('lists the mails and shows one inside a sandbox', async () => {
    const list = await world.stranger().get<string>('/dev/mail');
    expect(list.body).toContain('<a href="/dev/mail/1-a">Nhac viec</a>');
    const mail = await world.stranger().get<string>('/dev/mail/1-a');
    expect(mail.body).toContain('<iframe sandbox');
    expect(mail.body).not.toContain('<script>');
  });

  test.each(['/dev/mail/2-b', '/dev/mail/..%2Fsecret'])('%s is not there', async (path) => {
    expect((await world.stranger().get(path)).status).toBe(404);
  });
});

test('health says what works', async () => {
  const reply = await world.stranger().get('/api/health');
  expect(reply.body).toEqual({ status: 'ok', database: true, temporal: true });
});

describe('built files come as the client takes them', () => {
  /** The answer as it is on the wire; `fetch` would unpack it. */
  const raw = (path: string, accepted: string) =>
    new Promise<{ headers: Record<string, unknown>; status: number; content: Buffer }>((resolve, reject) => {
      request(`${world.baseUrl}${path}`, { headers: { 'Accept-Encoding': accepted } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            headers: response.headers,
            status: response.statusCode ?? 0,
            content: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  const plain = (content: Buffer) => content;

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['identity', undefined, plain],
  ])('%s -> %s', async (accepted, encoding, unpack) => {
    const { headers, status, content } = await raw('/assets/app-3.js', accepted);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/javascript/),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(content).toString()).toBe(script);
  });

  test.each(['/assets/app-1.js', '/assets/%2e%2e/index.html'])('%s has no compressed copy', async (path) => {
    expect((await raw(path, 'br, gzip')).headers['content-encoding']).toBeUndefined();
  });
});
