import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiClient } from '../../../cli/demo/api-client.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { roleHolders } from '../../../db/roles/role-holders.ts';
import { auditLog, substitutions, tasks } from '../../../db/schema/index.ts';
import { demoPassword } from '../../../db/seed/accounts.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  openTask,
  personId,
  type Refusable,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Me } from '../../contract/account.ts';
import type { AuditEntry } from '../../contract/administration.ts';
import type { TimelineEntry } from '../../contract/dossiers.ts';
import type { Substitution } from '../../contract/substitutions.ts';
import type { Task } from '../../contract/tasks.ts';

const [holder, substitute] = ['head.tctk', 'appraiser.tctk'];
let world: ApiWorld;
let dossier: Submitted;
/** A login of the substitute of its own: for whom it acts belongs to the login. */
let browser: ApiClient;
beforeAll(async () => {
  world = await startApiWorld();
});
beforeEach(async () => {
  world.clock.now = new Date('2026-11-20T02:00:00Z');
  await world.db.update(substitutions).set({ endedAt: world.clock.now, endReason: 'x' });
  dossier = await submittedDossier(world);
  browser = await new ApiClient(world.baseUrl).logIn(substitute, demoPassword);
});
afterAll(() => world.close());

const me = async (client: ApiClient) => expectOk(await client.get<Me>('/api/session'));
async function give(changes: object = {}, login = holder, given = 'head') {
  const client = await world.as(login);
  const grantIds = (await me(client)).roles.flatMap(({ id, role }) => (role === given ? [id] : []));
  return client.post<Refusable<{ items: Substitution[] }>>('/api/substitutions', {
    personId: personId(substitute),
    grantIds,
    validFrom: '2026-11-20',
    validTo: '2026-11-27',
    paper: 'Giấy ủy quyền số 12/GUQ-TCTK ngày 19/11/2026',
    ...changes,
  });
}
const act = (substitutionId: string | null | undefined) =>
  browser.put<Refusable<Me>>('/api/session/acting', { substitutionId });
async function acting(): Promise<string> {
  const id = expectOk(await give()).items.find(({ active }) => active)?.id ?? '';
  expectOk(await act(id));
  return id;
}
const complete = (client: ApiClient, taskId: string) =>
  client.post<Refusable<Task>>(`/api/tasks/${taskId}/complete`, { version: 1, verdict: 'approve' });

describe('who substitutes somebody', () => {
  test('acts with that person’s roles from then on, and everything says for whom', async () => {
    const taskId = await openTask(world, dossier);
    expectOk(await give());
    expect((await complete(browser, taskId)).body.code).toBe('forbidden');
    const { maySubstitute } = await me(browser);
    const now = expectOk(await act(maySubstitute[0]?.substitutionId));
    expect(now).toMatchObject({ actingFor: { validTo: '2026-11-27' }, roles: [{ role: 'head' }] });
    expectOk(await complete(browser, taskId));

    const [row] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
    expect([row?.decidedBy, row?.decidedFor]).toEqual([
      seedId('account', substitute),
      seedId('account', holder),
    ]);
    const shown = expectOk(await browser.get<Task>(`/api/tasks/${taskId}`));
    const holderName = (await me(await world.as(holder))).person.fullName;
    expect(shown).toMatchObject({ decidedFor: { fullName: holderName } });
    const path = `/api/dossiers/${dossier.dossierId}/timeline`;
    const { items } = expectOk(await browser.get<{ items: TimelineEntry[] }>(path));
    expect(items.find(({ kind }) => kind === 'decision')?.textVi).toContain(
      `(thay ${holderName} theo Giấy ủy quyền số 12/GUQ-TCTK ngày 19/11/2026)`,
    );
    const [audited] = await world.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, taskId), eq(auditLog.action, 'task.complete')));
    expect(audited?.details).toMatchObject({ onBehalfOf: { fullName: holderName } });
  });

  test('does nothing of their own meanwhile, and the other way round; another browser is another matter', async () => {
    const appraisal = { candidateRole: 'appraiser', candidateUnitId: seedId('unit', 'TCTK') } as const;
    const own = await openTask(world, dossier, { element: 'appraise', ...appraisal });
    await acting();
    expect((await complete(browser, own)).body.code).toBe('forbidden');
    expectOk(await complete(await world.as(substitute), own));
    expectOk(await act(null));
    expect((await complete(browser, await openTask(world, dossier))).body.code).toBe('forbidden');
  });

  test('passes nothing on and casts no ballot', async () => {
    await acting();
    const [grant] = (await me(browser)).roles;
    const on = await browser.post<Refusable<object>>('/api/substitutions', {
      personId: personId('tkth.03'),
      grantIds: [grant?.id],
      validFrom: '2026-11-20',
      validTo: '2026-11-21',
      paper: 'x',
    });
    expect(on.body.code).toBe('substitution_not_passed_on');
    const path = `/api/sessions/${seedId('council', 'TCTK')}/ballots`;
    const ballots = [{ agendaItemId: seedId('council', 'TCTK'), choice: 'for' }];
    const cast = await browser.put<Refusable<object>>(path, { ballots });
    expect(cast.body.code).toBe('ballot_not_delegated');
  });

  test('shows the paper with every act; who may read the act may read the paper, nobody else', async () => {
    const id = await acting();
    const attach = async (login: string, content = '%PDF-1.7') =>
      (await world.as(login)).upload<Refusable<{ items: Substitution[] }>>(
        `/api/substitutions/${id}/authority`,
        { name: 'giay-uy-quyen.pdf', content },
      );
    expect((await attach('tccb.02')).body.code).toBe('substitution_not_found');
    expect((await attach(holder, 'không phải PDF')).body.code).toBe('file_type_not_allowed');
    const given = expectOk(await attach(holder)).items.find((one) => one.id === id);
    const authority = {
      paper: 'Giấy ủy quyền số 12/GUQ-TCTK ngày 19/11/2026',
      document: { id: given?.document?.id, fileName: 'giay-uy-quyen.pdf', mediaType: 'application/pdf' },
    };
    const read = async (login: string) =>
      (await (await world.as(login)).get(`/api/documents/${authority.document.id}`)).status;
    expect(await read(substitute)).toBe(200);
    expect(await read('clerk.tkth')).toBe(404);

    const taskId = await openTask(world, dossier);
    expectOk(await complete(browser, taskId));
    const task = await browser.get<Task>(`/api/tasks/${taskId}`);
    expect(task.body).toMatchObject({ decidedFor: given?.holder, authority });
    expect(await read('clerk.tkth')).toBe(200);
    expect(await read('tccb.02')).toBe(404);
    const timeline = `/api/dossiers/${dossier.dossierId}/timeline`;
    const { items } = expectOk(
      await (await world.as('clerk.tkth')).get<{ items: TimelineEntry[] }>(timeline),
    );
    expect(items.map(({ textVi }) => textVi)).toContainEqual(
      expect.stringContaining(`theo ${authority.paper}`),
    );
    const audit = expectOk(
      await (await world.as('admin')).get<{ items: AuditEntry[] }>(`/api/audit?subject=task:${taskId}`),
    );
    expect(audit.items[0]).toMatchObject({
      action: 'task.complete',
      actingFor: { fullName: given?.holder.fullName, paper: authority.paper },
    });
  });

  test('is told what the holder is told', async () => {
    const place = { role: 'head', unitId: seedId('unit', 'TCTK'), councilId: null } as const;
    const told = () => roleHolders(world.db, place, '2026-11-20');
    expect(await told()).toEqual([seedId('account', holder)]);
    expectOk(await give());
    expect((await told()).sort()).toEqual([seedId('account', holder), seedId('account', substitute)].sort());
  });
});

