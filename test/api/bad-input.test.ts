import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../cli/demo/api-client.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import {
  clerk,
  draftDossier,
  openTask,
  personId,
  type Refusable,
  submittedDossier,
  unitId,
} from './fixtures.ts';
import { type ApiWorld, startApiWorld } from './world.ts';

/** What the pages let a person do wrong: each is answered by an error of its own and changes nothing. */

let world: ApiWorld;
let draftId: string;
let openTaskId: string;
let doneTaskId: string;

beforeAll(async () => {
  world = await startApiWorld();
  draftId = (await draftDossier(world)).id;
  const dossier = await submittedDossier(world);
  openTaskId = await openTask(world, dossier);
  doneTaskId = await openTask(world, dossier);
  const decision = { version: 1, verdict: 'approve' };
  await (await world.as('head.tctk')).post(`/api/tasks/${doneTaskId}/complete`, decision);
});
afterAll(() => world.close());

/** Rows of every table. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows: tables } = await world.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await world.db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)}`,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

type Reply = { status: number; body: Refusable<unknown> };

interface Wrong {
  login?: string;
  send: (client: ApiClient) => Promise<Reply>;
  status: number;
  code: string;
  /** Where it points to: a field of the request or a row of the file. */
  at?: string;
}

const nominees = (name: string, content: Uint8Array | string) => (client: ApiClient) =>
  client.upload<Refusable<unknown>>(`/api/dossiers/${draftId}/nominations/import`, { name, content });
const complete = (id: () => string, body: object) => (client: ApiClient) =>
  client.post<Refusable<unknown>>(`/api/tasks/${id()}/complete`, body);
const heading = 'Họ và tên,Chức vụ,Đơn vị,Mã số,Thành tích';
const unitName = 'Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê';

const wrongs: Record<string, Wrong> = {
  'an award that does not exist': {
    send: (client) =>
      client.post('/api/dossiers', { awardCode: 'NO_SUCH', unitId, periodFrom: 2026, periodTo: 2026 }),
    status: 422,
    code: 'unknown_award',
  },
  'a nominee who is in the dossier already': {
    send: (client) =>
      client.post(`/api/dossiers/${draftId}/nominations`, { kind: 'person', personId: personId('tkth.03') }),
    status: 409,
    code: 'nominee_listed_twice',
  },
  'a nominee twice in one file': {
    send: nominees(
      'a.csv',
      `${heading}\n${['Phạm Thu Hà', 'Phạm Thu Hà'].map((name) => `${name},Chuyên viên,${unitName},,`).join('\n')}`,
    ),
    status: 422,
    code: 'import_rows_invalid',
    at: 'row',
  },
  'an empty file': { send: nominees('a.xlsx', ''), status: 422, code: 'file_empty' },
  'a file with a heading and nobody': { send: nominees('a.csv', heading), status: 422, code: 'file_empty' },
  '10 MB of junk called .xlsx': {
    send: nominees('danh-sach.xlsx', randomBytes(10 * 1024 * 1024)),
    status: 413,
    code: 'file_too_large',
  },
  'junk below the limit called .xlsx': {
    send: nominees('danh-sach.xlsx', randomBytes(4 * 1024 * 1024)),
    status: 422,
    code: 'file_not_a_spreadsheet',
  },
  'a decision on a task that is done': {
    login: 'head.tctk',
    send: complete(() => doneTaskId, { version: 1, verdict: 'approve' }),
    status: 409,
    code: 'task_already_done',
  },
  'a return without a reason': {
    login: 'head.tctk',
    send: complete(() => openTaskId, { version: 1, verdict: 'return' }),
    status: 422,
    code: 'reason_required',
    at: 'reason',
  },
  'a rejection with a reason of spaces': {
    login: 'head.tctk',
    send: complete(() => openTaskId, { version: 1, verdict: 'reject', reason: '  ' }),
    status: 400,
    code: 'invalid_request',
    at: 'reason',
  },
  'a withdrawal without a reason': {
    send: (client) => client.post(`/api/dossiers/${draftId}/withdraw`, {}),
    status: 400,
    code: 'invalid_request',
    at: 'reason',
  },
};

describe('is answered by an error of its own, in both languages, and changes nothing:', () => {
  test.each(Object.entries(wrongs))('%s', async (_, { login = clerk, send, status, code, at }) => {
    const client = await world.as(login);
    const before = await rowCounts();
    const reply = await send(client);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.detail).toMatch(/^(\p{Lu}|\d).*\.$/u);
    if (at === 'row') expect(reply.body.rows?.[0]).toMatchObject({ row: expect.any(Number) });
    else if (at !== undefined)
      expect(reply.body.errors).toContainEqual(expect.objectContaining({ path: at }));
    expect(await rowCounts()).toEqual(before);
  });

  test('a session that has expired', async () => {
    const client = await world.stranger().logIn(clerk, demoPassword);
    await world.db.execute(sql`update login_sessions set expires_at = now() - interval '1 minute'`);
    const before = await rowCounts();
    const reply = await client.post<Refusable<unknown>>('/api/dossiers', {
      awardCode: 'LDTT',
      unitId,
      periodFrom: 2026,
      periodTo: 2026,
    });
    expect([reply.status, reply.body.code]).toEqual([401, 'session_expired']);
    expect(await rowCounts()).toEqual(before);
  });
});
