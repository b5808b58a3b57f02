import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../cli/demo/journey.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { clerk, draftDossier, openTask, referTo, type Submitted, submittedDossier } from './fixtures.ts';
import { type ApiWorld, startApiWorld } from './world.ts';

let world: ApiWorld;
let draft: string;
let submitted: Submitted;
let atCouncil: Submitted;
let atCentral: Submitted;
let document: string;
beforeAll(async () => {
  world = await startApiWorld();
  draft = (await draftDossier(world)).id;
  const path = `/api/dossiers/${draft}/documents`;
  const file = { name: 'báo cáo.pdf', content: '%PDF-1.7' };
  document = expectOk(
    await (await world.as(clerk)).upload<{ id: string }>(path, file, { kind: 'achievement_report' }),
  ).id;
  submitted = await submittedDossier(world);
  atCouncil = await submittedDossier(world);
  await referTo(world, atCouncil, { councilId: seedId('council', 'BKHDT'), level: 'ministry' });
  atCentral = await submittedDossier(world);
  await openTask(world, atCentral, {
    level: 'central',
    candidateRole: 'appraiser',
    candidateUnitId: seedId('unit', 'BNV'),
  });
});
afterAll(() => world.close());

/** Who sees what; the unit is a department of TCTK, under BKHDT, under TTG. */
const readers: [
  login: string,
  who: string,
  draft: boolean,
  submitted: boolean,
  atCouncil: boolean,
  atCentral: boolean,
][] = [
  ['clerk.tkth', 'the clerk', true, true, true, true],
  ['admin', 'an administrator of the tree', true, true, true, true],
  ['head.tctk', 'the head above', false, true, true, true],
  ['registrar.tctk', 'the registrar above', false, true, true, true],
  ['head.bkhdt', 'the minister', false, true, true, true],
  ['head.ttg', 'the Prime Minister', false, true, true, true],
  ['clerk.tccb', 'the clerk of another unit', false, false, false, false],
  ['tkth.05', 'a colleague without a role in it', false, false, false, false],
  ['bkhdt.05', 'a member of the ministry’s council', false, false, true, false],
  ['appraiser.bnv', 'the appraiser at the central body', false, false, false, true],
  ['head.ctn', 'the President, whom it has not reached', false, false, false, false],
];

describe.each(readers)('%s, %s', (login, _, ...visible) => {
  test('reads a dossier, its parts and its place in the list alike', async () => {
    const client = await world.as(login);
    const list = expectOk(await client.get<{ items: { id: string }[] }>('/api/dossiers'));
    const ids = list.items.map(({ id }) => id);
    const dossiers = [draft, submitted.dossierId, atCouncil.dossierId, atCentral.dossierId];
    expect(dossiers.map((id) => ids.includes(id))).toEqual(visible);
    for (const part of ['', '/nominations', '/timeline', '/diagram']) {
      const statuses = await Promise.all(
        dossiers.map(async (id) => (await client.get(`/api/dossiers/${id}${part}`)).status),
      );
      expect(statuses).toEqual(visible.map((allowed) => (allowed ? 200 : 404)));
    }
    const [draftVisible] = visible;
    for (const path of [`/api/documents/${document}`, `/api/documents/${document}/content`]) {
      expect((await client.get(path)).status).toBe(draftVisible ? 200 : 404);
    }
  });
});

describe('councils', () => {
  test.each([
    ['tkth.05', ['TCTK-TKTH'], []],
    ['tkth.02', ['TCTK-TKTH'], ['TCTK-TKTH']],
    ['head.tctk', ['TCTK', 'TCTK', 'TCTK-TKTH', 'TCTK-TCCB', 'CTK-NINHTHUAN'], ['TCTK']],
    ['registrar.tctk', [], []],
  ])('%s reads %o and manages %o', async (login, read, managed) => {
    const client = await world.as(login);
    const { items } = expectOk(
      await client.get<{ items: { unit: { code: string }; canManage: boolean }[] }>('/api/councils'),
    );
    expect(items.map(({ unit }) => unit.code).sort()).toEqual([...read].sort());
    expect(items.filter(({ canManage }) => canManage).map(({ unit }) => unit.code)).toEqual(managed);
  });
});

describe('people', () => {
  test('a clerk finds the people of the unit, with or without marks, and nobody else', async () => {
    const client = await world.as(clerk);
    const all = expectOk(
      await client.get<{ items: { unit: { code: string } }[]; total: number }>('/api/people'),
    );
    expect(all.total).toBe(12);
    expect(new Set(all.items.map(({ unit }) => unit.code.startsWith('TCTK-TKTH')))).toEqual(new Set([true]));
    const plain = expectOk(await client.get<{ total: number }>('/api/people?q=minh%20hoa'));
    const marked = expectOk(await client.get<{ total: number }>('/api/people?q=Minh%20H%E1%BB%8Da'));
    expect(plain.total).toBe(marked.total);
    expect(plain.total).toBeGreaterThan(0);
  });

  test("the secretary of a council finds the people of its unit: who may vote in a member's place", async () => {
    const found = expectOk(await (await world.as('tkth.02')).get<{ total: number }>('/api/people'));
    expect(found.total).toBe(12);
  });

  test('a council member without a role over a unit finds nobody', async () => {
    expect(expectOk(await (await world.as('tkth.05')).get<{ total: number }>('/api/people')).total).toBe(0);
  });

  test('percent and underscore are letters like any other', async () => {
    expect(expectOk(await (await world.as(clerk)).get<{ total: number }>('/api/people?q=%25')).total).toBe(0);
    expect(expectOk(await (await world.as(clerk)).get<{ total: number }>('/api/units?q=_')).total).toBe(0);
  });
});
