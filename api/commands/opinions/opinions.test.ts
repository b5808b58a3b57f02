import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { opinionRequests, tasks } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  clerk,
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { OpinionRequestList } from '../../contract/opinions.ts';

let world: ApiWorld;
let dossier: Submitted;
let appraisalId: string;
beforeAll(async () => {
  world = await startApiWorld();
});
beforeEach(async () => {
  dossier = await submittedDossier(world);
  appraisalId = await openTask(world, dossier, {
    element: 'appraise-at-central',
    level: 'central',
    candidateRole: 'appraiser',
    candidateUnitId: seedId('unit', 'BNV'),
  });
});
afterAll(() => world.close());

const appraiser = 'appraiser.bnv';
const ministry = seedId('unit', 'BKHDT');
const question = 'Đề nghị cho ý kiến về thành tích.';
const path = () => `/api/dossiers/${dossier.dossierId}/opinion-requests`;
const ask = async (body: object, login = appraiser) =>
  (await world.as(login)).post<Refusable<OpinionRequestList>>(path(), body);
const list = async (login = appraiser) =>
  expectOk(await (await world.as(login)).get<OpinionRequestList>(path()));

test('the appraiser notes agencies of the system and others by name, and takes them back until they are sent', async () => {
  expectOk(await ask({ unitId: ministry, question }));
  world.clock.now = new Date(world.clock.now.getTime() + 1000);
  const { body } = await ask({ agencyName: 'Công an thành phố Hà Nội', question });
  expect(body).toMatchObject({ canAsk: true, total: 2 });
  expect(
    body.items.map(({ unit, agencyName, status, canDelete }) => [unit?.code, agencyName, status, canDelete]),
  ).toEqual([
    ['BKHDT', null, 'noted', true],
    [undefined, 'Công an thành phố Hà Nội', 'noted', true],
  ]);
  const [first, second] = body.items;
  const client = await world.as(appraiser);
  expect((await client.delete(`/api/opinion-requests/${first?.id}`)).status).toBe(204);
  await world.db
    .update(opinionRequests)
    .set({ sentAt: world.clock.now, workingDays: 10, silenceAgrees: true, citation: 'x' })
    .where(eq(opinionRequests.id, second?.id ?? ''));
  const late = await client.delete<Refusable<object>>(`/api/opinion-requests/${second?.id}`);
  expect(late.body.code).toBe('opinion_request_sent');
});

test.each([
  ['by somebody who only reads the dossier', { unitId: ministry }, clerk, 'not_appraising'],
  ['of a unit that does not exist', { unitId: seedId('unit', 'none') }, appraiser, 'unit_not_found'],
  [
    'of a unit and another agency at once',
    { unitId: ministry, agencyName: 'A' },
    appraiser,
    'invalid_request',
  ],
  ['of nobody', {}, appraiser, 'invalid_request'],
])('a request %s is refused', async (_, body, login, code) => {
  expect((await ask({ ...body, question }, login)).body.code).toBe(code);
  expect((await list()).items).toEqual([]);
});

test('the same agency is asked once at a time, and nobody asks when the appraisal is done', async () => {
  expectOk(await ask({ unitId: ministry, question }));
  expect((await ask({ unitId: ministry, question })).body.code).toBe('opinion_asked_already');
  await world.db.update(tasks).set({ status: 'cancelled' }).where(eq(tasks.id, appraisalId));
  expect((await ask({ agencyName: 'A', question })).body.code).toBe('not_appraising');
  expect(await list()).toMatchObject({ canAsk: false, items: [{ canDelete: false }] });
});

test('the table collects what came: consent with a remark, a disagreement with its reason, silence', async () => {
  for (const agencyName of ['A', 'B', 'C', 'D']) {
    expectOk(await ask({ agencyName, question }));
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
  }
  const sent = { sentAt: world.clock.now, workingDays: 10, silenceAgrees: true, citation: 'x' };
  await world.db.update(opinionRequests).set(sent).where(eq(opinionRequests.dossierId, dossier.dossierId));
  const { items } = await list();
  const answers = [
    { verdict: 'approve', reason: 'Nhất trí.', form: { paper: '12/CV', paperDate: '2026-11-19' } },
    { verdict: 'reject', reason: 'Đang bị thanh tra.', form: { paper: '13/CV', paperDate: '2026-11-19' } },
  ];
  for (const [index, answer] of answers.entries()) {
    const taskId = await openTask(world, dossier, {
      element: 'give-opinion',
      about: items[index]?.id ?? null,
      verdicts: ['approve', 'reject'],
      form: 'agency-opinion',
    });
    expectOk(
      await (await world.as('head.tctk')).post(`/api/tasks/${taskId}/complete`, { version: 1, ...answer }),
    );
  }
  await world.db
    .update(opinionRequests)
    .set({ silentAt: world.clock.now })
    .where(eq(opinionRequests.id, items[2]?.id ?? ''));
  expect((await list(clerk)).items).toMatchObject([
    { status: 'agreed', text: 'Nhất trí.', paper: '12/CV', paperDate: '2026-11-19' },
    { status: 'disagreed', text: 'Đang bị thanh tra.', paper: '13/CV' },
    { status: 'silent', answeredAt: null },
    { status: 'waiting' },
  ]);
});

test('what an agency outside the system answered is recorded with number and date of its paper; one inside needs none', async () => {
  expectOk(await ask({ agencyName: 'Công an thành phố Hà Nội', question }));
  world.clock.now = new Date(world.clock.now.getTime() + 1000);
  expectOk(await ask({ unitId: ministry, question }));
  const sent = { sentAt: world.clock.now, workingDays: 10, silenceAgrees: true, citation: 'x' };
  await world.db.update(opinionRequests).set(sent).where(eq(opinionRequests.dossierId, dossier.dossierId));
  const [outside, inside] = (await list()).items;
  const answer = async (about: string | undefined) => {
    const step = {
      element: 'give-opinion',
      about: about ?? null,
      verdicts: ['approve' as const, 'reject' as const],
    };
    const taskId = await openTask(world, dossier, { ...step, form: 'agency-opinion' });
    const body = { version: 1, verdict: 'approve', form: {} };
    return (await world.as('head.tctk')).post<Refusable<object>>(`/api/tasks/${taskId}/complete`, body);
  };
  expect((await answer(outside?.id)).body.code).toBe('opinion_paper_needed');
  expectOk(await answer(inside?.id));
});
