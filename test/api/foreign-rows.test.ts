import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../cli/demo/api-client.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { clerk, draftDossier, type Refusable, referTo, submittedDossier } from './fixtures.ts';
import { insertOutsider, rowsOfOneUnit, secretWord } from './rows-of-another.ts';
import { describedOperations, sampleRequest } from './sample-request.ts';
import { secretary, votingIn } from './voting.ts';
import { type ApiWorld, startApiWorld } from './world.ts';

/**
 * Somebody who holds every role of another ministry asks for, and acts on, the rows of a unit that is not theirs: each operation of
 * the API that names a row is tried with a request that its document takes. A new endpoint is tried by itself.
 */

let world: ApiWorld;
let outsider: ApiClient;
let rows: Record<string, string>;
let before: Record<string, string>;

beforeAll(async () => {
  world = await startApiWorld();
  rows = await rowsOfOneUnit(world);
  const login = await insertOutsider(world);
  for (const table of ['ledger_awards', 'campaigns']) rows[table] = await anyRow(table);
  outsider = await world.stranger().logIn(login, demoPassword);
  before = await fingerprints();
});
afterAll(() => world.close());

async function anyRow(table: string): Promise<string> {
  const found = await world.db.execute<{ id: string }>(
    sql`select id from ${sql.identifier(table)} order by id limit 1`,
  );
  return found.rows[0]?.id ?? '';
}

/** Table -> hash over all of its rows. */
async function fingerprints(): Promise<Record<string, string>> {
  const { rows: tables } = await world.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'login_sessions'`,
  );
  const hashes = tables.map(({ name }) => {
    const table = sql.identifier(name);
    return sql`select ${name} as name, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash from ${table} t`;
  });
  const found = await world.db.execute<{ name: string; hash: string }>(sql.join(hashes, sql` union all `));
  return Object.fromEntries(found.rows.map(({ name, hash }) => [name, hash]));
}

/** Words of addresses and fields that are not the name of their table. */
const tableOf: Record<string, string> = {
  definitions: 'process_definitions',
  definition: 'process_definitions',
  person: 'people',
  instances: 'process_instances',
  instance: 'process_instances',
  initiatives: 'initiative_applications',
  plans: 'work_plans',
  previous: 'work_plans',
  blocs: 'emulation_blocs',
  postings: 'public_postings',
  comments: 'posting_comments',
  item: 'agenda_items',
  standingBody: 'units',
  award: 'ledger_awards',
  ledger: 'ledger_awards',
  replaces: 'office_papers',
};

/** `agendaItem` and `agenda-items` -> `agenda_items` */
function tableName(word: string): string {
  const plain = word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
  return tableOf[word] ?? (plain in rows ? plain : `${plain}s`);
}

/** The row that a parameter or a field stands for; where nothing is known of it, none at all. */
function rowNamed(name: string, path: string): string {
  const ofPath = /([\w-]+)(?:\/\{kind\})?\/\{id\}/.exec(path)?.[1] ?? '';
  const word = name === 'id' || name === 'ids' ? ofPath : name.replace(/(Id|Ids)$/, '');
  return rows[tableName(word)] ?? '00000000-0000-4000-8000-000000000000';
}

/** What all who are logged in, or all administrators, share: no unit owns it. */
const shared = new Set([
  'GET /api/campaigns/{id}',
  'GET /api/definitions/{id}',
  'PUT /api/legal-documents/{id}',
  'POST /api/legal-documents',
]);
/** A person's own login. */
const ownLogin = /^\/api\/session(\/acting|\/password)?$/;

const tried = describedOperations
  .map((described) => ({ ...described, name: `${described.method} ${described.path}` }))
  .filter(
    ({ operation, path, name }) => operation.security.length > 0 && !ownLogin.test(path) && !shared.has(name),
  );
const isList = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' && !path.includes('{');

async function ask(described: (typeof tried)[number]) {
  const { address, init } = sampleRequest(described, (name) => rowNamed(name, described.path));
  const reply = await outsider.send<Refusable<{ accepted?: number }>>(described.method, address, init);
  expect(JSON.stringify(reply.body)).not.toContain(secretWord);
  return reply;
}

test('of every kind of row that an address names there is one', () => {
  const words = tried.flatMap(({ path }) =>
    [...path.matchAll(/([\w-]+)(?:\/\{kind\})?\/\{id\}/g)].map(([, word = '']) => word),
  );
  expect([...new Set(words)].filter((word) => !(tableName(word) in rows))).toEqual([]);
});

describe('who holds every role elsewhere', () => {
  test.each(tried.filter(({ path }) => path.includes('{')))(
    'is refused, or finds nothing: $name',
    async (described) => {
      const { status, body } = await ask(described);
      expect([[403, 404], body.code]).toEqual([expect.arrayContaining([status]), expect.any(String)]);
    },
  );

  test.each(tried.filter((described) => isList(described)))(
    'finds nothing of theirs in $name',
    async (described) => {
      expect([200, 403]).toContain((await ask(described)).status);
    },
  );

  test.each(tried.filter((described) => !isList(described) && !described.path.includes('{')))(
    'is refused where the body names it: $name',
    async (described) => {
      const { status, body } = await ask(described);
      if (status === 200) expect(body.accepted ?? 0).toBe(0);
      else expect([403, 404, 422]).toContain(status);
    },
  );

  test('and nothing has changed', async () => {
    expect(await fingerprints()).toEqual(before);
  });
});

/** A row within a row: what people may do to their own dossier or session reaches no nomination or item of another. */
describe('a row of one address within another', () => {
  const parts = tried.flatMap((described) => {
    const [, of = '', part = ''] =
      /^\/api\/(dossiers|sessions)\/\{id\}\/.*\{(nominationId|itemId)\}/.exec(described.path) ?? [];
    return of === '' ? [] : [{ ...described, of, part }];
  });

  test('is found in the catalogue', () => {
    expect(new Set(parts.map(({ of, part }) => `${of} ${part}`))).toEqual(
      new Set(['dossiers nominationId', 'sessions itemId']),
    );
  });

  test.each(parts)('is not found: $name', async ({ of, part, ...described }) => {
    const other = of === 'dossiers' ? (await draftDossier(world)).id : await sessionOfOthers();
    const asked = await world.as(of === 'dossiers' ? clerk : secretary);
    const unchanged = await fingerprints();
    const idFor = (name: string) => (name === 'id' ? other : rowNamed(name, described.path));
    const { address, init } = sampleRequest(described, idFor);
    const { status, body } = await asked.send<Refusable<unknown>>(described.method, address, init);
    expect([status, body.code]).toEqual([
      404,
      part === 'itemId' ? 'agenda_item_not_found' : 'nomination_not_found',
    ]);
    expect(await fingerprints()).toEqual(unchanged);
  });

  async function sessionOfOthers(): Promise<string> {
    const { itemIds } = await referTo(world, await submittedDossier(world));
    return votingIn(() => world).plan(itemIds);
  }
});
