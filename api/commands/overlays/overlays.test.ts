import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { overlays, ruleSetBindingOverlays } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { attachPapers, draftDossier, type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';
import type { Overlay } from '../../contract/overlays.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.db.delete(ruleSetBindingOverlays);
  await world.db.delete(overlays);
});

const unitId = seedId('unit', 'TCTK');
const source = 'citation: "Quy chế, Điều 12", grade: A';
const file = (rest: string, id = '2026-11-01.tctk', organisation = 'TCTK') => `id: ${id}
organisation: ${organisation}
name: { vi: Quy chế ngành Thống kê, en: Rules of the statistics sector }
${rest}`;
const share = (award: string, percent = 70) => `votes:
  - { award: ${award}, level: department, sharePercent: ${percent}, strict: false, denominator: total_members, quorum: 2/3, ${source} }`;

const write = async (text: string, login = 'admin', unit = unitId) =>
  (await world.as(login)).post<Refusable<Overlay>>('/api/admin/overlays', { unitId: unit, text });
const departmentShare = async (dossierId: string) => {
  const client = await world.as('clerk.tkth');
  const { rule } = expectOk(await client.get<DossierDetail>(`/api/dossiers/${dossierId}`));
  return rule?.votes.find(({ level }) => level === 'department')?.sharePercent;
};

describe('an overlay of a unit', () => {
  test('holds for dossiers of the units below it that are bound from then on', async () => {
    const before = await submittedDossier(world, { awardCode: 'BK_BO' });
    const written = expectOk(await write(file(share('BK_BO'))));
    expect(written).toMatchObject({
      name: 'Quy chế ngành Thống kê',
      effectiveFrom: '2026-11-01',
      inUse: false,
    });
    const after = await submittedDossier(world, { awardCode: 'BK_BO' });
    expect([await departmentShare(before.dossierId), await departmentShare(after.dossierId)]).toEqual([
      50, 70,
    ]);
    const detail = expectOk(
      await (await world.as('clerk.tkth')).get<DossierDetail>(`/api/dossiers/${after.dossierId}`),
    );
    expect(detail.bindings).toMatchObject([{ basis: 'start', overlays: ['Quy chế ngành Thống kê'] }]);
  });

  test('that binds a dossier keeps its text and may only end', async () => {
    const { id } = expectOk(await write(file(share('BK_BO'))));
    const { dossierId } = await submittedDossier(world, { awardCode: 'BK_BO' });
    const client = await world.as('admin');
    const replaced = await client.put<Refusable<Overlay>>(`/api/admin/overlays/${id}`, {
      text: file(share('BK_BO', 60)),
      version: 1,
    });
    expect([replaced.status, replaced.body.code]).toEqual([409, 'overlay_in_use']);
    const ended = expectOk(
      await client.post<Overlay>(`/api/admin/overlays/${id}/end`, { effectiveTo: '2026-11-10', version: 1 }),
    );
    expect(ended).toMatchObject({ effectiveTo: '2026-11-10', inUse: true });
    const later = await submittedDossier(world, { awardCode: 'BK_BO' });
    expect([await departmentShare(dossierId), await departmentShare(later.dossierId)]).toEqual([70, 50]);
  });

  test('is replaced while no dossier is bound to it, and the audit log keeps both', async () => {
    const { id } = expectOk(await write(file(share('BK_BO'))));
    const client = await world.as('admin');
    const change = { text: file(share('BK_BO', 60)), version: 1 };
    expect(expectOk(await client.put<Overlay>(`/api/admin/overlays/${id}`, change)).version).toBe(2);
    // Who still looks at the first version changes nothing.
    const path = `/api/admin/overlays/${id}`;
    const late = await client.put<Refusable<Overlay>>(path, { ...change, text: file(share('BK_BO', 55)) });
    const ended = await client.post<Refusable<Overlay>>(`${path}/end`, { effectiveTo: null, version: 1 });
    expect([late.body.code, ended.body.code]).toEqual(['version_conflict', 'version_conflict']);
    const [row] = await world.db.select().from(overlays).where(eq(overlays.id, id));
    expect(row?.content.votes[0]?.sharePercent).toBe(60);
    expect(await auditOf(world, id)).toEqual(['overlay.create', 'overlay.replace']);
  });

  test('may delegate a decision: the chain of the dossier ends there', async () => {
    expectOk(await write(file(`deciders:\n  - { award: TTLDXS, decider: department, ${source} }`)));
    const { rule } = await draftDossier(world, { awardCode: 'TTLDXS', nominees: [] });
    expect([rule?.decider, rule?.chain]).toEqual(['department', 'U']);
  });

  test('may set a quota, which holds at submission', async () => {
    expectOk(await write(file(`quotas:\n  - { award: BK_BO, limit: { count: 1 }, ${source} }`)));
    const { id } = await draftDossier(world, { awardCode: 'BK_BO', nominees: ['tkth.03', 'tkth.04'] });
    const refused = await (await world.as('clerk.tkth')).post<Refusable<object>>(
      `/api/dossiers/${id}/submit`,
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'quota_exceeded']);
    expect(refused.body.detail).toContain('Quy chế, Điều 12');
  });

  test('holds a unit to its quota also where it submits two dossiers at once', async () => {
    expectOk(await write(file(`quotas:\n  - { award: CSTDCS, limit: { count: 1 }, ${source} }`)));
    const client = await world.as('clerk.tkth');
    const submissions = [];
    for (const nominee of ['tkth.03', 'tkth.04']) {
      const { id } = await draftDossier(world, { awardCode: 'CSTDCS', nominees: [nominee] });
      await attachPapers(world, id);
      submissions.push(() =>
        client.post<Refusable<object>>(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Thử chỉ tiêu' }),
      );
    }
    const replies = await Promise.all(submissions.map((submit) => submit()));
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('quota_exceeded');
  });
});

