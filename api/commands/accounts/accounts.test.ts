import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '../../../cli/demo/api-client.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { accounts, auditLog, roleGrants, tasks } from '../../../db/schema/index.ts';
import { demoPassword } from '../../../db/seed/accounts.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { openTask, type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Me } from '../../contract/account.ts';
import type { OneTimePassword, StaffDetail } from '../../contract/organisation.ts';

/** The API's day is 2026-11-20. `tccb.01` administers the department of personnel only. */
let world: ApiWorld;
const personnel = seedId('unit', 'TCTK-TCCB');
const office = seedId('unit', 'TCTK');
const account = (login: string) => seedId('account', login);
beforeAll(async () => {
  world = await startApiWorld();
  await world.db
    .insert(roleGrants)
    .values({ accountId: account('tccb.01'), role: 'admin', unitId: personnel, validFrom: '2026-01-01' });
});
afterAll(() => world.close());

const send = async <T = object>(login: string, path: string, body: object) =>
  (await world.as(login)).post<Refusable<T>>(`/api/admin/${path}`, body);
const reason = { reason: 'Thử' };
const staff = async (login: string, personId: string) =>
  expectOk(await (await world.as(login)).get<StaffDetail>(`/api/admin/people/${personId}`));
let count = 0;
/** Somebody new of the department of personnel. */
async function newPerson(): Promise<StaffDetail> {
  count += 1;
  const described = { sex: null, birthDate: null, birthYear: 1990, nationalId: null, email: null };
  return expectOk(
    await send<StaffDetail>('tccb.01', 'people', {
      ...described,
      fullName: `Lê Thị Thử Số ${count}`,
      staffCode: `TS-${count}`,
      position: {
        unitId: personnel,
        title: 'Chuyên viên',
        isDirectWorker: true,
        from: '2026-11-01',
        to: null,
      },
    }),
  );
}
async function newAccount(login: string): Promise<OneTimePassword & { personId: string }> {
  const { id: personId } = await newPerson();
  return {
    personId,
    ...expectOk(await send<OneTimePassword>('tccb.01', `people/${personId}/account`, { login })),
  };
}
const clerkOf = (unitId: string) => ({
  role: 'clerk',
  unitId,
  councilId: null,
  validFrom: '2026-11-20',
  validTo: null,
});
const own = 'mưa rơi trên mái';
/** A login with the first password, and another one chosen. */
async function firstLogin({ login, oneTimePassword }: OneTimePassword): Promise<ApiClient> {
  const client = await new ApiClient(world.baseUrl).logIn(login, oneTimePassword);
  expectOk(await client.put('/api/session/password', { current: oneTimePassword, next: own }));
  return client;
}

