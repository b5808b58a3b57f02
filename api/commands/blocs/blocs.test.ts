import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocMembers, criteria } from '../../../cli/demo/blocs.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { documents, dossiers } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { attachPapers, openTask, type Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { BlocDetail, BlocYearDetail } from '../../contract/blocs.ts';
import type { BulkResult } from '../../contract/common.ts';
import type { CouncilDetail } from '../../contract/councils.ts';

let world: ApiWorld;
let bloc: BlocDetail;
let councilId: string;
const unit = (code: string) => seedId('unit', code);
const organiser = () => world.as('appraiser.bnv');

beforeAll(async () => {
  world = await startApiWorld();
  councilId = await council('bloc');
  bloc = expectOk(await create({}));
});
afterAll(() => world.close());

async function council(kind: string): Promise<string> {
  const body = {
    unitId: unit('BNV'),
    level: 'central',
    kind,
    name: `Hội đồng ${kind}`,
    establishedBy: null,
    establishedOn: null,
    standingBodyId: null,
    validTo: null,
    validFrom: '2024-01-01',
    members: [
      { personId: seedId('person', 'head.tandtc'), capacity: 'chair' },
      { personId: seedId('person', 'appraiser.bnv'), capacity: 'secretary' },
    ],
  };
  return expectOk(await (await world.as('admin')).post<CouncilDetail>('/api/councils', body)).id;
}

async function create(values: object, login = 'appraiser.bnv') {
  const body = { kind: 'bloc', name: 'Khối thử', councilId, flagCode: 'CO_CP', ...values };
  return (await world.as(login)).post<Refusable<BlocDetail>>('/api/blocs', body);
}

const members = (leader = 'TANDTC') =>
  blocMembers.map((code) => ({ unitId: unit(code), role: code === leader ? 'leader' : 'member' }));
let nextYear = 1990;
async function open(values: object = {}, login = 'appraiser.bnv') {
  const body = {
    year: nextYear++,
    regulation: 'Quy chế của khối',
    sharePercent: 50,
    shareStrict: true,
    quorum: { numerator: 2, denominator: 3 },
    flags: 1,
    members: members(),
    ...values,
  };
  return (await world.as(login)).post<Refusable<BlocYearDetail>>(`/api/blocs/${bloc.id}/years`, body);
}
const put = async (login: string, path: string, body: object) =>
  (await world.as(login)).put<Refusable<BlocYearDetail>>(path, body);
const due = { pledgesDue: '2026-12-01', selfScoresDue: '2026-12-10', checksDue: '2026-12-20' };

describe('a bloc', () => {
  it.each<[string, object, string, string]>([
    ['by somebody who organises nothing', { name: 'Khối 2' }, 'head.bca', 'council_not_found'],
    [
      'with a flag that does not exist',
      { name: 'Khối 2', flagCode: 'CO_KHAC' },
      'appraiser.bnv',
      'unknown_award',
    ],
    ['under a name that is taken', { name: 'khối THỬ' }, 'appraiser.bnv', 'bloc_name_taken'],
    ['without a name', { name: ' ' }, 'appraiser.bnv', 'invalid_request'],
  ])('is not set up %s', async (_, values, login, code) => {
    expect((await create(values, login)).body.code).toBe(code);
  });

  it('needs a council of its kind', async () => {
    const other = await council('initiative');
    expect((await create({ name: 'Khối 2', councilId: other })).body.code).toBe('council_of_no_bloc');
  });

  it('is read by its members and who organises it, by nobody else', async () => {
    const status = async (login: string) =>
      (await (await world.as(login)).get(`/api/blocs/${bloc.id}`)).status;
    expectOk(await open());
    expect(await Promise.all(['head.bca', 'appraiser.bnv', 'clerk.tkth'].map(status))).toEqual([
      200, 200, 404,
    ]);
  });
});

