import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  BlocDetail,
  BlocSheetDetail,
  BlocYearDetail,
  DossierDetail,
  Nomination,
  RoleModelDetail,
} from '../../api/contract/index.ts';
import { type DemoSheet, holdVote, signMinutes, writeSheet } from '../../cli/demo/bloc-vote.ts';
import { blocMembers, openTask, playBloc, speakerOf } from '../../cli/demo/blocs.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { Refusable } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let journey: Journey;
let path: string;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
  const today = new Date().toISOString().slice(0, 10);
  const id = await playBloc({ as, log: () => {}, today });
  path = `/api/bloc-years/${id}`;
}, 180_000);
afterAll(() => stack?.stop());

const as = (login: string) => journey.as(login);
const unit = (code: string) => seedId('unit', code);
const speaker = (code: string) => journey.as(speakerOf(code));
const organiser = () => journey.as('appraiser.bnv');
const read = async (login = 'appraiser.bnv') =>
  expectOk(await (await journey.as(login)).get<BlocYearDetail>(path));
const complete = async (login: string, element: string, verdict = 'approve', reason?: string) => {
  const client = await journey.as(login);
  const { id, version } = await openTask(client, path, element);
  return client.post<Refusable<object>>(`/api/tasks/${id}/complete`, {
    version,
    verdict,
    ...(reason !== undefined && { reason }),
  });
};
const textOf = async (documentId: string | null, login: string) => {
  const content = await (await journey.as(login)).download(`/api/documents/${documentId}/content`);
  return (await readPdf(content)).flatMap(({ lines }) => lines).join('\n');
};

const score = async (login: string, sheet: DemoSheet) =>
  writeSheet<Refusable<BlocSheetDetail>>(await journey.as(login), path, sheet);

test('source 004: eight members, led by the State Audit in 2023 and by the Supreme Court in 2024, which got the rotating flag on 10/4/2024', async () => {
  const year = await read();
  expect(year).toMatchObject({ year: 2024, leader: { code: 'TANDTC' }, status: 'running' });
  expect(year.memberList.map((member) => member.unit.code)).toEqual([...blocMembers]);
  const bloc = expectOk(await (await organiser()).get<BlocDetail>(`/api/blocs/${year.bloc.id}`));
  expect(bloc).toMatchObject({
    name: 'Khối thi đua các bộ, ngành nội chính Trung ương',
    flagHolder: { name: 'Tòa án nhân dân tối cao' },
    years: [
      { year: 2024, leader: { code: 'TANDTC' }, members: 8 },
      { year: 2023, leader: { code: 'KTNN' }, status: 'recorded' },
    ],
  });
  const handover = {
    from: { code: 'KTNN' },
    to: { code: 'TANDTC' },
    handedOn: '2024-04-10',
    givenBy: 'Ngô Văn Tuấn, Tổng Kiểm toán Nhà nước',
  };
  expect(bloc.handovers).toMatchObject([
    { kind: 'leadership', ...handover },
    { kind: 'flag', ...handover },
  ]);
});

test('all members have signed the pledge, and the paper shows who signed when', async () => {
  const year = await untilAnswered(async () => {
    const found = await read();
    return found.pledge.documentId === null ? undefined : found;
  });
  expect(year.memberList.every(({ signature }) => signature !== null)).toBe(true);
  const paper = await textOf(year.pledge.documentId, speakerOf('BTP'));
  expect(paper).toContain('BẢN KÝ KẾT GIAO ƯỚC THI ĐUA');
  expect(paper).toContain('Hà Nội, ngày 10 tháng 4 năm 2024');
  expect(paper).toContain('KIỂM TOÁN NHÀ NƯỚC');
  for (const name of ['Nguyễn Duy Ngọc', 'Nguyễn Hải Trâm', 'Ngô Văn Tuấn']) expect(paper).toContain(name);
  expect(paper.match(/Đã ký điện tử/g)).toHaveLength(8);
});

test('nobody signs for a unit that is no member, nor twice, nor for another', async () => {
  const { pledge } = await read();
  const sign = async (login: string, code: string) =>
    (
      await (
        await journey.as(login)
      ).post<Refusable<object>>(`${path}/signatures`, {
        unitId: unit(code),
        hash: pledge.hash,
      })
    ).body.code;
  expect(await sign('head.bnv', 'BKHDT')).toBe('bloc_unit_not_member');
  expect(await sign('head.tctk', 'TCTK')).toBe('bloc_year_not_found');
  expect(await sign(speakerOf('BCA'), 'BTP')).toBe('forbidden');
  expect(await sign(speakerOf('BCA'), 'BCA')).toBe('pledge_signed');
  expect((await read()).memberList.filter(({ signature }) => signature !== null)).toHaveLength(8);
});

