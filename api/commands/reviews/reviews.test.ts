import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  annualRatings,
  dossiers,
  ledgerAwards,
  ledgerStatements,
  reviews,
} from '../../../db/schema/index.ts';
import { clerk, personId, type Refusable, unitId } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';
import type { Review, StartedDossiers, Suggestion } from '../../contract/reviews.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const year = 2025;
const closeYear = async (body: object = { unitId, year }, login = clerk) =>
  (await world.as(login)).post<Refusable<Review>>('/api/reviews', body);
const suggestions = async (reviewId: string, query = '') =>
  (
    await (
      await world.as(clerk)
    ).get<{ items: Suggestion[]; total: number }>(
      `/api/reviews/${reviewId}/suggestions?pageSize=2000${query}`,
    )
  ).body;
const start = async (reviewId: string, suggestionIds: string[], login = clerk) =>
  (await world.as(login)).post<Refusable<StartedDossiers>>(`/api/reviews/${reviewId}/dossiers`, {
    suggestionIds,
  });

/** What the ledger says of two of the unit: both have the title of the year and excellent work. */
beforeEach(async () => {
  await world.db.execute(
    sql`truncate ledger_awards, annual_ratings, ledger_statements, reviews, review_suggestions cascade`,
  );
  const at = { source: 'entry' as const, recordedAt: world.clock.now };
  for (const id of [personId('tkth.03'), personId('tkth.04')]) {
    await world.db.insert(ledgerAwards).values({
      personId: id,
      awardCode: 'LDTT',
      fromYear: year,
      year,
      decisionSymbol: '9/QĐ-TCTK',
      decidedOn: '2025-12-31',
      ...at,
    });
    await world.db.insert(annualRatings).values({ personId: id, year, rating: 'excellent', ...at });
    await world.db.insert(ledgerStatements).values({
      personId: id,
      awardsCompleteFrom: 1945,
      initiativesComplete: true,
      disciplineComplete: true,
      underExamination: false,
      ...at,
    });
  }
});

test('a closed year says who may be proposed for what, with the verdict, what was found and the article', async () => {
  const { status, body } = await closeYear();
  expect(status).toBe(200);
  expect(body).toMatchObject({ year, unit: { id: unitId }, ruleSetId: '2025-07-01.nd152', canAct: true });
  expect(body.awards.find(({ awardCode }) => awardCode === 'CSTDCS')).toMatchObject({
    eligible: 2,
    taken: 0,
  });

  const { items } = await suggestions(body.id, '&awardCode=CSTDCS&verdict=eligible');
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({
    kind: 'person',
    periodFrom: year,
    periodTo: year,
    dossier: null,
    way: { outcome: 'met', citation: 'Luật số 06/2022/QH15, Điều 23', grade: 'A' },
  });
  expect(items[0]?.way.criteria[0]?.facts).toEqual(['Lao động tiên tiến năm 2025']);
});

test('of whom the ledger tells nothing, nothing is suggested', async () => {
  const { body } = await closeYear();
  const names = new Set((await suggestions(body.id)).items.map(({ name }) => name));
  expect(names.size).toBe(2);
});