describe('a year', () => {
  it.each<[string, () => object, string]>([
    ['without a leader', () => ({ members: members('NOBODY') }), 'bloc_leader_needed'],
    [
      'with two leaders',
      () => ({ members: members().map((one, i) => ({ ...one, role: i < 2 ? 'leader' : 'member' })) }),
      'bloc_leader_needed',
    ],
    [
      'with a member twice',
      () => ({ members: [...members(), ...members().slice(0, 1)] }),
      'bloc_member_twice',
    ],
    [
      'in which somebody checks their own sheet',
      () => ({ members: members().map((one) => ({ ...one, checkerId: one.unitId })) }),
      'bloc_checker_unfit',
    ],
    [
      'with a checker from outside',
      () => ({ members: members().map((one) => ({ ...one, checkerId: unit('BKHDT') })) }),
      'bloc_checker_unfit',
    ],
    [
      'with a unit that does not exist',
      () => ({ members: [...members(), { unitId: unit('NONE'), role: 'member' }] }),
      'unit_not_found',
    ],
    ['with one member', () => ({ members: members().slice(0, 1) }), 'invalid_request'],
    [
      'with more than all for a quorum',
      () => ({ quorum: { numerator: 4, denominator: 3 } }),
      'invalid_request',
    ],
  ])('is not opened %s', async (_, values, code) => {
    const before = expectOk(await (await organiser()).get<BlocDetail>(`/api/blocs/${bloc.id}`)).years.length;
    expect((await open(values())).body.code).toBe(code);
    const after = expectOk(await (await organiser()).get<BlocDetail>(`/api/blocs/${bloc.id}`)).years.length;
    expect(after).toBe(before);
  });

  it('is opened once, by whoever organises the bloc', async () => {
    const { year } = expectOk(await open());
    expect((await open({ year })).body.code).toBe('bloc_year_taken');
    expect((await open({}, 'head.tandtc')).body.code).toBe('forbidden');
  });

  it('says who checks whom: the leader the others, a deputy the leader', async () => {
    const withDeputy = members().map((one, i) => (i === 4 ? { ...one, role: 'deputy' } : one));
    const { memberList } = expectOk(await open({ members: withDeputy }));
    const checkerOf = (code: string) => memberList.find((one) => one.unit.code === code)?.checker.code;
    expect(checkerOf('TANDTC')).toBe('TTCP');
    expect(checkerOf('BCA')).toBe('TANDTC');
  });

  it('has a score sheet that adds up, and says by how much one is off', async () => {
    const { id, version } = expectOk(await open());
    const path = `/api/bloc-years/${id}/criteria`;
    const off = await put('head.tandtc', path, { version, total: 990, criteria });
    expect(off.body).toMatchObject({ code: 'bloc_total_off', detail: expect.stringContaining('−10') });
    expect((await put('head.bca', path, { version, total: 1000, criteria })).body.code).toBe('forbidden');
    const written = expectOk(await put('head.tandtc', path, { version, total: 1000, criteria }));
    expect(written).toMatchObject({ maxPoints: 1000, version: version + 1 });
    expect((await put('head.tandtc', path, { version, total: 1000, criteria })).body.code).toBe(
      'version_conflict',
    );
  });

  it('starts with a score sheet and deadlines in their order, once', async () => {
    const { id, version } = expectOk(await open());
    const start = async (values: object = {}, login = 'appraiser.bnv') =>
      (await world.as(login)).post<Refusable<BlocYearDetail>>(`/api/bloc-years/${id}/start`, {
        ...due,
        ...values,
      });
    expect((await start()).body.code).toBe('bloc_criteria_missing');
    const campaigns = await put('head.tandtc', `/api/bloc-years/${id}/campaigns`, {
      version,
      campaignIds: [unit('NONE')],
    });
    expect(campaigns.body.code).toBe('unknown_campaign');
    const sheet = { version, total: 1000, criteria };
    expectOk(await put('head.tandtc', `/api/bloc-years/${id}/criteria`, sheet));
    expect((await start({ checksDue: '2026-12-09' })).body.code).toBe('bloc_date_past');
    expect((await start({ pledgesDue: '2026-11-19' })).body.code).toBe('bloc_date_past');
    expect((await start({}, 'head.tandtc')).body.code).toBe('forbidden');
    expect(expectOk(await start()).status).toBe('running');
    expect((await start()).body.code).toBe('bloc_year_not_draft');
    const late = await put('head.tandtc', `/api/bloc-years/${id}/criteria`, {
      ...sheet,
      version: version + 1,
    });
    expect(late.body.code).toBe('bloc_year_not_draft');
  });

  it('that is only on record never starts', async () => {
    const { id } = expectOk(await open({ recorded: true }));
    const reply = await (await organiser()).post<Refusable<BlocYearDetail>>(
      `/api/bloc-years/${id}/start`,
      due,
    );
    expect(reply.body.code).toBe('bloc_year_not_draft');
    const pledge = { version: 1, place: 'Hà Nội', on: '2024-04-10', commitments: ['Thi đua'] };
    expect((await put('head.tandtc', `/api/bloc-years/${id}/pledge`, pledge)).body.code).toBe(
      'pledge_stands',
    );
  });
});

