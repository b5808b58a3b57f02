import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import {
  clerk,
  openTask,
  personId,
  type Refusable,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { PartyManagement, PartyOpinionList } from '../../contract/party.ts';

let world: ApiWorld;
let dossier: Submitted;
let taskId: string;
beforeAll(async () => {
  world = await startApiWorld();
  const managed = {
    personId: personId('tkth.03'),
    level: 'department',
    committee,
    source: 'Quyết định 7-QĐ/ĐU',
  };
  expectOk(await manage({ ...managed, validFrom: '2026-01-01' }));
  // Managed once, not any more.
  expectOk(
    await manage({
      ...managed,
      personId: personId('tkth.04'),
      validFrom: '2020-01-01',
      validTo: '2025-12-31',
    }),
  );
});
beforeEach(async () => {
  dossier = await submittedDossier(world, { awardCode: 'CSTDCS', nominees: ['tkth.03', 'tkth.04'] });
  taskId = await openTask(world, dossier);
});
afterAll(() => world.close());

const appraiser = 'appraiser.tctk';
const committee = 'Đảng ủy Tổng cục Thống kê';
const manage = async (body: object, login = appraiser) =>
  (await world.as(login)).post<Refusable<PartyManagement>>('/api/party-management', body);
const path = () => `/api/dossiers/${dossier.dossierId}/party-opinions`;
const needs = async (login = appraiser) =>
  expectOk(await (await world.as(login)).get<PartyOpinionList>(path()));
const approve = async () =>
  (await world.as('head.tctk')).post<Refusable<object>>(`/api/tasks/${taskId}/complete`, {
    version: 1,
    verdict: 'approve',
  });
const paper = { name: 'y-kien.pdf', content: Buffer.from('%PDF-1.4\n%âãÏÓ\n') };
const opinion = {
  level: 'department',
  committee,
  symbol: '12-CV/ĐU',
  issuedOn: '2026-11-01',
  outcome: 'agree',
};
const record = async (fields: Record<string, string>, login = appraiser) => {
  const { items } = await needs();
  const given = { ...opinion, nominationIds: items[0]?.nominationId ?? '', ...fields };
  return (await world.as(login)).upload<Refusable<PartyOpinionList>>(path(), paper, given);
};

test('a head approves nobody whom the committee manages before it has given its opinion, and is told who lacks it and by which rule', async () => {
  expect(await needs()).toMatchObject({
    total: 1,
    basis: { grade: 'U' },
    items: [{ level: 'department', committee, opinion: null, canRecord: true }],
  });
  const refused = await approve();
  expect([refused.status, refused.body.code]).toEqual([409, 'party_opinion_missing']);
  expect(refused.body.detail).toContain((await needs()).items[0]?.name);
  expect(refused.body.detail).toContain('(U)');
  expect(await eventsOf(world, dossier.instanceId)).toEqual([]);

  expectOk(await record({ outcome: 'disagree', comment: 'Đang xem xét kỷ luật.' }));
  world.clock.now = new Date(world.clock.now.getTime() + 1000);
  expectOk(await record({}));
  expect((await needs(clerk)).items).toMatchObject([
    {
      canRecord: false,
      opinion: { symbol: '12-CV/ĐU', outcome: 'agree', document: { fileName: 'y-kien.pdf' } },
    },
  ]);
  expectOk(await approve());
});

test('to return a dossier needs no opinion', async () => {
  const reply = await (await world.as('head.tctk')).post(`/api/tasks/${taskId}/complete`, {
    version: 1,
    verdict: 'return',
    reason: 'Thiếu báo cáo',
  });
  expect(reply.status).toBe(200);
});

describe('an opinion is refused', () => {
  test.each([
    ['by whoever only reads the dossier', {}, clerk, 'forbidden'],
    ['of a level where the account does not appraise', { level: 'ministry' }, appraiser, 'forbidden'],
    ['that does not agree and says nothing', { outcome: 'disagree' }, appraiser, 'party_comment_needed'],
    ['dated later than today', { issuedOn: '2027-01-01' }, appraiser, 'party_paper_later'],
    ['on nobody', { nominationIds: '' }, appraiser, 'invalid_request'],
    ['on a stranger', { nominationIds: crypto.randomUUID() }, appraiser, 'party_opinion_not_needed'],
  ] as const)('%s', async (_, fields, login, code) => {
    expect((await record(fields, login)).body.code).toBe(code);
    expect((await needs()).items[0]?.opinion).toBeNull();
  });

  test('without its paper', async () => {
    const { items } = await needs();
    const fields = { ...opinion, nominationIds: items[0]?.nominationId ?? '' };
    const empty = { name: 'a.pdf', content: Buffer.of() };
    const reply = await (await world.as(appraiser)).upload<Refusable<object>>(path(), empty, fields);
    expect(reply.body.code).toBe('file_empty');
  });
});

describe('who is managed is recorded', () => {
  const body = { level: 'department', committee, source: 'QĐ', validFrom: '2026-01-01' };
  test.each([
    ['not by a clerk', { personId: personId('tkth.05') }, clerk, 'forbidden'],
    ['not of a person of another ministry’s staff', { personId: personId('tw.08') }, appraiser, 'forbidden'],
    ['not of nobody', { personId: crypto.randomUUID() }, appraiser, 'person_not_found'],
    [
      'not with an end before its beginning',
      { personId: personId('tkth.05'), validTo: '2025-01-01' },
      appraiser,
      'party_management_dates',
    ],
  ] as const)('%s', async (_, changes, login, code) => {
    expect((await manage({ ...body, ...changes }, login)).body.code).toBe(code);
  });

  test('and ends once', async () => {
    const { id } = expectOk(await manage({ ...body, personId: personId('tkth.06') }));
    const end = async (validTo: string) =>
      (await world.as(appraiser)).post<Refusable<PartyManagement>>(`/api/party-management/${id}/end`, {
        validTo,
      });
    expect((await end('2025-01-01')).body.code).toBe('party_management_dates');
    expect((await end('2026-11-30')).body.validTo).toBe('2026-11-30');
    expect((await end('2026-12-30')).body.code).toBe('party_management_ended');
    const list = await (await world.as(appraiser)).get<{ items: PartyManagement[] }>(
      '/api/party-management?q=x',
    );
    expect(list.body.items).toEqual([]);
  });
});
