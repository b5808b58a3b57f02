import type { BlocDetail, BlocYearDetail, Campaign, CouncilDetail, Task } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { untilAnswered } from '../runtime/poll.ts';
import type { ApiClient } from './api-client.ts';
import { expectOk } from './journey.ts';

export interface BlocDemo {
  /** The client of a demo account. */
  as: (login: string) => Promise<ApiClient>;
  /** Takes one line per step. */
  log: (line: string) => void;
  /** Today, ISO date: deadlines are some days later. */
  today: string;
}

/** Members of source 004, in the order in which it names their delegates, and who speaks for each. */
export const blocMembers = ['BCA', 'BTP', 'TANDTC', 'VKSNDTC', 'TTCP', 'TCCT', 'BTLL', 'KTNN'] as const;
export const speakerOf = (code: string) => `head.${code.toLowerCase()}`;
const unit = (code: string) => seedId('unit', code);

const blocName = 'Khối thi đua các bộ, ngành nội chính Trung ương';
/** Who organises the bloc: the standing body of its council's unit. */
export const organiser = 'appraiser.bnv';

/** Tasks that the report of source 004 sets for the year: what the members pledge. */
const commitments = [
  'Đổi mới nội dung, phương thức tổ chức các phong trào thi đua và nâng cao chất lượng công tác khen thưởng.',
  'Tổ chức các phong trào thi đua có chiều sâu, gắn với lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị, chuyên môn của từng bộ, ngành.',
  'Chú trọng khen thưởng tập thể, cá nhân có thành tích đột xuất, công chức, viên chức và người lao động trực tiếp.',
  'Đẩy mạnh việc kiểm tra, sơ kết, tổng kết, đánh giá các phong trào thi đua, công tác khen thưởng.',
  'Kiện toàn Hội đồng Thi đua - Khen thưởng, Hội đồng Sáng kiến các cấp.',
  'Tăng cường giao lưu, chia sẻ kinh nghiệm và nhân rộng gương điển hình tiên tiến.',
];

/** Score sheet of 1,000 points: an illustration, the bloc's own is in no source. */
export const criteria = [
  {
    section: 'I. Nhiệm vụ chính trị',
    name: 'Hoàn thành nhiệm vụ chính trị, chuyên môn được giao',
    maxPoints: 600,
  },
  { section: 'II. Phong trào thi đua', name: 'Tổ chức, hưởng ứng các phong trào thi đua', maxPoints: 150 },
  { section: 'II. Phong trào thi đua', name: 'Xây dựng, nhân rộng điển hình tiên tiến', maxPoints: 100 },
  { section: 'III. Công tác khen thưởng', name: 'Khen thưởng kịp thời, đúng đối tượng', maxPoints: 100 },
  { section: 'III. Công tác khen thưởng', name: 'Tham gia hoạt động chung của khối', maxPoints: 50 },
];

const rules = {
  regulation: 'Quy chế hoạt động của Khối thi đua (dữ liệu minh họa)',
  sharePercent: 50,
  shareStrict: true,
  quorum: { numerator: 2, denominator: 3 },
  flags: 1,
};

/**
 * Enters the bloc of source 004 by the public API alone: led by the State Audit Office in 2023 and by the Supreme People's Court in
 * 2024, to which the leadership and the rotating flag were handed over on 10/4/2024; all eight members sign the pledge of 2024. The
 * deadlines of the source are past, so they are later than today. Returns the id of the year 2024.
 * @throws JourneyError when a step is refused
 */