describe('steps of a year', () => {
  async function started() {
    const { id } = expectOk(await open());
    expectOk(
      await put('head.tandtc', `/api/bloc-years/${id}/criteria`, { version: 1, total: 1000, criteria }),
    );
    expectOk(await (await organiser()).post(`/api/bloc-years/${id}/start`, due));
    const { rows } = await world.db.execute<{ instance_id: string }>(
      `select instance_id from bloc_years where id = '${id}'`,
    );
    const instanceId = rows[0]?.instance_id ?? '';
    const at = (element: string, candidateUnitId: string, role: 'clerk' | 'head' = 'clerk') =>
      openTask(
        world,
        { dossierId: id, instanceId },
        {
          element,
          candidateRole: role,
          candidateUnitId,
          verdicts: ['approve'],
        },
      );
    return { id, at, path: `/api/bloc-years/${id}` };
  }
  const complete = async (login: string, taskId: string) =>
    (await world.as(login)).post<Refusable<object>>(`/api/tasks/${taskId}/complete`, {
      version: 1,
      verdict: 'approve',
    });

  it('a pledge without text is not put before the members; once it is, its text stands', async () => {
    const { at, path } = await started();
    const task = await at('draft-pledge', unit('TANDTC'));
    const refused = await complete('head.tandtc', task);
    expect(refused.body).toMatchObject({
      code: 'pledge_incomplete',
      detail: expect.stringContaining('nơi ký, ngày ký, nội dung giao ước'),
    });
    const pledge = { version: 2, place: 'Hà Nội', on: '2024-04-10', commitments: ['Đoàn kết'] };
    expectOk(await put('head.tandtc', `${path}/pledge`, pledge));
    const early = await (await world.as('head.bca')).post<Refusable<object>>(`${path}/signatures`, {
      unitId: unit('BCA'),
      hash: '0'.repeat(64),
    });
    expect(early.body.code).toBe('pledge_not_open');
    expectOk(await complete('head.tandtc', task));
    expect((await put('head.tandtc', `${path}/pledge`, { ...pledge, version: 3 })).body.code).toBe(
      'pledge_stands',
    );
    await at('sign-pledge', unit('BCA'), 'head');
    const other = await (await world.as('head.bca')).post<Refusable<object>>(`${path}/signatures`, {
      unitId: unit('BCA'),
      hash: '0'.repeat(64),
    });
    expect(other.body.code).toBe('paper_changed');
  });

  it('points above the maximum, of another bloc or twice are refused line by line, before and after its step as a whole', async () => {
    const { at, path } = await started();
    const sheetPath = `${path}/members/${unit('BCA')}/sheets/self`;
    const bca = await world.as('head.bca');
    const [first] = expectOk(await bca.get<BlocYearDetail>(path)).criteria;
    const write = async (scores: object[], total: number) =>
      bca.put<Refusable<object>>(sheetPath, { version: 1, total, scores });
    const line = { criterionId: first?.id, points: 1 };
    expect((await write([line], 1)).body.code).toBe('bloc_sheet_closed');
    await at('score-self', unit('BCA'));
    for (const [scores, total, code] of [
      [[{ ...line, points: 601 }], 601, 'above_maximum'],
      [[{ ...line, criterionId: unit('NONE') }], 1, 'criterion_unknown'],
      [[line, line], 2, 'criterion_twice'],
    ] as const)
      expect((await write([...scores], total)).body).toMatchObject({
        code: 'bloc_scores_invalid',
        errors: [{ code }],
      });
    expectOk(await write([line], 1));
    expect((await write([line], 1)).body.code).toBe('version_conflict');
  });

  describe('decided among many and taken back within ten seconds', () => {
    const bulk = async (login: string, taskId: string) => {
      const decision = { tasks: [{ taskId, version: 1 }], verdict: 'approve' };
      const reply = await (await world.as(login)).post<BulkResult>('/api/tasks/decisions', decision);
      expect(reply.body).toMatchObject({ accepted: 1, undoSeconds: 10 });
    };
    const undo = async (login: string, taskId: string) =>
      expectOk(
        await (await world.as(login)).post<BulkResult>('/api/tasks/decisions/undo', { taskIds: [taskId] }),
      ).items.map(({ problem }) => problem?.code ?? 'taken back');
    const read = async (path: string) => expectOk(await (await organiser()).get<BlocYearDetail>(path));
    const pledge = { place: 'Hà Nội', on: '2024-04-10', commitments: ['Đoàn kết'] };

    it('a pledge is written on, and a signature is gone', async () => {
      const { at, path } = await started();
      expectOk(await put('head.tandtc', `${path}/pledge`, { version: 2, ...pledge }));
      const draft = await at('draft-pledge', unit('TANDTC'));
      await bulk('head.tandtc', draft);
      expect((await read(path)).pledge.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(await undo('head.tandtc', draft)).toEqual(['taken back']);
      expect((await read(path)).pledge.hash).toBeNull();
      expectOk(await put('head.tandtc', `${path}/pledge`, { version: 3, ...pledge }));

      expectOk(
        await (await world.as('head.tandtc')).post(`/api/tasks/${draft}/complete`, {
          version: 3,
          verdict: 'approve',
        }),
      );
      const signing = await at('sign-pledge', unit('BCA'), 'head');
      const signatures = async () =>
        (await read(path)).memberList.filter(({ signature }) => signature !== null).length;
      await bulk('head.bca', signing);
      expect(await signatures()).toBe(1);
      expect(await undo('head.bca', signing)).toEqual(['taken back']);
      expect(await signatures()).toBe(0);
    });

    it('a sheet is filled in further', async () => {
      const { at, path } = await started();
      const bca = await world.as('head.bca');
      const sheetPath = `${path}/members/${unit('BCA')}/sheets/self`;
      const task = await at('score-self', unit('BCA'));
      const scores = (await read(path)).criteria.map(({ id }) => ({ criterionId: id, points: 1 }));
      const total = scores.length;
      expectOk(await bca.put(sheetPath, { version: 1, total, scores }));
      await bulk('head.bca', task);
      const sheet = { version: 2, total, scores };
      expect((await bca.put<Refusable<object>>(sheetPath, sheet)).body.code).toBe('bloc_sheet_closed');
      expect(await undo('head.bca', task)).toEqual(['taken back']);
      expectOk(await bca.put(sheetPath, sheet));
    });

    it('a dossier for the flag is gone, unless it was submitted meanwhile', async () => {
      const { id, at, path } = await started();
      await world.db.insert(documents).values({
        subjectId: id,
        kind: 'minutes',
        fileName: 'bien-ban.pdf',
        mediaType: 'application/pdf',
        size: 0,
        sha256: '',
        content: Buffer.of(),
      });
      const dossierOf = async () =>
        (await read(path)).memberList.find(({ unit: { code } }) => code === 'BCA')?.dossier ?? null;
      const task = await at('start-flag-dossier', unit('BCA'));
      await bulk('head.bca', task);
      const draft = await dossierOf();
      expect(draft).not.toBeNull();
      expect(await undo('head.bca', task)).toEqual(['taken back']);
      expect(await dossierOf()).toBeNull();
      expect(await world.db.$count(dossiers, eq(dossiers.id, draft?.id ?? ''))).toBe(0);

      const again = await at('start-flag-dossier', unit('BCA'));
      await bulk('head.bca', again);
      const submitted = (await dossierOf())?.id ?? '';
      await attachPapers(world, submitted);
      expectOk(
        await (await world.as('head.bca')).post(`/api/dossiers/${submitted}/submit`, {
          ineligibleReason: 'Dữ liệu thử.',
        }),
      );
      expect(await undo('head.bca', again)).toEqual(['dossier_not_draft']);
      expect((await dossierOf())?.id).toBe(submitted);
    });
  });

  it('a unit that is no member has no sheet', async () => {
    const { path } = await started();
    const reply = await (await organiser()).get<Refusable<object>>(
      `${path}/members/${unit('BKHDT')}/sheets/self`,
    );
    expect(reply.body.code).toBe('bloc_unit_not_member');
  });
});