describe('an account', () => {
  test('is used for nothing until its first password is changed, which then no longer works', async () => {
    const given = await newAccount('moi.01');
    expect(given.oneTimePassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const client = await new ApiClient(world.baseUrl).logIn(given.login, given.oneTimePassword);
    expect(expectOk(await client.get<Me>('/api/session')).mustChangePassword).toBe(true);
    expect((await client.get<Refusable<object>>('/api/dossiers')).body.code).toBe('password_change_required');
    const change = (current: string, next: string) =>
      client.put<Refusable<Me>>('/api/session/password', { current, next });
    expect((await change('khong dung', own)).body.code).toBe('password_wrong');
    expect((await change(given.oneTimePassword, given.oneTimePassword)).body.code).toBe('password_unchanged');
    expect((await change(given.oneTimePassword, 'ngan')).body.code).toBe('password_too_short');
    expect((await change(given.oneTimePassword, 'moi.01-2026')).body.code).toBe('password_obvious');
    expect(expectOk(await change(given.oneTimePassword, own)).mustChangePassword).toBe(false);
    expect((await client.get('/api/dossiers')).status).toBe(200);
    await expect(new ApiClient(world.baseUrl).logIn(given.login, given.oneTimePassword)).rejects.toThrow();
  });

  test('whose password changes is logged out everywhere else', async () => {
    const given = await newAccount('moi.02');
    const here = await firstLogin(given);
    const there = await new ApiClient(world.baseUrl).logIn(given.login, own);
    expectOk(await here.put('/api/session/password', { current: own, next: `${own} nhà` }));
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
  });

  test('reset, locked, unlocked and ended: its logins end, what it holds is free, its roles end today', async () => {
    const given = await newAccount('moi.03');
    expectOk(await send('tccb.01', `accounts/${given.accountId}/roles`, clerkOf(personnel)));
    const act = (name: string) =>
      send<OneTimePassword>('tccb.01', `accounts/${given.accountId}/${name}`, reason);
    const client = await firstLogin(given);
    const { oneTimePassword } = expectOk(await act('password'));
    expect((await client.get('/api/session')).status).toBe(401);
    const again = await firstLogin({ ...given, oneTimePassword });
    expect((await act('lock')).status).toBe(204);
    expect((await act('lock')).body.code).toBe('account_locked_already');
    expect((await again.get('/api/session')).status).toBe(401);
    await expect(new ApiClient(world.baseUrl).logIn(given.login, own)).rejects.toThrow();
    expect((await act('unlock')).status).toBe(204);
    expect((await act('unlock')).body.code).toBe('account_not_locked');
    await new ApiClient(world.baseUrl).logIn(given.login, own);

    const taskId = await openTask(world, await submittedDossier(world), {
      status: 'claimed',
      assigneeId: given.accountId,
    });
    expect((await act('end')).status).toBe(204);
    for (const name of ['end', 'lock', 'password']) expect((await act(name)).body.code).toBe('account_ended');
    const [task] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
    expect(task).toMatchObject({ status: 'open', assigneeId: null });
    const [ended] = (await staff('admin', given.personId)).accounts;
    expect(ended).toMatchObject({ state: 'ended', roles: [{ validTo: '2026-11-20' }] });
    expectOk(await send('tccb.01', `people/${given.personId}/account`, { login: 'moi.03b' }));
  });

  test('made after its person took a seat has the roles of the seat', async () => {
    const person = seedId('person', 'tccb.02');
    await world.db
      .update(accounts)
      .set({ disabledAt: new Date(), endedAt: new Date() })
      .where(eq(accounts.id, account('tccb.02')));
    const given = expectOk(
      await send<OneTimePassword>('admin', `people/${person}/account`, { login: 'tccb.moi' }),
    );
    const made = (await staff('admin', person)).accounts.find(({ id }) => id === given.accountId);
    expect(made?.roles.map(({ role, council }) => [role, council === null])).toEqual(
      expect.arrayContaining([
        ['secretary', false],
        ['member', false],
      ]),
    );
  });

  test.each([
    [
      'a login that is taken',
      'tccb.01',
      () => `people/${free.id}/account`,
      { login: 'admin' },
      409,
      'login_taken',
    ],
    [
      'a login of other letters',
      'tccb.01',
      () => `people/${free.id}/account`,
      { login: 'vụ 1' },
      400,
      'invalid_request',
    ],
    [
      'a second account',
      'tccb.01',
      () => `people/${seedId('person', 'tccb.03')}/account`,
      { login: 'x.y' },
      409,
      'account_exists',
    ],
    [
      'for somebody of another unit',
      'tccb.01',
      () => `people/${seedId('person', 'tkth.03')}/account`,
      { login: 'x.y' },
      404,
      'person_not_found',
    ],
    [
      'by a clerk',
      'clerk.tccb',
      () => `people/${free.id}/account`,
      { login: 'x.y' },
      404,
      'person_not_found',
    ],
    ['locking oneself', 'admin', () => `accounts/${account('admin')}/lock`, reason, 409, 'account_own'],
    [
      'a new password for somebody with roles above',
      'tccb.01',
      () => `accounts/${above}/password`,
      reason,
      403,
      'account_beyond',
    ],
    [
      'ending somebody of another unit',
      'tccb.01',
      () => `accounts/${account('head.tctk')}/end`,
      reason,
      404,
      'account_not_found',
    ],
    ['without a reason', 'admin', () => `accounts/${account('tccb.05')}/lock`, {}, 400, 'invalid_request'],
  ])('%s: refused', async (_, login, path, body, status, code) => {
    const reply = await send(login, path(), body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
  let free: StaffDetail;
  let above: string;
  beforeAll(async () => {
    free = await newPerson();
    above = (await newAccount('tren.01')).accountId;
    expectOk(await send('admin', `accounts/${above}/roles`, clerkOf(office)));
  });
});

describe('a role', () => {
  test('holds from its first to its last day, and the audit log says who gave it', async () => {
    const { accountId, personId } = await newAccount('vai.01');
    const later = { ...clerkOf(personnel), validFrom: '2027-01-01', validTo: '2027-06-30' };
    expectOk(await send('tccb.01', `accounts/${accountId}/roles`, later));
    const overlapping = { ...clerkOf(personnel), validFrom: '2027-06-30' };
    expect((await send('tccb.01', `accounts/${accountId}/roles`, overlapping)).body.code).toBe(
      'role_held_already',
    );
    expectOk(
      await send('tccb.01', `accounts/${accountId}/roles`, { ...overlapping, validFrom: '2027-07-01' }),
    );
    const [first, second] = (await staff('tccb.01', personId)).accounts[0]?.roles.toReversed() ?? [];
    expect([first?.validTo, second?.validTo]).toEqual(['2027-06-30', null]);
    // What never held is gone; what begins is ended after a day.
    expect((await send('tccb.01', `role-grants/${first?.id}/end`, { lastDay: null, ...reason })).status).toBe(
      204,
    );
    const end = (lastDay: string) => send('tccb.01', `role-grants/${second?.id}/end`, { lastDay, ...reason });
    expect((await end('2027-12-31')).status).toBe(204);
    expect((await end('2028-01-01')).body.code).toBe('role_ended');
    expect((await end('2026-11-18')).body.code).toBe('day_before_start');
    expect((await staff('tccb.01', personId)).accounts[0]?.roles).toMatchObject([{ validTo: '2027-12-31' }]);
    const noted = await world.db
      .select({ by: auditLog.accountId })
      .from(auditLog)
      .where(and(eq(auditLog.action, 'role.grant'), eq(auditLog.subjectId, accountId)));
    expect(noted).toEqual([{ by: account('tccb.01') }, { by: account('tccb.01') }]);
  });

  test('is ended by whoever administers its place, also where its holder serves elsewhere and is not theirs otherwise', async () => {
    const person = seedId('person', 'tkth.04');
    const path = `/api/admin/people/${person}`;
    const own = await world.as('tccb.01');
    expect((await own.get(path)).status).toBe(404);
    expectOk(await send('admin', `accounts/${account('tkth.04')}/roles`, clerkOf(personnel)));
    const seen = expectOk(await own.get<StaffDetail>(path));
    const [seenAccount] = seen.accounts;
    const role = seenAccount?.roles.find(({ administered }) => administered);
    expect([seenAccount?.inHand, role?.role]).toEqual([false, 'clerk']);
    const correction = await own.json<Refusable<object>>('PATCH', path, { fullName: 'A' });
    expect(correction.body.code).toBe('person_not_found');
    expect((await send('tccb.01', `role-grants/${role?.id}/end`, { lastDay: null, ...reason })).status).toBe(
      204,
    );
    expect((await own.get(path)).status).toBe(404);
  });

  const council = seedId('council', 'TCTK-TCCB');
  const onCouncil = { ...clerkOf(personnel), unitId: null, councilId: council };
  test.each([
    ['on a unit of others', 'tccb.01', clerkOf(office), 403, 'forbidden'],
    ['of a council on a unit', 'tccb.01', { ...clerkOf(personnel), role: 'member' }, 422, 'role_place_unfit'],
    ['of a unit on a council', 'tccb.01', onCouncil, 422, 'role_place_unfit'],
    ['of a seat that is not held', 'tccb.01', { ...onCouncil, role: 'secretary' }, 422, 'role_without_seat'],
    [
      'that ends before it begins',
      'tccb.01',
      { ...clerkOf(personnel), validTo: '2026-11-19' },
      422,
      'dates_reversed',
    ],
    [
      'before the unit stands',
      'tccb.01',
      { ...clerkOf(personnel), validFrom: '2009-12-31' },
      422,
      'unit_not_standing',
    ],
    ['that is held', 'admin', { ...clerkOf(personnel), role: 'admin' }, 409, 'role_held_already'],
    ['by somebody without the right', 'head.tctk', clerkOf(personnel), 404, 'account_not_found'],
  ])('%s: refused', async (_, login, body, status, code) => {
    const reply = await send(login, `accounts/${account('tccb.01')}/roles`, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('of the last administrator of an organisation stays until somebody else has it', async () => {
    const roles = (await staff('admin', seedId('person', 'admin'))).accounts[0]?.roles ?? [];
    const root = roles.find(({ unit }) => unit?.code === 'TTG');
    const end = () => send('admin', `role-grants/${root?.id}/end`, { lastDay: '2026-12-31', ...reason });
    expect((await end()).body.code).toBe('last_administrator');
    const other = { ...clerkOf(seedId('unit', 'TTG')), role: 'admin' };
    expectOk(
      await send('admin', `accounts/${account('tccb.05')}/roles`, { ...other, validTo: '2027-01-01' }),
    );
    expect((await end()).body.code).toBe('last_administrator');
    expectOk(await send('admin', `accounts/${account('tccb.06')}/roles`, other));
    expect((await end()).status).toBe(204);
    // Now the other one is the last.
    const client = await new ApiClient(world.baseUrl).logIn('tccb.05', demoPassword);
    const lock = await client.post<Refusable<object>>(
      `/api/admin/accounts/${account('tccb.06')}/lock`,
      reason,
    );
    expect([lock.status, lock.body.code]).toEqual([409, 'last_administrator']);
  });
});