describe('accepted suggestions become dossiers', () => {
  test('one draft for each award and period, with everybody accepted for it', async () => {
    const { body: review } = await closeYear();
    const { items } = await suggestions(review.id, '&verdict=eligible');
    const { status, body } = await start(
      review.id,
      items.map(({ id }) => id),
    );
    expect(status).toBe(201);
    const codes = [...new Set(items.map(({ awardCode }) => awardCode))].sort();
    expect(body.dossiers.map(({ awardCode }) => awardCode).sort()).toEqual(codes);

    const draft = body.dossiers.find(({ awardCode }) => awardCode === 'CSTDCS');
    expect(draft).toMatchObject({ status: 'draft', nominations: 2, periodFrom: year, periodTo: year });
    const { body: detail } = await (await world.as(clerk)).get<DossierDetail>(`/api/dossiers/${draft?.id}`);
    expect(detail.can).toMatchObject({ edit: true, submit: true });
    const taken = (await suggestions(review.id, '&awardCode=CSTDCS')).items.map(
      ({ dossier }) => dossier?.code,
    );
    expect(new Set(taken)).toEqual(new Set([draft?.code]));
  });

  test('a suggestion is taken once; its draft deleted, it is free again', async () => {
    const { body: review } = await closeYear();
    const [one] = (await suggestions(review.id, '&awardCode=CSTDCS')).items;
    const ids = [one?.id ?? ''];
    const { body } = await start(review.id, ids);
    const again = await start(review.id, ids);
    expect([again.status, again.body.code]).toEqual([409, 'suggestion_taken']);
    expect(again.body.detail).toContain(body.dossiers[0]?.code);
    await (await world.as(clerk)).delete(`/api/dossiers/${body.dossiers[0]?.id}`);
    expect((await start(review.id, ids)).status).toBe(201);
  });

  test('two who accept the same at once: one gets the dossier', async () => {
    const { body: review } = await closeYear();
    const ids = (await suggestions(review.id, '&awardCode=CSTDCS')).items.map(({ id }) => id);
    const replies = await Promise.all([start(review.id, ids), start(review.id, ids)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const codes = replies.flatMap(({ body }) => (body.dossiers ?? []).map(({ id }) => id));
    expect(
      await world.db
        .select()
        .from(dossiers)
        .where(eq(dossiers.id, codes[0] ?? '')),
    ).toHaveLength(1);
  });

  test('finding anew keeps what a dossier was started from, and takes up what the ledger tells since', async () => {
    const { body: review } = await closeYear();
    const [one, other] = (await suggestions(review.id, '&awardCode=CSTDCS')).items;
    await start(review.id, [one?.id ?? '']);
    await world.db.update(ledgerStatements).set({ underExamination: true });
    const { body: again } = await closeYear();
    expect(again.id).toBe(review.id);
    const left = (await suggestions(review.id)).items;
    expect(left.map(({ id }) => id)).toEqual([one?.id]);
    expect(left.map(({ name }) => name)).not.toContain(other?.name);
  });
});

describe('refused, and nothing is stored', () => {
  test.each([
    ['a year that is not over, without a reason', clerk, { unitId, year: 2026 }, 409, 'year_not_over'],
    ['a year to come', clerk, { unitId, year: 2027, earlyReason: 'Sớm.' }, 422, 'year_to_come'],
    ['another unit’s clerk', 'clerk.tccb', { unitId, year }, 403, 'forbidden'],
    ['a unit that does not exist', clerk, { unitId: randomUUID(), year }, 403, 'forbidden'],
    ['a year out of range', clerk, { unitId, year: 1900 }, 400, 'invalid_request'],
  ])('%s', async (_, login, body, status, code) => {
    const reply = await closeYear(body, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await world.db.select().from(reviews)).toEqual([]);
  });

  test('a suggestion of no review, a review of another unit', async () => {
    const { body: review } = await closeYear();
    const unknown = await start(review.id, [randomUUID()]);
    expect([unknown.status, unknown.body.code]).toEqual([409, 'suggestion_not_found']);
    const missing = await start(randomUUID(), [randomUUID()]);
    expect([missing.status, missing.body.code]).toEqual([404, 'review_not_found']);
    const [one] = (await suggestions(review.id)).items;
    const other = await start(review.id, [one?.id ?? ''], 'clerk.tccb');
    expect([other.status, other.body.code]).toEqual([403, 'forbidden']);
    const unseen = await (await world.as('clerk.tccb')).get<Refusable<Review>>(`/api/reviews/${review.id}`);
    expect([unseen.status, unseen.body.code]).toEqual([404, 'review_not_found']);
  });

  test('the current year is closed early with a reason, which is kept', async () => {
    const { body } = await closeYear({ unitId, year: 2026, earlyReason: 'Chốt đến 30/9.' });
    expect(body).toMatchObject({ year: 2026, earlyReason: 'Chốt đến 30/9.' });
  });
});
