import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ballots, dossiers, nominationResults, nominations, outbox, tasks } from '../../db/schema/index.ts';
import { openTask, referTo, submittedDossier } from '../api/fixtures.ts';
import { chair, staff, times, votingIn } from '../api/voting.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';
import { phone, type Visitor } from './visitor.ts';

/** Many at once, a further ballot, the chair's deciding vote, what was split off, and the head who decides otherwise. */
const pages = startPages(startApiWorld);

const nameOf = (login: string) => staff.find((person) => person.login === login)?.name ?? '';
const voting = votingIn(() => pages.server);

/** Picks every task of the inbox. */
const pickAll = (visitor: Visitor) =>
  visitor.page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>(
      'tbody input[type=checkbox], .cards input[type=checkbox]',
    ))
      box.click();
  });
const statuses = async () =>
  (await pages.server.db.select({ status: tasks.status }).from(tasks).orderBy(tasks.openedAt)).map(
    ({ status }) => status,
  );

describe.each([
  ['desk', undefined],
  ['phone', phone],
] as const)('a head decides many, %s', (_, window) => {
  test('sees beforehand what is refused and why, and can take it back for ten seconds', {
    timeout: 60_000,
  }, async () => {
    await pages.server.db.delete(tasks);
    for (let n = 0; n < 3; n++) await openTask(pages.server, await submittedDossier(pages.server));
    const [first] = await pages.server.db.select().from(tasks).limit(1);
    await pages.server.db
      .update(tasks)
      .set({ verdicts: ['return'] })
      .where(eq(tasks.id, first?.id ?? ''));
    const head = await pages.visit('head.tctk', '/tasks', window);
    await head.sees('Thủ trưởng xét duyệt');
    await pickAll(head);
    await head.press('Quyết định cùng lúc');
    await head.tick('Duyệt');
    await head.press('Xem trước');
    await head.sees('1 mục sẽ bị từ chối');
    await head.sees('2 mục sẽ được ghi nhận');
    expect(await statuses()).toEqual(['open', 'open', 'open']);
    await head.press('Duyệt 2 việc');
    await head.sees('2 mục đã được ghi nhận');
    expect((await statuses()).toSorted()).toEqual(['done', 'done', 'open']);
    expect(await pages.server.db.$count(outbox, sql`not_before > clock_timestamp()`)).toBe(2);
    await head.page.locator('button ::-p-text(Hoàn tác)').click();
    await head.sees('Đã hoàn tác 2 việc');
    expect((await statuses()).toSorted()).toEqual(['claimed', 'claimed', 'open']);
    await head.leave();
  });
});

test('a member votes on a whole title and takes it back', { timeout: 60_000 }, async () => {
  const { sessionId } = await voting.openSession(['tkth.03', 'tkth.04']);
  const member = await pages.visit('tkth.05', `/sessions/${sessionId}`);
  await member.sees('Bỏ phiếu cả danh hiệu:');
  await member.page.locator('.ant-btn ::-p-text(Không tán thành)').click();
  await member.sees('2 mục sẽ được ghi nhận');
  await member.press('Bỏ phiếu (2)');
  await member.sees('Đã bỏ 2 phiếu');
  expect(await pages.server.db.$count(ballots)).toBe(2);
  await member.page.locator('button ::-p-text(Hoàn tác)').click();
  await member.sees('Còn 2/2 nội dung chưa bỏ phiếu');
  expect(await pages.server.db.$count(ballots)).toBe(0);
  await member.leave();
});

test('the secretary has a further ballot held; the chair decides equal votes', {
  timeout: 60_000,
}, async () => {
  const majority = { sharePercent: 50, shareStrict: true, chairDecidesTies: true, ballotRounds: 2 };
  const session = await voting.openSession(['tkth.06'], majority);
  await voting.attend(session.sessionId, 12);
  await voting.vote(session, [...times(6, 'for'), ...times(6, 'against')]);
  const secretary = await pages.visit('tkth.02', `/sessions/${session.sessionId}`);
  await secretary.turnTo('Chương trình');
  await secretary.press(`Bỏ phiếu lại: ${nameOf('tkth.06')}`);
  await secretary.sees('Kết thúc lần bỏ phiếu này');
  await secretary.agree();
  await secretary.sees('Bỏ phiếu lần 2');
  await secretary.leave();
  const client = await pages.server.as('tkth.02');
  const { body } = await client.get<{ items: { id: string; result: string | null }[] }>(
    `/api/sessions/${session.sessionId}`,
  );
  const again = body.items.filter(({ result }) => result === null).map(({ id }) => id);
  await voting.vote({ sessionId: session.sessionId, itemIds: again }, [
    ...times(6, 'for'),
    ...times(6, 'against'),
  ]);
  await voting.close(session);
  const president = await pages.visit(chair, `/sessions/${session.sessionId}`, phone);
  await president.sees('cần lá phiếu quyết định của bạn');
  await president.page.locator('.ant-alert .ant-radio-button-wrapper ::-p-text(Tán thành)').click();
  await president.press('Ghi lá phiếu quyết định');
  await president.sees('Lá phiếu quyết định của chủ tịch: Tán thành');
  await president.leave();
});

test('what was split off and what it was split off from name each other', { timeout: 60_000 }, async () => {
  const parent = await submittedDossier(pages.server);
  const branch = await submittedDossier(pages.server);
  await pages.server.db
    .update(dossiers)
    .set({ splitFrom: parent.dossierId })
    .where(eq(dossiers.id, branch.dossierId));
  const clerk = await pages.visit('clerk.tkth', `/dossiers/${parent.dossierId}`, phone);
  await clerk.sees('Đề nghị bị hội đồng trả lại đã tách thành:');
  await clerk.page.locator('.ant-alert a').click();
  await clerk.sees('Tách từ hồ sơ');
  expect(clerk.path()).toContain(branch.dossierId);
  await clerk.leave();
});

test('the head approves one whom the council did not pass; the reason stays with the nomination', {
  timeout: 60_000,
}, async () => {
  const dossier = await submittedDossier(pages.server, { nominees: ['tkth.03', 'tkth.04'] });
  const { dossierId, instanceId } = dossier;
  await referTo(pages.server, dossier, { level: 'department' });
  const rows = await pages.server.db
    .select()
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(nominations.seq);
  for (const [i, { id, name }] of rows.entries()) {
    const status = i === 0 ? 'passed' : 'failed';
    const reason = i === 0 ? null : 'Không đủ phiếu tán thành: 5/11, cần 9.';
    await pages.server.db.update(nominations).set({ status, reason }).where(eq(nominations.id, id));
    await pages.server.db.insert(nominationResults).values({
      nominationId: id,
      level: 'department',
      instanceId,
      step: 0,
      status,
      reason,
      at: pages.server.clock.now,
    });
    expect(name).not.toBe('');
  }
  await pages.server.db.execute(sql`update process_instances set step = 9 where id = ${instanceId}`);
  const taskId = await openTask(pages.server, dossier);
  const head = await pages.visit('head.tctk', `/tasks/${taskId}`);
  await head.tick('Duyệt');
  await head.press('Quyết định khác với hội đồng');
  await head.choose('Người/tập thể được đề nghị', `${rows[1]?.name}`);
  await head.fill('Lý do', 'Thành tích mới được xác nhận');
  await head.press('Ghi nhận quyết định');
  await head.page.waitForFunction(() => window.location.pathname === '/tasks');
  await head.open(`/dossiers/${dossierId}?tab=nominees`);
  await head.sees('quyết định khác với hội đồng');
  await head.sees('Thành tích mới được xác nhận');
  await head.leave();
});
