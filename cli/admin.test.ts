import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '../db/password.ts';
import { accounts, auditLog, roleGrants, units } from '../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { admin } from './admin.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('migrated');
});
afterAll(() => database.drop());

async function run(args: string[], password = '') {
  const out: string[] = [];
  const error: string[] = [];
  const streams = { out: (line: string) => out.push(line), error: (line: string) => error.push(line) };
  const input = Readable.from([password]);
  const code = await admin(args, streams, { databaseUrl: database.url, input });
  return { code, out: out.join('\n'), error: error.join('\n') };
}
const create = (...more: string[]) =>
  run(['create', '--login', 'Quan.Tri', '--name', 'Trần Văn Mẫu', ...more], 'mưa rơi trên mái\n');

describe('the first administrator of an empty database', () => {
  test.each([
    ['nothing said', ['create'], 2, 'Give --login'],
    ['no act', [], 2, 'create or recover'],
    ['no unit', ['create', '--login', 'a.b', '--name', 'A'], 2, 'Give --unit'],
    [
      'a unit that is none',
      ['create', '--login', 'a.b', '--name', 'A', '--unit', 'UBND'],
      1,
      'There is no such unit.',
    ],
    ['an unknown switch', ['create', '--force'], 2, '--force'],
  ])('%s: refused', async (_, args, code, words) => {
    const result = await run(args);
    expect(result.code).toBe(code);
    expect(result.error).toContain(words);
    expect(await database.db.select().from(accounts)).toEqual([]);
  });

  test('comes with the root of the organisation and a password for one login', async () => {
    const { code, out } = await create('--unit', 'UBND', '--unit-name', 'UBND tỉnh');
    expect([code, out.split('\n')[0]]).toEqual([0, 'quan.tri is an administrator now.']);
    const [account] = await database.db.select().from(accounts);
    expect(account).toMatchObject({ login: 'quan.tri', mustChangePassword: true, disabledAt: null });
    const printed = out.match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}$/)?.[0] ?? '';
    expect(await verifyPassword(printed, account?.passwordHash ?? '')).toBe(true);
    const [unit] = await database.db.select().from(units);
    expect(unit).toMatchObject({ code: 'UBND', name: 'UBND tỉnh', parentId: null });
    expect(await database.db.select().from(roleGrants)).toMatchObject([{ role: 'admin', unitId: unit?.id }]);
    expect(await database.db.select({ action: auditLog.action }).from(auditLog)).toEqual([
      { action: 'account.create_administrator' },
    ]);
  });

  test('is not made beside another one unless that is said', async () => {
    const refused = await run(['create', '--login', 'hai', '--name', 'A', '--unit', 'UBND']);
    expect([refused.code, refused.error.split(':')[0]]).toEqual([1, expect.stringContaining('say --beside')]);
    expect((await run(['create', '--login', 'hai', '--name', 'A', '--unit', 'UBND', '--beside'])).code).toBe(
      0,
    );
    const taken = await create('--unit', 'UBND', '--beside');
    expect([taken.code, taken.error]).toEqual([1, 'The login quan.tri is taken.']);
  });

  test('who forgot the password gets another one, of their own by standard input', async () => {
    const short = await run(['recover', '--login', 'quan.tri', '--password-stdin'], 'ngan\n');
    expect([short.code, short.error]).toEqual([1, 'The password needs at least 10 characters.']);
    const done = await run(['recover', '--login', 'quan.tri', '--password-stdin'], 'mưa rơi trên mái\n');
    expect([done.code, done.out]).toEqual([0, 'quan.tri can log in again.']);
    const all = await database.db.select().from(accounts);
    const account = all.find(({ login }) => login === 'quan.tri');
    expect(account?.mustChangePassword).toBe(false);
    expect(await verifyPassword('mưa rơi trên mái', account?.passwordHash ?? '')).toBe(true);
    expect((await run(['recover', '--login', 'khong.co'])).error).toBe('There is no such account.');
  });
});