test('a member proposes a role model for the bloc, which the organiser of the bloc reviews', async () => {
  const { id: blocYearId } = await read();
  const clerk = await speaker('BTP');
  const proposal = {
    unitId: unit('BTP'),
    blocYearId,
    collectiveId: unit('BTP'),
    year: 2024,
    title: 'Tập thể dẫn đầu phong trào cải cách',
    field: 'Cải cách hành chính',
    story: 'Nhiều cách làm hay được nhân rộng trong khối.',
  };
  const model = expectOk(await clerk.post<RoleModelDetail>('/api/role-models', proposal));
  expect(model).toMatchObject({ kind: 'collective', bloc: { id: blocYearId, year: 2024 } });
  expectOk(await clerk.post(`/api/role-models/${model.id}/submit`));
  const task = await openTask(await organiser(), `/api/role-models/${model.id}`, 'review-model');
  expect(task.candidateUnit?.code).toBe('BNV');
});

test('members score themselves and are checked; the vote names one for the flag, and its dossier carries the minutes', {
  timeout: 240_000,
}, async () => {
  await openTask(await speaker('BCA'), path, 'score-self');
  // A stated total that is off is refused, and by how much.
  const off = await score(speakerOf('BCA'), { code: 'BCA', stage: 'self', lost: 10, off: 7 });
  expect(off.body).toMatchObject({ code: 'bloc_total_off', detail: expect.stringContaining('lệch +7') });
  expect((await read()).memberList[0]?.self).toMatchObject({ lines: 0, total: null });
  expect((await score(speakerOf('BCA'), { code: 'BTP', stage: 'self', lost: 0 })).body.code).toBe(
    'forbidden',
  );
  expect((await complete(speakerOf('BCA'), 'score-self')).body.code).toBe('bloc_sheet_incomplete');
  for (const [i, code] of blocMembers.entries()) {
    expectOk(await score(speakerOf(code), { code, stage: 'self', lost: i }));
    expectOk(await complete(speakerOf(code), 'score-self'));
  }
  expect((await score(speakerOf('BCA'), { code: 'BCA', stage: 'self', lost: 0 })).body.code).toBe(
    'bloc_sheet_closed',
  );

  // The leader checks the others, the first other member checks the leader.
  await openTask(await speaker('TANDTC'), path, 'check-members');
  for (const [i, code] of blocMembers.entries())
    expectOk(
      await score(speakerOf(code === 'TANDTC' ? 'BCA' : 'TANDTC'), {
        code,
        stage: 'check',
        lost: i * 10,
      }),
    );
  expectOk(await complete(speakerOf('TANDTC'), 'check-members'));
  expectOk(await complete(speakerOf('BCA'), 'check-members'));
  // Returned, the sheets may be changed again.
  expectOk(await complete(speakerOf('TANDTC'), 'conclude-scores', 'return', 'Xem lại điểm của Bộ Tư pháp'));
  await openTask(await speaker('TANDTC'), path, 'check-members');
  expectOk(await score(speakerOf('TANDTC'), { code: 'BTP', stage: 'check', lost: 20 }));
  expectOk(await complete(speakerOf('TANDTC'), 'check-members'));
  expectOk(await complete(speakerOf('BCA'), 'check-members'));
  expectOk(await complete(speakerOf('TANDTC'), 'conclude-scores'));

  const session = await holdVote(as, path, 'Bộ Tư pháp');
  expect(session.items).toHaveLength(8);
  const btp = session.items.find(({ matter }) => matter.title === 'Bộ Tư pháp');
  expect(btp).toMatchObject({ result: 'passed', rank: 1, matter: { kind: 'bloc_member' } });
  expect(session.items.filter(({ result }) => result === 'passed')).toHaveLength(1);

  // Before the minutes are signed the dossier is refused; afterwards it carries them.
  expect((await complete(speakerOf('BTP'), 'start-flag-dossier')).body.code).toBe('bloc_minutes_unsigned');
  await signMinutes(as, session.id);
  expectOk(await complete(speakerOf('BTP'), 'start-flag-dossier'));
  const year = await untilAnswered(async () => {
    const found = await read();
    return found.status === 'closed' ? found : undefined;
  });
  expect(year.named.map(({ code }) => code)).toEqual(['BTP']);
  const named = year.memberList.find(({ unit: { code } }) => code === 'BTP');
  expect(named).toMatchObject({ self: { total: 999 }, check: { total: 980 }, vote: { rank: 1 } });

  const clerk = await speaker('BTP');
  const dossier = expectOk(await clerk.get<DossierDetail>(`/api/dossiers/${named?.dossier?.id}`));
  expect(dossier).toMatchObject({
    awardCode: 'CO_CP',
    status: 'draft',
    unit: { code: 'BTP' },
    periodTo: 2024,
  });
  const { items } = expectOk(
    await clerk.get<{ items: Nomination[] }>(`/api/dossiers/${dossier.id}/nominations`),
  );
  expect(items).toMatchObject([{ kind: 'collective', name: 'Bộ Tư pháp' }]);
  const minutes = dossier.documents.find(({ kind }) => kind === 'bloc_minutes');
  const text = await textOf(minutes?.id ?? null, speakerOf('BTP'));
  expect(text).toContain('Bộ Tư pháp');
  expect(text).toContain('TRÍCH');
});
