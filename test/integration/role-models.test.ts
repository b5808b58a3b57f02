import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, PublicRoleModelDetail, RoleModelDetail } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { openTask } from '../../cli/demo/blocs.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { playRoleModel } from '../../cli/demo/role-models.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { ledgerAwards, roleModelAwards } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { Refusable } from '../api/fixtures.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';
const proposal = {
  unitId: seedId('unit', 'TCTK-TKTH'),
  personId: seedId('person', 'tkth.04'),
  year: 2026,
  title: 'Gương mẫu trong công tác điều tra thống kê',
  field: 'Điều tra thống kê',
  story: 'Không ngại khó, không ngại khổ.',
};
const propose = async (values: object = {}) =>
  expectOk(
    await (await journey.as('clerk.tkth')).post<RoleModelDetail>('/api/role-models', {
      ...proposal,
      ...values,
    }),
  );
const decide = async (login: string, path: string, element: string, verdict: string, reason?: string) => {
  const client = await journey.as(login);
  const { id, version } = await openTask(client, path, element);
  const body = { version, verdict, ...(reason !== undefined && { reason }) };
  return client.post<Problem>(`/api/tasks/${id}/complete`, body);
};
const onPublicPage = async (id: string) => {
  const reply = await fetch(`${stack.baseUrl}/dien-hinh-tien-tien/${id}`);
  return { status: reply.status, text: await reply.text() };
};
const becomes = (path: string, status: RoleModelDetail['status']) =>
  untilAnswered(async () => {
    const model = expectOk(await (await journey.as('clerk.tkth')).get<RoleModelDetail>(path));
    return model.status === status ? model : undefined;
  });

test('proposed, reviewed, consented to and decided, it is public with its awards, until the person withdraws', {
  timeout: 120_000,
}, async () => {
  const id = await playRoleModel((login) => journey.as(login));
  const path = `/api/role-models/${id}`;
  const { awards } = await becomes(path, 'approved');
  expect(awards.length).toBeGreaterThan(0);
  const stranger = new ApiClient(stack.baseUrl);
  const shown = expectOk(await stranger.get<PublicRoleModelDetail>(`/api/public/role-models/${id}`));
  expect(shown).toMatchObject({
    name: nameOf('tkth.03'),
    awards: expect.arrayContaining([expect.anything()]),
  });
  expect(shown.awards).toHaveLength(awards.length);
  const page = await onPublicPage(id);
  expect(page.text).toContain(nameOf('tkth.03'));
  expect(page.text).toContain(awards[0]?.decisionSymbol);

  // A revoked award is no longer shown.
  const [linked] = await stack.database.db
    .select({ id: roleModelAwards.ledgerAwardId })
    .from(roleModelAwards)
    .where(eq(roleModelAwards.roleModelId, id));
  await stack.database.db
    .update(ledgerAwards)
    .set({
      status: 'revoked',
      revocationSymbol: '1/QĐ',
      revokedOn: '2026-11-01',
      revocationReason: 'Khai không đúng',
    })
    .where(and(eq(ledgerAwards.id, linked?.id ?? ''), isNotNull(ledgerAwards.personId)));
  const after = expectOk(await stranger.get<PublicRoleModelDetail>(`/api/public/role-models/${id}`));
  expect(after.awards).toHaveLength(awards.length - 1);

  const person = await journey.as('tkth.03');
  expectOk(await person.delete(`${path}/consent`));
  expect((await onPublicPage(id)).status).toBe(404);
  expect((await stranger.get<Problem>(`/api/public/role-models/${id}`)).body.code).toBe(
    'role_model_not_found',
  );
  expect((await person.delete<Problem>(`${path}/consent`)).body.code).toBe('consent_missing');

  // Given again for less, only that is shown.
  expectOk(await person.post(`${path}/consent`, { fields: ['story'] }));
  const less = await onPublicPage(id);
  expect(less.text).toContain('rút ngắn thời gian');
  expect(less.text).not.toContain(nameOf('tkth.03'));
  expect(less.text).not.toContain('Vụ Thống kê Tổng hợp');
  expect(less.text).not.toContain(awards.at(-1)?.decisionSymbol);

  const head = await journey.as('head.tctk');
  expectOk(await head.post(`${path}/retire`, { reason: 'Đã chuyển công tác' }));
  expect((await onPublicPage(id)).status).toBe(404);
});