describe('refused, and nothing is stored', () => {
  test.each([
    [
      'a share that the law fixes, with the article',
      file(share('CSTDCS')),
      422,
      'overlay_refused',
      /Dòng 5 .*Điều 30 khoản 7/,
    ],
    ['an unknown field, with its line', file('colour: red'), 422, 'overlay_refused', /Dòng 4 \(colour\)/],
    [
      'a value without citation',
      file('quotas:\n  - { award: BK_BO, limit: { count: 1 }, grade: A }'),
      422,
      'overlay_refused',
      /citation/,
    ],
    [
      'another organisation’s',
      file(share('BK_BO'), '2026-11-01.x', 'BKHDT'),
      422,
      'overlay_refused',
      /Dòng 2 \(organisation\)/,
    ],
    ['days before any law', file(share('BK_BO'), 'tctk'), 422, 'overlay_refused', /id/],
  ])('%s', async (_, text, status, code, detail) => {
    const refused = await write(text);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.errors?.map((error) => error.detail).join('\n')).toMatch(detail);
    expect(await world.db.$count(overlays)).toBe(0);
  });

  test('two that begin on one day', async () => {
    expectOk(await write(file(share('BK_BO'))));
    expect((await write(file(share('BK_BO', 60)))).body.code).toBe('overlay_starts_twice');
  });

  test.each(['clerk.tkth', 'head.bkhdt'])('%s administers no unit', async (login) => {
    expect((await write(file(share('BK_BO')), login)).body.code).toBe('forbidden');
  });

  test('a last day before the first', async () => {
    const { id } = expectOk(await write(file(share('BK_BO'))));
    const client = await world.as('admin');
    const refused = await client.post<Refusable<Overlay>>(`/api/admin/overlays/${id}/end`, {
      effectiveTo: '2026-10-31',
      version: 1,
    });
    expect(refused.body.code).toBe('overlay_ends_too_early');
  });
});
