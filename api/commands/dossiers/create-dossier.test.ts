import { randomUUID } from 'node:crypto';
import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossiers } from '../../../db/schema/index.ts';
import {
  clerk,
  dossierRow,
  draftDossier,
  type Refusable,
  submittedDossier,
  unitId,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const valid = { awardCode: 'CSTDTQ', unitId, periodFrom: 2022, periodTo: 2026 };
const create = async (login: string, body: object) =>
  (await world.as(login)).post<Refusable<DossierDetail>>('/api/dossiers', body);
const rows = async () => (await world.db.select({ count: count() }).from(dossiers))[0]?.count;

test('a draft gets a code, a title of award, unit and period, and the rule of today with its citations', async () => {
  const { status, body } = await create(clerk, valid);
  expect(status).toBe(201);
  expect(body.code).toMatch(/^HS-2026-\d{6}$/);
  expect(body).toMatchObject({ status: 'draft', instanceId: null });
  expect(body.title).toMatch(/^Chiến sĩ thi đua toàn quốc – Vụ .+, 2022–2026$/);
  expect(body.rule).toMatchObject({ ruleSetId: '2025-07-01.nd152', chain: 'P', decider: 'prime_minister' });
  expect(body.rule?.citations.every(({ citation }) => citation.length > 0)).toBe(true);
  expect(Object.entries(body.can).flatMap(([act, may]) => (may ? [act] : []))).toEqual([
    'edit',
    'attach',
    'submit',
    'delete',
  ]);
});

describe('why a form is proposed decides its papers (Law 06/2022/QH15 Article 85, grade A)', () => {
  const full = ['submission', 'achievement_report', 'commendation_minutes', 'completion_evidence'];
  const few = ['submission', 'summary_report'];
  test.each([
    ['regular merit, where nothing is said', {}, 'merit', null, full],
    ['sudden merit', { commendationKind: 'sudden' }, 'sudden', null, few],
    ['a movement', { commendationKind: 'movement' }, 'movement', null, full],
    [
      'a movement, found by the head',
      { commendationKind: 'movement', simplifiedCase: 'found_by_head' },
      'movement',
      'found_by_head',
      few,
    ],
  ])('%s', async (_, reason, commendationKind, simplifiedCase, papers) => {
    const { body } = await create(clerk, { ...valid, awardCode: 'BK_BO', ...reason });
    expect(body).toMatchObject({ commendationKind, simplifiedCase });
    expect(body.rule?.papers.map(({ kind }) => kind)).toEqual(papers);
    expect(body.rule?.simplified).toMatchObject({ holds: papers === few, grade: 'A' });
  });

  test('a title has no kind and no simplified procedure', async () => {
    const { body } = await create(clerk, valid);
    expect(body).toMatchObject({ commendationKind: null, rule: { simplified: null } });
  });
});

test('thirty dossiers at once get thirty codes without a gap', async () => {
  const replies = await Promise.all(Array.from({ length: 30 }, () => create(clerk, valid)));
  const numbers = replies.map(({ body }) => Number(body.code.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
});

describe('refused, and nothing is stored', () => {
  test.each([
    ['an unknown award', clerk, { ...valid, awardCode: 'NOBEL' }, 422, 'unknown_award'],
    ['the clerk of another unit', 'clerk.tccb', valid, 403, 'forbidden'],
    ['somebody without a clerk’s role', 'head.tctk', valid, 403, 'forbidden'],
    ['a unit that does not exist', clerk, { ...valid, unitId: randomUUID() }, 403, 'forbidden'],
    [
      'a title with a kind of commendation',
      clerk,
      { ...valid, commendationKind: 'sudden' },
      422,
      'title_without_kind',
    ],
    [
      'a title by the simplified procedure',
      clerk,
      { ...valid, simplifiedCase: 'bravery' },
      422,
      'title_without_kind',
    ],
    [
      'a kind that does not exist',
      clerk,
      { ...valid, awardCode: 'BK_BO', commendationKind: 'luck' },
      400,
      'invalid_request',
    ],
    ['a period that ends before it starts', clerk, { ...valid, periodTo: 2021 }, 422, 'period_reversed'],
    [
      'a campaign that does not exist',
      clerk,
      { ...valid, campaignId: randomUUID() },
      422,
      'campaign_not_found',
    ],
    ['a year that is no year', clerk, { ...valid, periodTo: 20226 }, 400, 'invalid_request'],
    ['a unit that is no id', clerk, { ...valid, unitId: 'TCTK' }, 400, 'invalid_request'],
    ['an unknown field', clerk, { ...valid, status: 'issued' }, 400, 'invalid_request'],
  ])('%s', async (_, login, body, status, code) => {
    const before = await rows();
    const reply = await create(login, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await rows()).toBe(before);
  });

  test('every wrong field is named in the answer', async () => {
    const { body } = await create(clerk, { awardCode: 'x', periodFrom: '2022', periodTo: 2026, extra: 1 });
    expect(body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['awardCode', 'wrong_format'],
      ['unitId', 'required'],
      ['periodFrom', 'wrong_type'],
      ['extra', 'unknown_field'],
    ]);
  });
});

describe('deleting', () => {
  const remove = async (login: string, id: string) =>
    (await world.as(login)).send<Refusable<unknown>>('DELETE', `/api/dossiers/${id}`);

  test('a draft goes with its nominations', async () => {
    const { id } = await draftDossier(world);
    expect((await remove(clerk, id)).status).toBe(204);
    expect(await dossierRow(world, id)).toBeUndefined();
    expect((await remove(clerk, id)).body).toMatchObject({ code: 'dossier_not_found' });
  });

  test('what was submitted stays', async () => {
    const { dossierId } = await submittedDossier(world);
    expect((await remove(clerk, dossierId)).body).toMatchObject({ code: 'dossier_not_draft' });
    expect(await dossierRow(world, dossierId)).toMatchObject({ status: 'running' });
  });
});