test('returned it is revised; without a consent nothing goes on; the signed paper is the consent', {
  timeout: 120_000,
}, async () => {
  const model = await propose();
  const path = `/api/role-models/${model.id}`;
  const clerk = await journey.as('clerk.tkth');
  const change = (version: number) =>
    clerk.put<Refusable<RoleModelDetail>>(path, {
      version,
      title: 'Người giữ lửa phong trào điều tra thống kê',
      field: proposal.field,
      story: proposal.story,
      year: 2026,
    });
  expectOk(await clerk.post(`${path}/submit`));
  expect((await change(1)).body.code).toBe('role_model_stands');
  expect((await clerk.post<Problem>(`${path}/submit`)).body.code).toBe('role_model_stands');
  expectOk(await decide('appraiser.tctk', path, 'review-model', 'return', 'Bổ sung thành tích'));
  await openTask(clerk, path, 'revise-model');
  expectOk(await change(1));
  expectOk(await decide('clerk.tkth', path, 'revise-model', 'approve'));
  expectOk(await decide('appraiser.tctk', path, 'review-model', 'approve'));

  expect((await decide('clerk.tkth', path, 'obtain-consent', 'approve')).body.code).toBe('consent_missing');
  const other = await journey.as('tkth.05');
  expect((await other.post<Problem>(`${path}/consent`, { fields: ['name'] })).body.code).toBe(
    'role_model_not_found',
  );
  expect((await clerk.post<Problem>(`${path}/consent`, { fields: ['name'] })).body.code).toBe('forbidden');
  const file = { name: 'dong-y.pdf', content: '%PDF-1.7\nTôi đồng ý' };
  const refused = await clerk.upload<Problem>(
    `${path}/consent-paper`,
    { name: 'dong-y.txt', content: 'Tôi đồng ý' },
    { fields: 'name' },
  );
  expect(refused.body.code).toBe('file_type_not_allowed');
  expectOk(await clerk.upload(`${path}/consent-paper`, file, { fields: 'name,story' }));
  expect((await onPublicPage(model.id)).status).toBe(404);
  expectOk(await decide('head.tctk', path, 'head-publishes', 'approve'));
  const approved = await becomes(path, 'approved');
  expect(approved.consents).toMatchObject([{ fields: ['name', 'story'], withdrawnAt: null }]);
  expect((await onPublicPage(model.id)).text).toContain(nameOf('tkth.04'));
  // The paper is for those who may read the proposal.
  const { documentId } = approved.consents[0] ?? {};
  expect((await other.get<Problem>(`/api/documents/${documentId}`)).body.code).toBe('document_not_found');
  expectOk(await (await journey.as('appraiser.tctk')).get(`/api/documents/${documentId}`));
});

test('who does not consent is not made known', { timeout: 60_000 }, async () => {
  const model = await propose({ personId: seedId('person', 'tkth.06') });
  const path = `/api/role-models/${model.id}`;
  expectOk(await (await journey.as('clerk.tkth')).post(`${path}/submit`));
  expectOk(await decide('appraiser.tctk', path, 'review-model', 'approve'));
  expectOk(await decide('clerk.tkth', path, 'obtain-consent', 'reject', 'Không muốn công khai'));
  expect(await becomes(path, 'rejected')).toMatchObject({
    endReason: 'Không muốn công khai',
    isPublic: false,
  });
});

test.each<[string, object, string]>([
  ['somebody of another unit', { personId: seedId('person', 'tccb.03') }, 'role_model_nominee_unfit'],
  [
    'a collective of another unit',
    { personId: null, collectiveId: seedId('unit', 'TCTK-TCCB') },
    'role_model_nominee_unfit',
  ],
  ['nobody', { personId: null }, 'invalid_request'],
  ['another unit', { unitId: seedId('unit', 'TCTK-TCCB') }, 'forbidden'],
  ['an award that is not theirs', { awardIds: [seedId('unit', 'NONE')] }, 'role_model_award_unfit'],
  ['a bloc that does not exist', { blocYearId: seedId('unit', 'NONE') }, 'bloc_year_not_found'],
])('a proposal of %s is refused', async (_, values, code) => {
  const client = await journey.as('clerk.tkth');
  const before = expectOk(await client.get<{ total: number }>('/api/role-models')).total;
  expect((await client.post<Problem>('/api/role-models', { ...proposal, ...values })).body.code).toBe(code);
  expect(expectOk(await client.get<{ total: number }>('/api/role-models')).total).toBe(before);
});
