import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { playOfficePapers } from '../../../cli/demo/office-papers.ts';
import { officePapers, officePaperVersions } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { LegalDocument, OfficePaper, OfficePaperDetail, PaperDraft } from '../../contract/index.ts';

let world: ApiWorld;
let started: OfficePaperDetail;
beforeAll(async () => {
  world = await startApiWorld();
  started = await playOfficePapers((login) => world.as(login));
});
afterAll(() => world.close());

const clerkLogin = 'clerk.ninhthuan';
const unitId = seedId('unit', 'CTK-NINHTHUAN');
const campaignId = seedId('campaign', 'NINHTHUAN-2023');
const create = async (values: Record<string, unknown> = {}, login = clerkLogin) =>
  (await world.as(login)).post<Refusable<OfficePaperDetail>>('/api/office-papers', {
    unitId,
    kind: 'plan',
    ...values,
  });
const write = async (paper: OfficePaperDetail, change: Partial<PaperDraft>, login = clerkLogin) =>
  (await world.as(login)).put<Refusable<OfficePaperDetail>>(`/api/office-papers/${paper.id}`, {
    version: paper.version,
    draft: { ...paper.current.draft, ...change },
  });

describe('a new paper begins with the skeleton of its kind', () => {
  it('a launching with waves and targets of its campaign, joined by or', async () => {
    const { current } = expectOk(await create({ kind: 'launch', campaignId }));
    const texts = current.lines.map(({ label, text }) => `${label} ${text}`);
    expect(texts).toContain('I. Mục đích, yêu cầu');
    expect(texts.some((text) => text.startsWith('- Đợt 1') && text.endsWith('đến ngày 30/06/2023;'))).toBe(
      true,
    );
  });

  it('a review with what was reached of each target', async () => {
    const clerk = await world.as('appraiser.tctk');
    const campaign = seedId('campaign', 'TCTK-2024');
    const targets = [
      {
        name: 'Cờ thi đua cấp Bộ',
        alternatives: [{ name: 'Số cờ', aim: { kind: 'number', atLeast: 11 } }],
      },
      {
        name: 'Chất lượng',
        alternatives: [
          { name: 'Điểm', aim: { kind: 'share', atLeast: 9849, base: 'điểm kế hoạch' } },
          { name: 'Vị thứ', aim: { kind: 'rank', atLeast: 1 } },
        ],
      },
    ];
    const { targets: written } = expectOk(
      await clerk.put<{ targets: { alternatives: { id: string }[] }[] }>(
        `/api/campaigns/${campaign}/targets`,
        {
          version: 1,
          targets,
        },
      ),
    );
    const [flags, points] = written.map(({ alternatives }) => alternatives[0]?.id);
    const actuals = [
      { alternativeId: flags, value: 14, source: 'Báo cáo' },
      { alternativeId: points, value: 985, against: 1000, source: 'Báo cáo' },
    ];
    expectOk(await clerk.put(`/api/campaigns/${campaign}/actuals`, { actuals }));
    const body = { unitId: seedId('unit', 'TCTK'), kind: 'final_review', campaignId: campaign };
    const { current } = expectOk(await create(body, 'appraiser.tctk'));
    const texts = current.lines.map(({ text }) => text);
    expect(texts).toContain('Cờ thi đua cấp Bộ: 14 (đạt chỉ tiêu từ 11 trở lên);');
    expect(texts).toContain('Chất lượng: 985/1.000 (98,50%) (đạt chỉ tiêu từ 98,49% điểm kế hoạch trở lên);');
  });

  it.each<[string, Record<string, unknown>, string, number, string]>([
    ['a launching without a campaign', { kind: 'launch' }, clerkLogin, 422, 'office_paper_campaign_unfit'],
    [
      'a launching of another unit’s campaign',
      { kind: 'launch', campaignId: seedId('campaign', 'TCTK-2024') },
      clerkLogin,
      422,
      'office_paper_campaign_unfit',
    ],
    [
      'a regulation about a campaign',
      { kind: 'regulation', campaignId },
      clerkLogin,
      422,
      'office_paper_campaign_unfit',
    ],
    ['a repeal of nothing', { kind: 'repeal' }, clerkLogin, 422, 'regulation_not_found'],
    [
      'a repeal of a plan',
      { kind: 'repeal', replacesId: seedId('campaign', 'NONE') },
      clerkLogin,
      422,
      'regulation_not_found',
    ],
    [
      'a plan of a unit without symbol',
      { unitId: seedId('unit', 'CTK-NINHTHUAN-NV') },
      clerkLogin,
      422,
      'unit_issues_no_papers',
    ],
    ['a plan of another unit', {}, 'clerk.tkth', 403, 'forbidden'],
    ['a plan of no unit', { unitId: seedId('unit', 'NONE') }, clerkLogin, 422, 'unit_not_found'],
  ])('%s is refused', async (_, values, login, status, code) => {
    const before = await world.db.$count(officePapers);
    const reply = await create(values, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await world.db.$count(officePapers)).toBe(before);
  });
});

