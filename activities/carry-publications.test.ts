import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendEvent } from '../db/outbox.ts';
import { outbox, processInstances, publications, subscriptions } from '../db/schema/index.ts';
import type { Effect, Subscription } from '../engine/types.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { runningDossier } from '../test/fixtures/running-dossier.ts';
import { carryNext, carryPublications } from './carry-publications.ts';
import { commitStep } from './commit/commit-step.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(subscriptions);
  await database.db.delete(publications);
});

/** A year ahead of any wall clock: only the clock of the instances counts. */
const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 0, minute)).toISOString();

/** An instance whose steps are committed one after another, each at a minute of its own clock. */
async function instance() {
  const { instanceId } = await runningDossier(database.db);
  let step = 0;
  const commit = async (minute: number, effects: Effect[], number?: number) => {
    const event = { type: 'timersDue' as const, ...(number === undefined ? {} : { number }) };
    step += 1;
    await commitStep(database.db, { instanceId, step, event, now: at(minute), effects, position: [] });
  };
  return {
    instanceId,
    commit,
    waits: (minute: number, what: Subscription, visit = 'v1') =>
      commit(minute, [{ type: 'subscribe', visit, ...what }]),
    throws: (
      minute: number,
      { kind, name, correlationKey }: Subscription,
      timeToLive: string | null = null,
    ) =>
      commit(minute, [
        {
          type: 'publish',
          kind,
          process: 'P',
          element: 'T',
          name,
          correlationKey: correlationKey === '' ? null : correlationKey,
          variables: { minute },
          timeToLive,
        },
      ]),
    /** `message minute-of-throwing` of everything that was sent to it. */
    async received() {
      const rows = await database.db
        .select({ event: outbox.event })
        .from(outbox)
        .where(eq(outbox.instanceId, instanceId))
        .orderBy(asc(outbox.number));
      return rows.map(({ event }) => `${event.type} ${'variables' in event ? event.variables.minute : ''}`);
    },
  };
}

async function carry(): Promise<string[]> {
  const delivered: string[] = [];
  await carryPublications({ db: database.db, deliver: async (id) => void delivered.push(id) });
  return delivered;
}

const alarm: Subscription = { kind: 'signal', name: 'alarm', correlationKey: '' };
const news = (correlationKey: string): Subscription => ({ kind: 'message', name: 'news', correlationKey });

describe('a signal', () => {
  test('is told to every other instance that waits for it, once each', async () => {
    const [thrower, first, second, deaf] = [
      await instance(),
      await instance(),
      await instance(),
      await instance(),
    ];
    for (const { waits } of [thrower, first, second]) await waits(0, alarm);
    await first.waits(1, alarm, 'v2');
    await deaf.waits(0, { ...alarm, name: 'calm' });
    await thrower.throws(2, alarm);
    expect((await carry()).sort()).toEqual([first.instanceId, second.instanceId].sort());
    expect([await first.received(), await second.received()]).toEqual([['signal 2'], ['signal 2']]);
    expect([await thrower.received(), await deaf.received()]).toEqual([[], []]);
    expect(await carry()).toEqual([]);
  });

  test('is not heard by who begins to wait later', async () => {
    const [thrower, late] = [await instance(), await instance()];
    await thrower.throws(1, alarm);
    await late.waits(2, alarm);
    expect(await carry()).toEqual([]);
  });

  test('goes on, chunk by chunk, where a carrier that died has stopped', async () => {
    const thrower = await instance();
    const hearers = await Promise.all(Array.from({ length: 5 }, instance));
    for (const { waits } of hearers) await waits(0, alarm);
    await thrower.throws(1, alarm);
    expect(await carryNext(database.db, 2)).toHaveLength(2);
    expect(await carryNext(database.db, 2)).toHaveLength(2);
    expect(await carry()).toHaveLength(1);
    for (const hearer of hearers) expect(await hearer.received()).toEqual(['signal 1']);
  });
});

describe('a message', () => {
  test('goes to whoever has waited for its key longest, and to nobody else', async () => {
    const [thrower, old, young, other] = [
      await instance(),
      await instance(),
      await instance(),
      await instance(),
    ];
    await young.waits(2, news('7'));
    await old.waits(1, news('7'));
    await other.waits(0, news('8'));
    await thrower.throws(3, news('7'));
    expect(await carry()).toEqual([old.instanceId]);
    expect([await young.received(), await other.received()]).toEqual([[], []]);
  });

  test('one wait takes one message; the next goes to another, or waits until the first was used up', async () => {
    const [thrower, hearer, second] = [await instance(), await instance(), await instance()];
    await hearer.waits(1, news(''));
    await second.waits(2, news('7'));
    for (const minute of [3, 4, 5]) await thrower.throws(minute, news('7'), 'PT1H');
    expect(await carry()).toEqual([hearer.instanceId, second.instanceId]);
    expect([await hearer.received(), await second.received()]).toEqual([['message 3'], ['message 4']]);
    await hearer.commit(6, [], 0);
    expect(await carry()).toEqual([hearer.instanceId]);
    expect(await hearer.received()).toEqual(['message 3', 'message 5']);
  });

  test.each([
    ['PT10M', 9, ['message 1']],
    ['PT10M', 12, []],
    [null, 2, []],
  ])(
    'kept for %s is received by a wait that begins at minute %i: %j',
    async (timeToLive, minute, expected) => {
      const [thrower, hearer] = [await instance(), await instance()];
      await thrower.throws(1, news('7'), timeToLive);
      await carry();
      await hearer.waits(minute, news('7'));
      await carry();
      expect(await hearer.received()).toEqual(expected);
    },
  );

  test('is not sent to an instance that has ended', async () => {
    const { db } = database;
    const [thrower, ended] = [await instance(), await instance()];
    await ended.waits(0, news('7'));
    const end = { status: 'ended' as const, endedAt: new Date() };
    await db.update(processInstances).set(end).where(eq(processInstances.id, ended.instanceId));
    await thrower.throws(1, news('7'));
    expect(await carry()).toEqual([]);
    await expect(
      db.transaction((tx) =>
        appendEvent(tx, { instanceId: ended.instanceId, event: { type: 'timersDue' }, accountId: null }),
      ),
    ).rejects.toThrow('has ended');
  });
});
