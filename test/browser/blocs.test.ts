import { beforeAll, expect, test } from 'vitest';
import { blocVoters, castBallots, openVote, scoreAll, signMinutes } from '../../cli/demo/bloc-vote.ts';
import { blocMembers, openTask, playBloc, speakerOf } from '../../cli/demo/blocs.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

const pages = startPages(startStack);
let journey: Journey;
let yearId: string;

beforeAll(async () => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
  const today = new Date().toISOString().slice(0, 10);
  yearId = await playBloc({ as: (login) => journey.as(login), log: () => {}, today });
}, 120_000);

test('the bloc of 2024 with its leader and flag; a member scores itself on its phone', async () => {
  const organiser = await pages.visit('appraiser.bnv', '/blocs');
  await organiser.follow('Khối thi đua các bộ, ngành nội chính Trung ương');
  await organiser.sees('Cờ luân lưu đang ở: Tòa án nhân dân tối cao');
  await organiser.sees('Ngô Văn Tuấn, Tổng Kiểm toán Nhà nước');
  await organiser.follow('Năm 2024');
  await organiser.turnTo('Giao ước thi đua');
  await organiser.sees('Đã ký 8 / 8 đơn vị');
  await organiser.sees('Bản giao ước năm 2024');
  await organiser.leave();

  await openTask(await journey.as(speakerOf('BTP')), `/api/bloc-years/${yearId}`, 'score-self');
  const member = await pages.visit(speakerOf('BTP'), '/tasks', phone);
  await member.follow('Tự chấm điểm thi đua');
  await member.press('Chấm điểm Bộ Tư pháp: Tự chấm');
  await member.press('Điền điểm tối đa các dòng trống');
  await member.sees('Tổng cộng: 1.000 / 1.000 điểm');
  await member.press('Lưu bảng điểm');
  await member.sees('Đã lưu bảng điểm');
  await member.closeDialog();
  await member.sees('1.000 / 1.000');
  await member.fits();
  // Comes back later, when the message of the saving is gone from over the page.
  await member.open(member.path());
  await member.press('Hoàn thành việc');
  await member.sees('Đã ghi nhận');
  await member.leave();
}, 120_000);

test('checked by the leader, the members are voted on; the one that is named starts its dossier for the flag', async () => {
  const as = (login: string) => journey.as(login);
  const path = `/bloc-years/${yearId}`;
  const others = blocMembers.filter((code) => code !== 'BTP');
  await scoreAll(as, `/api${path}`, 'self', others);
  await scoreAll(as, `/api${path}`, 'check');
  await pages.pass(speakerOf('TANDTC'), '/tasks', 'Tổng hợp kết quả chấm điểm', { verdict: 'Duyệt' });

  const session = await openVote(as, `/api${path}`);
  const address = `/sessions/${session.id}`;
  const voter = speakerOf('BTP');
  const member = await pages.visit(voter, address, phone);
  await member.press('Đánh dấu tán thành tất cả');
  await member.press('Bỏ phiếu (8)');
  await member.sees('Đã bỏ phiếu mọi nội dung');
  await member.leave();
  const rest = blocVoters.filter((login) => login !== voter);
  await castBallots(as, session, 'Tòa án nhân dân tối cao', rest);
  const organiser = await pages.visit('appraiser.bnv', address);
  await organiser.press('Bế mạc và tổng hợp');
  await organiser.agree();
  await organiser.sees('Đã bế mạc');
  await organiser.leave();
  await signMinutes(as, session.id);

  await pages.pass(speakerOf('TANDTC'), '/tasks', 'Lập hồ sơ đề nghị tặng cờ');
  const leader = await pages.visit(speakerOf('TANDTC'), path, phone);
  await leader.sees('Được suy tôn');
  await leader.page.locator('main a::-p-text(Hồ sơ HS-)').click();
  await leader.sees('Cờ thi đua của Chính phủ');
  await leader.leave();
}, 180_000);

test('a role model is proposed by a clerk, consented to by the person, and read by everybody', async () => {
  const clerk = await pages.visit('clerk.tkth', '/role-models');
  await clerk.press('Đề xuất điển hình');
  await clerk.fill('Tiêu đề', 'Người giữ nhịp công bố số liệu');
  await clerk.fill('Lĩnh vực', 'Phổ biến thông tin');
  await clerk.fill('Thành tích, cách làm', 'Rút ngắn thời gian công bố số liệu.');
  await clerk.choose('Cá nhân', 'Ví Dụ');
  await clerk.agree();
  await clerk.sees('Dự thảo');
  await clerk.press('Gửi xét');
  await clerk.sees('Đang xét');
  const path = clerk.path();
  await clerk.leave();

  const decide = async (login: string, element: string) => {
    const client = await journey.as(login);
    const { id, version } = await openTask(client, `/api${path}`, element);
    expectOk(await client.post(`/api/tasks/${id}/complete`, { version, verdict: 'approve' }));
  };
  await decide('appraiser.tctk', 'review-model');
  const { personLogin } = await nominee(path);
  await openTask(await journey.as('clerk.tkth'), `/api${path}`, 'obtain-consent');
  const person = await pages.visit(personLogin, path, phone);
  await person.press('Đồng ý công khai');
  await person.sees('Có thể rút bất cứ lúc nào');
  await person.tick('Chức vụ');
  await person.press('Ghi nhận đồng ý');
  await person.sees('Đã ghi nhận sự đồng ý');
  await person.fits();
  await decide('head.tctk', 'head-publishes');

  const stranger = await pages.arrive(phone);
  await expect
    .poll(
      async () => {
        await stranger.open('/dien-hinh-tien-tien');
        return stranger.text();
      },
      { timeout: 20_000 },
    )
    .toContain('Người giữ nhịp công bố số liệu');
  await Promise.all([stranger.page.waitForNavigation(), stranger.follow('Người giữ nhịp công bố số liệu')]);
  await stranger.sees('Rút ngắn thời gian');
  expect(await stranger.text()).not.toContain('Chức vụ');
  await stranger.fits();
  await stranger.leave();

  await person.open(path);
  await person.press('Rút đồng ý');
  await person.agree();
  await person.sees('nội dung không còn công khai');
  await person.leave();
}, 120_000);

/** Account of the person whom the role model at a path is about. */
async function nominee(path: string): Promise<{ personLogin: string }> {
  const client = await journey.as('clerk.tkth');
  const { subjectId } = expectOk(await client.get<{ subjectId: string }>(`/api${path}`));
  const personLogin = Array.from({ length: 11 }, (_, i) => `tkth.${String(i + 1).padStart(2, '0')}`).find(
    (login) => seedId('person', login) === subjectId,
  );
  if (personLogin === undefined) throw new Error('the nominee has no account');
  return { personLogin };
}
