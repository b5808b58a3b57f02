import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { initiativeApplications } from '../../../db/schema/index.ts';
import { clerk, personId, type Refusable, unitId } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { InitiativeDetail } from '../../contract/initiatives.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const author = 'tkth.05';
let number = 0;
const content = (changes: object = {}) => {
  number += 1;
  return {
    name: `Sáng kiến số ${number}`,
    year: 2025,
    field: 'Thống kê giá',
    summary: 'Rút ngắn thời gian.',
    requestedScope: 'unit',
    authors: [
      { personId: personId(author), sharePercent: 70 },
      { personId: personId('tkth.06'), sharePercent: 30 },
    ],
    ...changes,
  };
};
const as = (login: string) => world.as(login);
const register = async (changes: object = {}, login = clerk) =>
  (await as(login)).post<Refusable<InitiativeDetail>>('/api/initiatives', { unitId, ...content(changes) });
const draft = async (changes: object = {}) => expectOk(await register(changes));
const pdf = Buffer.from('%PDF-1.4\n%%EOF');
const attach = async (id: string, login = clerk, kind = 'initiative_report') =>
  (await as(login)).upload<Refusable<object>>(
    `/api/initiatives/${id}/documents`,
    { name: 'mo-ta.pdf', content: pdf },
    { kind },
  );
const submit = async (id: string, login = clerk) =>
  (await as(login)).post<Refusable<InitiativeDetail>>(`/api/initiatives/${id}/submit`, {});

test('a clerk registers for the authors, an author for oneself; each has a code of its own', async () => {
  const first = await draft();
  const own = expectOk(
    await register({ authors: [{ personId: personId(author), sharePercent: 100 }] }, author),
  );
  expect(first).toMatchObject({
    status: 'draft',
    authors: [{ sharePercent: 70 }, { sharePercent: 30 }],
    can: { edit: true, submit: true, withdraw: false, delete: true },
  });
  expect(own.code).not.toBe(first.code);
  expect(await auditOf(world, first.id)).toContain('initiative.register');
});

describe('is refused, and nothing is stored', () => {
  const one = (sharePercent: number) => [{ personId: personId(author), sharePercent }];
  test.each<[string, object, string, string?]>([
    ['shares that sum to 99', { authors: one(99) }, 'author_shares_off'],
    ['an author twice', { authors: [...one(50), ...one(50)] }, 'invalid_request'],
    ['a share of nothing', { authors: one(0) }, 'invalid_request'],
    ['no author', { authors: [] }, 'invalid_request'],
    [
      'an author whom nobody knows',
      { authors: [{ personId: unitId, sharePercent: 100 }] },
      'person_not_found',
    ],
    [
      'authors of another unit only',
      { authors: [{ personId: personId('tccb.03'), sharePercent: 100 }] },
      'initiative_author_elsewhere',
    ],
    ['a year that has not begun', { year: 2099 }, 'initiative_year_ahead'],
    ['an empty name', { name: ' ' }, 'invalid_request'],
    ['a scope that is none', { requestedScope: 'world' }, 'invalid_request'],
    ['a unit that is none', { unitId: personId(author) }, 'unit_not_found'],
    ['by a colleague who is no author', {}, 'forbidden', 'tkth.07'],
    ['by a clerk of another unit', {}, 'forbidden', 'clerk.tccb'],
  ])('%s', async (_, changes, code, login) => {
    const before = await world.db.$count(initiativeApplications);
    expect((await register(changes, login)).body.code).toBe(code);
    expect(await world.db.$count(initiativeApplications)).toBe(before);
  });
});

test('the sum that is off is named', async () => {
  const { body } = await register({ authors: [{ personId: personId(author), sharePercent: 99 }] });
  expect(body.detail).toContain('99%');
});

test('only who has seen the newest version changes it', async () => {
  const { id, version, name } = await draft();
  const client = await as(author);
  const change = (given: number) =>
    client.put<Refusable<InitiativeDetail>>(`/api/initiatives/${id}`, {
      ...content({ name }),
      version: given,
    });
  expect(expectOk(await change(version)).version).toBe(version + 1);
  expect((await change(version)).body.code).toBe('version_conflict');
});

test('a draft is its unit’s and its authors’ business; strangers do not even learn of it', async () => {
  const { id } = await draft();
  const status = async (login: string) =>
    (await (await as(login)).get<Refusable<object>>(`/api/initiatives/${id}`)).status;
  expect(await status('tkth.06')).toBe(200);
  expect(await status('appraiser.tctk')).toBe(404);
  expect(await status('clerk.tccb')).toBe(404);
});

test('is submitted with its description, once, and then is no draft to change, delete or add to', async () => {
  const { id, version, name } = await draft();
  const missing = await submit(id);
  expect(missing.body).toMatchObject({ code: 'papers_missing' });
  expect(missing.body.detail).toContain('Báo cáo mô tả sáng kiến');
  expectOk(await attach(id, author));
  expect(expectOk(await submit(id))).toMatchObject({
    status: 'running',
    can: { edit: false, withdraw: true },
  });
  expect((await submit(id)).body.code).toBe('initiative_not_draft');
  const client = await as(clerk);
  const changed = await client.put<Refusable<object>>(`/api/initiatives/${id}`, {
    ...content({ name }),
    version,
  });
  expect(changed.body.code).toBe('initiative_not_editable');
  expect((await client.delete<Refusable<object>>(`/api/initiatives/${id}`)).body.code).toBe(
    'initiative_not_draft',
  );
  expect((await attach(id)).body.code).toBe('initiative_closed_to_documents');
});

test('one work is registered once, until it is refused or withdrawn', async () => {
  const { id, name, code } = await draft();
  expectOk(await attach(id));
  expectOk(await submit(id));
  const again = await draft({ name: name.toUpperCase() });
  expectOk(await attach(again.id));
  const refused = await submit(again.id);
  expect(refused.body.code).toBe('initiative_registered_already');
  expect(refused.body.detail).toContain(code);
});

describe('withdrawal', () => {
  const withdraw = async (id: string, login: string, reason = 'Bổ sung số liệu') =>
    (await as(login)).post<Refusable<InitiativeDetail>>(`/api/initiatives/${id}/withdraw`, { reason });

  test('of a draft, without a reason, or by somebody else is refused; twice as well', async () => {
    const { id } = await draft();
    expect((await withdraw(id, author)).body.code).toBe('initiative_not_withdrawable');
    expectOk(await attach(id));
    expectOk(await submit(id));
    expect((await withdraw(id, author, ' ')).body.code).toBe('invalid_request');
    expect((await withdraw(id, 'appraiser.tctk')).body.code).toBe('forbidden');
    expect(expectOk(await withdraw(id, author)).endReason).toBe('Bổ sung số liệu');
    expect((await withdraw(id, author)).body.code).toBe('withdrawal_pending');
  });
});

test('a draft is deleted with its papers', async () => {
  const { id } = await draft();
  expectOk(await attach(id));
  const client = await as(clerk);
  expect((await client.delete(`/api/initiatives/${id}`)).status).toBe(204);
  expect((await client.get<Refusable<object>>(`/api/initiatives/${id}`)).body.code).toBe(
    'initiative_not_found',
  );
});
