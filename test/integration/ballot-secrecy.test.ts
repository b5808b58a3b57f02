import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastBallotsResult, Choice } from '../../api/contract/ballots.ts';
import type { SessionDetail } from '../../api/contract/sessions.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { referTo, submittedDossier } from '../api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { seededRandom } from '../random.ts';

/**
 * A secret ballot attacked with everything that can be copied: every row of every table before the close (without the
 * ballot secret) and after it, with the rows' places on disk and transaction numbers, which a dump would not even show,
 * the planner's statistics, and the logs at their most talkative.
 */
type Row = Record<string, unknown> & { ctid: string; xmin: string };
type Dump = Map<string, Row[]>;

const council = seedId('council', 'TCTK-TKTH');
const members = demoPeople
  .filter(({ seats }) => seats.some((seat) => seat.council === 'TCTK-TKTH'))
  .map(({ login }) => login);
const nominees = demoPeople.filter(({ unit }) => unit === 'TCTK-TKTH').map(({ login }) => login);
const logLines: string[] = [];

let world: ApiWorld;
let itemIds: string[];
/** What nobody may find out: item -> member -> choice. */
const truth = new Map<string, Map<string, Choice>>();
const receipts: string[] = [];
let before: Dump;
let after: Dump;
let closed: SessionDetail;

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line) => void logLines.push(line) });
  world = await startApiWorld({ log });
  itemIds = [];
  for (let dossier = 0; dossier < 3; dossier++) {
    const submitted = await submittedDossier(world, { nominees: nominees.slice(0, 8) });
    itemIds.push(...(await referTo(world, submitted)).itemIds);
  }
  const secretary = await world.as('tkth.02');
  const { id: sessionId } = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${council}/sessions`, {
      mode: 'meeting',
      ballotKind: 'secret',
      scheduledAt: '2026-11-23T02:00:00Z',
    }),
  );
  expectOk(await secretary.post(`/api/sessions/${sessionId}/open`));
  logLines.length = 0;
  const next = seededRandom(20261122);
  for (const agendaItemId of itemIds) {
    const choices = new Map<string, Choice>();
    truth.set(agendaItemId, choices);
    for (const login of shuffled(members, next)) {
      const client = await world.as(login);
      // Some change their mind, one in four.
      const casts = next() < 0.25 ? 2 : 1;
      for (let replaces = 0; replaces < casts; replaces++) {
        const choice: Choice = next() < 0.6 ? 'for' : next() < 0.7 ? 'against' : 'abstain';
        const path = `/api/sessions/${sessionId}/ballots`;
        const ballots = [{ agendaItemId, choice, replaces }];
        receipts.push(expectOk(await client.put<CastBallotsResult>(path, { ballots })).receipt ?? '');
        choices.set(login, choice);
      }
    }
  }
  before = await dump();
  closed = expectOk(await secretary.post<SessionDetail>(`/api/sessions/${sessionId}/close`));
  after = await dump();
});
afterAll(() => world.close());

async function dump(): Promise<Dump> {
  await world.db.$client.query('analyze');
  const { rows: tables } = await world.db.$client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const copied: Dump = new Map();
  for (const { name } of tables) {
    const { rows } = await world.db.$client.query<Row>(
      `select ctid::text, xmin::text, xmax::text, copied.* from ${name} copied order by copied.ctid`,
    );
    copied.set(name, rows);
  }
  const statistics = await world.db.$client.query<Row>(
    `select '' as ctid, '' as xmin, tablename, attname, most_common_vals::text, histogram_bounds::text
     from pg_stats where schemaname = 'public'`,
  );
  return copied.set('pg_stats', statistics.rows);
}

const table = (from: Dump, name: string): Row[] => from.get(name) ?? [];
const hex = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value));
const textOf = (from: Dump) =>
  JSON.stringify([...from.values()].flat().map((row) => Object.values(row).map(hex)));

function shuffled<T>(values: readonly T[], next: () => number): T[] {
  return values
    .map((value) => ({ value, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

describe('before the close, without the secret', () => {
  test('the box shows how many ballots there are, and nothing of what they say', () => {
    const box = table(before, 'sealed_ballots');
    expect(box).toHaveLength(members.length * itemIds.length);
    expect(new Set(box.map(({ sealed }) => hex(sealed).length)).size).toBe(1);
    expect(new Set(box.map(({ sealed }) => hex(sealed))).size).toBe(box.length);
    // No byte of a sealed ballot goes with what it says.
    const said = box.map((row) => truthOfBoxRow(row));
    for (let byte = 0; byte < 39; byte++) {
      const bits = box.map(({ sealed }) => (sealed as Buffer)[byte] ?? 0).map((value) => value & 1);
      const agreeing = bits.filter((bit, i) => (bit === 1) === (said[i] === 'for')).length;
      expect(Math.abs(agreeing - box.length / 2)).toBeLessThan(6 * Math.sqrt(box.length / 4));
    }
  });

  test('no other row and no line of the log says who chose what', () => {
    expect(table(before, 'ballots')).toEqual([]);
    expect(table(before, 'opened_ballots')).toEqual([]);
    const casts = table(before, 'audit_log').filter(({ action }) => action === 'ballot.cast');
    expect(casts).toHaveLength(receipts.length);
    for (const { details } of casts) expect(details).toEqual({ ballots: 1 });
    expectSilence(textOf(before), receipts);
  });
});

describe('after the close', () => {
  test('the box is gone, and nothing of it is left anywhere', () => {
    expect(table(after, 'sealed_ballots')).toEqual([]);
    expect(table(after, 'opened_ballots')).toHaveLength(members.length * itemIds.length);
    const places = table(before, 'sealed_ballots').map(({ place }) => hex(place));
    expectSilence(textOf(after), [...receipts, ...places]);
  });

  test('the choices are one transaction, in the order of random ids', () => {
    const opened = table(after, 'opened_ballots');
    expect(new Set(opened.map(({ xmin }) => xmin)).size).toBe(1);
    const ids = opened.map(({ id }) => String(id));
    expect(ids).toEqual(ids.toSorted());
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(id))).toBe(true);
    expect(Object.keys(opened[0] ?? {}).sort()).toEqual(
      ['agenda_item_id', 'choice', 'ctid', 'id', 'xmax', 'xmin'].sort(),
    );
  });

  test('the log names neither nominations, nor people, nor receipts', () => {
    expect(logLines.length).toBeGreaterThan(receipts.length);
    const people = members.flatMap((login) => [login, seedId('person', login), seedId('account', login)]);
    expectSilence(logLines.join('\n'), [...itemIds, ...people, ...receipts]);
  });

  test('the totals are right', () => {
    for (const item of closed.items) {
      const choices = [...(truth.get(item.id)?.values() ?? [])];
      expect(item.counts).toEqual({
        inFavour: choices.filter((choice) => choice === 'for').length,
        against: choices.filter((choice) => choice === 'against').length,
        abstained: choices.filter((choice) => choice === 'abstain').length,
        missing: 0,
        recused: 0,
      });
    }
  });

  /** Every order in which an attacker can lay out the members who voted on an item ... */
  const memberOrders: [string, (itemId: string) => string[]][] = [
    ['the members as the session lists them', () => table(after, 'session_members').map(memberOf)],
    ['the members by id', () => byColumn(table(after, 'session_members'), 'id').map(memberOf)],
    ['the order in which they first voted', (itemId) => castOrder(itemId, 'first')],
    ['the order in which they last voted', (itemId) => castOrder(itemId, 'last')],
    ['the places in the box before the close', (itemId) => boxOrder(itemId).map(ownerOfPlace)],
  ];
  /** ... and the choices on it. */
  const choiceOrders: [string, (itemId: string) => Choice[]][] = [
    ['as they lie on disk', (itemId) => openedOf(itemId).map(({ choice }) => choice as Choice)],
    ['by id', (itemId) => byColumn(openedOf(itemId), 'id').map(({ choice }) => choice as Choice)],
    [
      'from the end',
      (itemId) =>
        openedOf(itemId)
          .map(({ choice }) => choice as Choice)
          .toReversed(),
    ],
  ];

  test.each(
    memberOrders.flatMap(([who, people]) =>
      choiceOrders.map(([what, choices]) => [who, what, people, choices] as const),
    ),
  )(
    'joining %s with the choices %s is no better than guessing by the totals',
    (_who, _what, people, choices) => {
      expect(hits(people, choices)).toBeLessThanOrEqual(bestGuess());
    },
  );

  test('the attack is a real one: had the close kept the order of the box, it would name most ballots', () => {
    const inOrder = (itemId: string) => boxOrder(itemId).map((row) => truthOfBoxRow(row));
    expect(hits((itemId) => castOrder(itemId, 'last'), inOrder)).toBeGreaterThan(bestGuess());
  });
});

/** How many ballots are named rightly if the nth member is said to have made the nth choice. */
function hits(people: (itemId: string) => string[], choices: (itemId: string) => Choice[]): number {
  let right = 0;
  for (const itemId of itemIds) {
    const guessed = choices(itemId);
    people(itemId).forEach((login, n) => {
      if (truth.get(itemId)?.get(login) === guessed[n]) right += 1;
    });
  }
  return right;
}

/** What one gets right without any join: everybody chose what most chose, by the published totals. */
function bestGuess(): number {
  return closed.items.reduce((sum, { counts }) => {
    return sum + Math.max(counts?.inFavour ?? 0, counts?.against ?? 0, counts?.abstained ?? 0);
  }, 0);
}

const byColumn = (rows: Row[], column: string) =>
  rows.toSorted((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1));
const openedOf = (itemId: string) =>
  table(after, 'opened_ballots').filter(({ agenda_item_id }) => agenda_item_id === itemId);
const boxOrder = (itemId: string) =>
  table(before, 'sealed_ballots').filter(({ agenda_item_id }) => agenda_item_id === itemId);
const memberOf = ({ person_id }: Row) =>
  members.find((login) => seedId('person', login) === person_id) ?? 'nobody';

/**
 * Members by their audit rows while the item was voted on. The attacker is granted to know when that was; ballots went in
 * item by item.
 */
function castOrder(itemId: string, which: 'first' | 'last'): string[] {
  const casts = table(after, 'audit_log')
    .filter(({ action }) => action === 'ballot.cast')
    .sort((a, b) => Number(a.id) - Number(b.id));
  const rows = casts.filter((_, n) => castItems()[n] === itemId);
  const ordered = which === 'first' ? rows : rows.toReversed();
  const logins = ordered.map(
    ({ account_id }) => members.find((login) => seedId('account', login) === account_id) ?? 'nobody',
  );
  const once = [...new Set(logins)];
  return which === 'first' ? once : once.toReversed();
}

/** The item of the nth cast: versions in the box tell how many each item had. */
function castItems(): string[] {
  return itemIds.flatMap((itemId) => {
    const casts = boxOrder(itemId).reduce((sum, { version }) => sum + Number(version), 0);
    return Array.from({ length: casts }, () => itemId);
  });
}

/** The transaction number joins a row of the box with its audit row: whose ballot it is can be told, what it says cannot. */
function ownerOfPlace(row: Row): string {
  const audit = table(before, 'audit_log').find(
    ({ xmin, action }) => xmin === row.xmin && action === 'ballot.cast',
  );
  return members.find((login) => seedId('account', login) === audit?.account_id) ?? 'nobody';
}

const truthOfBoxRow = (row: Row): Choice =>
  truth.get(String(row.agenda_item_id))?.get(ownerOfPlace(row)) ?? 'abstain';

function expectSilence(text: string, secrets: string[]): void {
  for (const secret of secrets) if (text.includes(secret)) expect.fail(`found ${secret}`);
}
