import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { dossiers, nominations } from '../../../db/schema/index.ts';
import { attachPapers, clerk, draftDossier, personId, type Refusable } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { LedgerLine, PersonLedger } from '../../contract/ledger.ts';
import type { NominationList, NomineeInitiative } from '../../contract/nominations.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const keeper = 'registrar.tctk';
let year = 1990;
/** A recognised initiative of `tkth.06`, another one each time. */
async function initiative(more: object = {}): Promise<{ id: string; name: string }> {
  year += 1;
  const name = `Sáng kiến ${year}`;
  const line = { kind: 'initiative', name, year, scope: 'unit', decisionSymbol: '951/QĐ-TCTK' };
  const entered = await (await world.as(keeper)).post<LedgerLine>(
    `/api/people/${personId('tkth.06')}/ledger`,
    { ...line, decidedOn: '2023-08-02', ...more },
  );
  return { id: expectOk(entered).id, name };
}

/** A draft for `tkth.06`: of a title (CSTDCS) or of a form (BK_BO). */
async function draft(awardCode: string) {
  const { id, code } = await draftDossier(world, { awardCode, nominees: ['tkth.06'] });
  const listed = await (await world.as(clerk)).get<NominationList>(`/api/dossiers/${id}/nominations`);
  const [nomination] = expectOk(listed).items;
  return { id, code, path: `/api/dossiers/${id}/nominations/${nomination?.id}/initiatives` };
}
const choose = async (path: string, ids: string[], login = clerk) =>
  (await world.as(login)).put<Refusable<{ items: NomineeInitiative[] }>>(path, { initiativeIds: ids });
const submit = async (id: string) => {
  await attachPapers(world, id);
  const body = { ineligibleReason: 'Dữ liệu thử.' };
  return (await world.as(clerk)).post<Refusable<object>>(`/api/dossiers/${id}/submit`, body);
};
const listed = async (path: string, id: string) =>
  expectOk(await (await world.as(clerk)).get<{ items: NomineeInitiative[] }>(path)).items.find(
    (one) => one.id === id,
  );

test('a nomination says on which initiatives it rests; saying it anew replaces it', async () => {
  const [one, other] = [await initiative(), await initiative()];
  const { id, path } = await draft('CSTDCS');
  expectOk(await choose(path, [one.id, other.id, one.id]));
  const { body } = await choose(path, [other.id]);
  expect(body.items.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual([other.name]);
  expect(await auditOf(world, id)).toContain('nomination.choose_initiatives');
  // A draft uses nothing yet.
  expect((await listed((await draft('BK_BO')).path, other.id))?.isSpent).toBe(false);
  // A nomination that rests on one is taken off its draft with it.
  expect((await (await world.as(clerk)).send('DELETE', path.replace(/\/initiatives$/, ''))).status).toBe(204);
});

describe('an initiative serves titles, or one form (CV 5007/BNV-TĐKT)', () => {
  test.each<[string, string, 'refused' | 'taken', string, string]>([
    ['CSTDCS', 'BK_BO', 'refused', 'Chiến sĩ thi đua cơ sở', 'Bằng khen của bộ, ban, ngành, tỉnh'],
    ['BK_BO', 'CSTDCS', 'refused', 'Bằng khen của bộ, ban, ngành, tỉnh', 'Chiến sĩ thi đua cơ sở'],
    ['BK_BO', 'GK', 'refused', 'Bằng khen của bộ, ban, ngành, tỉnh', 'Giấy khen'],
    ['CSTDCS', 'CSTD_BO', 'taken', '', ''],
  ])('proposed for %s, then for %s: %s, naming both uses', async (first, second, outcome, used, wanted) => {
    const { id, name } = await initiative();
    const before = await draft(first);
    expectOk(await choose(before.path, [id]));
    expect((await submit(before.id)).body.code).toBeUndefined();
    const after = await draft(second);
    const reply = await choose(after.path, [id]);
    const shown = await listed(after.path, id);
    expect(shown?.uses).toMatchObject([{ standing: 'proposed', dossier: { id: before.id } }]);
    expect(shown?.isSpent).toBe(outcome === 'refused');
    if (outcome === 'taken') {
      expect(reply.status).toBe(200);
      return;
    }
    expect([reply.status, reply.body.code]).toEqual([409, 'initiative_spent']);
    for (const words of [name, `${used} (hồ sơ ${before.code})`, wanted, '5007/BNV-TĐKT'])
      expect(reply.body.detail).toContain(words);
    expect(shown?.isChosen).toBe(false);
  });

  test('a use before this ledger counts, and the ledger shows every use', async () => {
    const { id } = await initiative({ usedFor: ['title'] });
    const reply = await choose((await draft('BK_BO')).path, [id]);
    expect(reply.body.detail).toContain('một danh hiệu thi đua (trước khi có sổ này)');
    const ledger = expectOk(
      await (await world.as(keeper)).get<PersonLedger>(`/api/people/${personId('tkth.06')}/ledger`),
    );
    expect(ledger.lines.find((line) => line.id === id)).toMatchObject({
      uses: [{ kind: 'title', standing: 'before', dossier: null }],
    });
  });

  test('a proposal that failed frees it', async () => {
    const { id } = await initiative();
    const before = await draft('CSTDCS');
    expectOk(await choose(before.path, [id]));
    await submit(before.id);
    await world.db
      .update(nominations)
      .set({ status: 'failed', reason: 'Không đủ phiếu.' })
      .where(eq(nominations.dossierId, before.id));
    expect((await choose((await draft('BK_BO')).path, [id])).status).toBe(200);
  });

  test('of two drafts submitted at once with the same initiative for a title and a form, one goes through', async () => {
    const { id } = await initiative();
    const both = [await draft('CSTDCS'), await draft('BK_BO')];
    for (const { path } of both) expectOk(await choose(path, [id]));
    const replies = await Promise.all(both.map((one) => submit(one.id)));
    expect(replies.map(({ body }) => body.code).sort()).toEqual(['initiative_spent', undefined]);
    const statuses = await Promise.all(
      both.map(
        async (one) => (await world.db.select().from(dossiers).where(eq(dossiers.id, one.id)))[0]?.status,
      ),
    );
    expect(statuses.sort()).toEqual(['draft', 'running']);
  });
});

describe('refused', () => {
  test.each<[string, string, number, string]>([
    ['who only reads the dossier', 'head.tctk', 404, 'dossier_not_found'],
    ['the clerk of another unit', 'clerk.ninhthuan', 404, 'dossier_not_found'],
  ])('%s', async (_, login, status, code) => {
    const reply = await choose((await draft('CSTDCS')).path, [], login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('somebody else’s initiative, and one that was struck out before the submission', async () => {
    const { id } = await initiative();
    const other = await draftDossier(world, { awardCode: 'CSTDCS', nominees: ['tkth.07'] });
    const [row] = await world.db.select().from(nominations).where(eq(nominations.dossierId, other.id));
    const path = `/api/dossiers/${other.id}/nominations/${row?.id}/initiatives`;
    expect((await choose(path, [id])).body.code).toBe('initiative_not_held');
    const own = await draft('CSTDCS');
    expectOk(await choose(own.path, [id]));
    const struck = await (await world.as(keeper)).post(`/api/ledger/initiative/${id}/strike`, {
      reason: 'Nhầm.',
    });
    expect(struck.status).toBe(204);
    expect((await submit(own.id)).body.code).toBe('initiative_not_held');
  });
});