describe('a substitution ends', () => {
  test('by itself after its last day: whoever still acts under it acts for themselves', async () => {
    await acting();
    world.clock.now = new Date('2026-11-27T16:59:00Z');
    expect((await me(browser)).actingFor).not.toBeNull();
    world.clock.now = new Date('2026-11-27T17:00:00Z');
    expect(await me(browser)).toMatchObject({
      actingFor: null,
      roles: [{ role: 'appraiser' }],
      maySubstitute: [],
    });
  });

  test('when the holder acts again, where the rule says so; not by giving it', async () => {
    const id = await acting();
    const holds = async () => (await me(browser)).actingFor !== null;
    expectOk(await complete(await world.as(holder), await openTask(world, dossier)));
    expect(await holds()).toBe(true);
    await world.db.update(substitutions).set({ endsWhenHolderActs: true }).where(eq(substitutions.id, id));
    expectOk(await complete(await world.as(holder), await openTask(world, dossier)));
    expect(await holds()).toBe(false);
    const [row] = await world.db.select().from(substitutions).where(eq(substitutions.id, id));
    expect(row).toMatchObject({ endReason: 'holder_acted' });
  });

  test.each([holder, substitute])('at once when %s ends it, once', async (login) => {
    const id = await acting();
    const end = async (who: string) =>
      (await world.as(who)).post<Refusable<object>>(`/api/substitutions/${id}/end`, { reason: 'Đã về' });
    expect((await end('admin')).body.code).toBe('substitution_not_found');
    expect((await end(login)).status).toBe(200);
    expect((await me(browser)).actingFor).toBeNull();
    expect((await end(login)).body.code).toBe('substitution_over');
    expect((await act(id)).body.code).toBe('substitution_not_found');
  });
});

test.each([
  ['for oneself', { personId: personId(holder) }, 'substitutes_self'],
  ['of a role of somebody else', { grantIds: [seedId('unit', 'TCTK')] }, 'role_not_held'],
  ['that ends before it begins', { validTo: '2026-11-19' }, 'dates_reversed'],
  ['that is over', { validFrom: '2026-11-01', validTo: '2026-11-19' }, 'dates_reversed'],
  ['without a paper', { paper: ' ' }, 'invalid_request'],
  ['without an end', { validTo: undefined }, 'invalid_request'],
  ['to somebody without an account', { personId: seedId('unit', 'TCTK') }, 'substitute_without_account'],
])('a substitution %s is refused', async (_, changes, code) => {
  expect((await give(changes)).body.code).toBe(code);
});

test('a council member’s vote is not given away', async () => {
  expect((await give({}, 'tkth.03', 'member')).body.code).toBe('ballot_not_delegated');
});