export async function playBloc({ as, log, today }: BlocDemo): Promise<string> {
  const standingBody = await as(organiser);
  const bloc = await establish(as);
  const years = `/api/blocs/${bloc.id}/years`;
  const members = (leader: string) =>
    blocMembers.map((code) => ({ unitId: unit(code), role: code === leader ? 'leader' : 'member' }));
  expectOk(
    await standingBody.post(years, { year: 2023, recorded: true, ...rules, members: members('KTNN') }),
  );
  const opened = expectOk(
    await standingBody.post<BlocYearDetail>(years, { year: 2024, ...rules, members: members('TANDTC') }),
  );
  const path = `/api/bloc-years/${opened.id}`;
  log(`${blocName}: ${opened.code}, led by ${opened.leader.name}`);
  const leader = await as(speakerOf('TANDTC'));
  const campaign = expectOk(
    await leader.post<Campaign>('/api/campaigns', {
      unitId: unit('TANDTC'),
      kind: 'regular',
      name: 'Phong trào thi đua năm 2024 của Khối thi đua các bộ, ngành nội chính Trung ương',
      criteria: commitments.slice(0, 2),
      startsOn: '2024-04-10',
      endsOn: '2024-12-31',
    }),
  );
  const total = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  expectOk(await leader.put(`${path}/criteria`, { version: 1, total, criteria }));
  expectOk(await leader.put(`${path}/campaigns`, { version: 2, campaignIds: [campaign.id] }));
  expectOk(
    await leader.put(`${path}/pledge`, { version: 3, place: 'Hà Nội', on: '2024-04-10', commitments }),
  );
  expectOk(
    await standingBody.post(`${path}/start`, {
      pledgesDue: dayAfter(today, 10),
      selfScoresDue: dayAfter(today, 40),
      checksDue: dayAfter(today, 60),
    }),
  );
  await completeTask(standingBody, path, 'hand-over', {
    handed: 'both',
    handedOn: '2024-04-10',
    place: 'Hà Nội',
    givenBy: 'Ngô Văn Tuấn, Tổng Kiểm toán Nhà nước',
    receivedBy: 'Đại diện Tòa án nhân dân tối cao',
  });
  await completeTask(leader, path, 'draft-pledge');
  await openTask(leader, path, 'sign-pledge');
  const { pledge } = expectOk(await leader.get<BlocYearDetail>(path));
  for (const code of blocMembers) {
    const head = await as(speakerOf(code));
    expectOk(await head.post(`${path}/signatures`, { unitId: unit(code), hash: pledge.hash }));
  }
  log(`All ${blocMembers.length} members have signed the pledge of 2024`);
  return opened.id;
}

/** The council of the bloc, and the bloc. */
async function establish(as: BlocDemo['as']): Promise<BlocDetail> {
  const seat = (login: string, capacity: string) => ({ personId: seedId('person', login), capacity });
  const council = expectOk(
    await (await as('admin')).post<CouncilDetail>('/api/councils', {
      unitId: unit('BNV'),
      level: 'central',
      kind: 'bloc',
      name: `Hội đồng ${blocName}`,
      establishedBy: rules.regulation,
      establishedOn: '2024-01-01',
      standingBodyId: unit('BNV-TDKT'),
      paperSymbol: 'HĐK',
      validTo: null,
      validFrom: '2024-01-01',
      members: [
        ...blocMembers.map((code) => seat(speakerOf(code), code === 'TANDTC' ? 'chair' : 'member')),
        seat(organiser, 'secretary'),
      ],
    }),
  );
  const body = { kind: 'bloc', name: blocName, councilId: council.id, flagCode: 'CO_CP' };
  return expectOk(await (await as(organiser)).post<BlocDetail>('/api/blocs', body));
}

/** Completes the task of an element that the account can do, once it is there. */
export async function completeTask(
  client: ApiClient,
  path: string,
  element: string,
  form?: Record<string, unknown>,
): Promise<void> {
  const { id, version } = await openTask(client, path, element);
  expectOk(
    await client.post(`/api/tasks/${id}/complete`, { version, verdict: 'approve', ...(form && { form }) }),
  );
}

/** The open task of an element that the account can do, as soon as the process stands there. */
export const openTask = (client: ApiClient, path: string, element: string): Promise<Task> =>
  untilAnswered(async () =>
    expectOk(await client.get<{ tasks: Task[] }>(path)).tasks.find(
      (task) => task.element === element && task.canAct,
    ),
  );

/** The day so many days after another, ISO date. */
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