describe('writing', () => {
  it('adds a version and keeps those before it', async () => {
    const paper = expectOk(await create());
    const second = expectOk(await write(paper, { title: 'Thi đua năm 2027' }));
    expect(second).toMatchObject({ version: 2, title: 'Thi đua năm 2027' });
    const rows = await world.db
      .select()
      .from(officePaperVersions)
      .where(eq(officePaperVersions.paperId, paper.id))
      .orderBy(officePaperVersions.number);
    expect(rows.map(({ content }) => content.title)).toEqual([paper.title, 'Thi đua năm 2027']);
  });

  const line = (kind: PaperDraft['lines'][number]['kind']) => ({ lines: [{ kind, text: 'x' }] });
  it.each<[string, Partial<PaperDraft>, string, string]>([
    ['an article in a plan', line('article'), 'draft.lines[0].kind', 'line_kind_unfit'],
    ['rules in a plan', { overlay: 'id: 2027-01-01.x' }, 'draft.overlay', 'unexpected'],
    ['executors of a plan', { executors: 'Các đơn vị' }, 'draft.executors', 'unexpected'],
    [
      'a legal document that is not in the list',
      { bases: [{ documentId: seedId('unit', 'NONE'), lead: 'pursuant' }] },
      'draft.bases[0].documentId',
      'unknown',
    ],
    [
      'a recipient that does not exist',
      { recipients: [{ name: 'X', unitId: seedId('unit', 'NONE'), purpose: 'report' }] },
      'draft.recipients[0].unitId',
      'unknown',
    ],
  ])('%s is refused, and nothing changed', async (_, change, path, code) => {
    const paper = expectOk(await create());
    const reply = await write(paper, change);
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'office_paper_invalid', errors: [{ path, code }] },
    });
    const { version } = expectOk(
      await (await world.as(clerkLogin)).get<OfficePaperDetail>(`/api/office-papers/${paper.id}`),
    );
    expect(version).toBe(1);
  });

  it('of an older version, of a paper that was handed on, or by a stranger is refused', async () => {
    const paper = expectOk(await create());
    expectOk(await write(paper, {}));
    expect((await write(paper, {})).body.code).toBe('version_conflict');
    expect((await write(started, {})).body.code).toBe('office_paper_not_writable');
    expect((await write(paper, {}, 'clerk.tkth')).body.code).toBe('office_paper_not_found');
    expect((await write(paper, {}, 'head.tctk')).body.code).toBe('forbidden');
  });

  it('rules that contradict the law are refused with their line', async () => {
    const paper = expectOk(await create({ kind: 'regulation' }));
    const overlay = 'id: 2027-01-01.x\norganisation: CTK-NINHTHUAN\nname: { vi: A, en: A }\ncolour: red\n';
    const reply = await write(paper, { overlay });
    expect(reply.body).toMatchObject({ code: 'overlay_refused' });
  });
});

describe('handing on', () => {
  const start = async (paper: OfficePaper, body: Record<string, unknown>) =>
    (await world.as(clerkLogin)).post<Refusable<OfficePaperDetail>>(
      `/api/office-papers/${paper.id}/start`,
      body,
    );
  it.each<[string, Record<string, unknown>, string]>([
    ['asking without a last day', { commenters: [unitId] }, 'comments_due_missing'],
    ['asking until yesterday', { commenters: [unitId], commentsDue: '2026-11-19' }, 'plan_date_past'],
    [
      'asking nobody there is',
      { commenters: [seedId('unit', 'NONE')], commentsDue: '2026-12-01' },
      'unit_not_found',
    ],
  ])('%s is refused', async (_, body, code) => {
    const paper = expectOk(await create());
    expect((await start(paper, body)).body.code).toBe(code);
  });

  it('twice is refused', async () => {
    expect((await start(started, { commenters: [] })).body.code).toBe('office_paper_started');
    expect(world.delivered).toHaveLength(1);
  });
});

it('a draft is hidden from other units; their lists leave it out', async () => {
  const stranger = await world.as('clerk.tkth');
  const reply = await stranger.get<Refusable<OfficePaperDetail>>(`/api/office-papers/${started.id}`);
  expect([reply.status, reply.body.code]).toEqual([404, 'office_paper_not_found']);
  const { items } = expectOk(await stranger.get<{ items: OfficePaper[] }>('/api/office-papers'));
  expect(items.filter(({ unit }) => unit.id === unitId)).toEqual([]);
});

describe('the list of legal documents', () => {
  const document = {
    type: 'Nghị định',
    symbol: '152/2025/NĐ-CP',
    issuer: 'Chính phủ',
    issuedOn: '2025-06-14',
    subject: 'quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng',
  };
  const add = async (values: Record<string, unknown> = {}, login = clerkLogin) =>
    (await world.as(login)).post<Refusable<LegalDocument>>('/api/legal-documents', {
      ...document,
      ...values,
    });

  it('holds a document once, cites it, and notes when it ends to be in force', async () => {
    const added = expectOk(await add());
    expect(added.citation).toBe(
      'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng',
    );
    expect((await add()).body.code).toBe('legal_document_known');
    const clerk = await world.as(clerkLogin);
    const path = `/api/legal-documents/${added.id}`;
    const ended = { ...document, repealedOn: '2026-10-01', version: 1 };
    expect(expectOk(await clerk.put<LegalDocument>(path, ended)).repealedOn).toBe('2026-10-01');
    expect((await clerk.put<Refusable<LegalDocument>>(path, ended)).body.code).toBe('version_conflict');
    const paper = expectOk(await create());
    const bases = [{ documentId: added.id, lead: 'pursuant' as const }];
    expect(expectOk(await write(paper, { bases })).current.bases).toMatchObject([{ inForce: false }]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['whoever drafts no papers', { symbol: '1/X' }, 'head.tctk', 'forbidden'],
    [
      'an end before the beginning',
      { symbol: '2/X', repealedOn: '2025-06-14' },
      clerkLogin,
      'legal_document_dates_reversed',
    ],
  ])('refuses %s', async (_, values, login, code) => {
    expect((await add(values, login)).body.code).toBe(code);
  });
});
