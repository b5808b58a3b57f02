import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballots, dossiers, nominationResults, nominations, outbox, tasks } from '../../db/schema/index.ts';
import { openTask, referTo, submittedDossier } from '../api/fixtures.ts';
import { chair, times, votingIn } from '../api/voting.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { openBrowser, phone, Visitor } from './visitor.ts';

/** Many at once, a further ballot, the chair's deciding vote, what was split off, and the head who decides otherwise. */
let world: ApiWorld;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-results-'));
  const webDir = join(folder, 'web');
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: webDir } });
  [world, browser] = await Promise.all([startApiWorld({ webDir }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

const voting = votingIn(() => world);

async function arrive(login: string, path: string, window?: typeof phone): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, world.baseUrl, window);
  await visitor.open(path);
  await visitor.logIn(login);
  return visitor;
}

async function leave(visitor: Visitor): Promise<void> {
  expect(visitor.complaints).toEqual([]);
  expect(await visitor.overflow()).toBe(0);
  await visitor.leave();
}

/** Picks every task of the inbox. */
const pickAll = (visitor: Visitor) =>
  visitor.page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>(
      'tbody input[type=checkbox], .cards input[type=checkbox]',
    ))
      box.click();
  });
const statuses = async () =>
  (await world.db.select({ status: tasks.status }).from(tasks).orderBy(tasks.openedAt)).map(
    ({ status }) => status,
  );

describe.each([
  ['desk', undefined],
  ['phone', phone],
] as const)('a head decides many, %s', (_, window) => {
  test('sees beforehand what is refused and why, and can take it back for ten seconds', {
    timeout: 60_000,
  }, async () => {
    await world.db.delete(tasks);
    for (let n = 0; n < 3; n++) await openTask(world, await submittedDossier(world));
    const [first] = await world.db.select().from(tasks).limit(1);
    await world.db
      .update(tasks)
      .set({ verdicts: ['return'] })
      .where(eq(tasks.id, first?.id ?? ''));
    const head = await arrive('head.tctk', '/tasks', window);
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
    expect(await world.db.$count(outbox, sql`not_before > clock_timestamp()`)).toBe(2);
    await head.page.locator('button ::-p-text(Hoàn tác)').click();
    await head.sees('Đã hoàn tác 2 việc');
    expect((await statuses()).toSorted()).toEqual(['claimed', 'claimed', 'open']);
    await leave(head);
  });
});

test('a member votes on a whole title and takes it back', { timeout: 60_000 }, async () => {
  const { sessionId } = await voting.openSession(['tkth.03', 'tkth.04']);
  const member = await arrive('tkth.05', `/sessions/${sessionId}`);
  await member.sees('Bỏ phiếu cả danh hiệu:');
  await member.page.locator('.ant-btn ::-p-text(Không tán thành)').click();
  await member.sees('2 mục sẽ được ghi nhận');
  await member.press('Bỏ phiếu (2)');
  await member.sees('Đã bỏ 2 phiếu');
  expect(await world.db.$count(ballots)).toBe(2);
  await member.page.locator('button ::-p-text(Hoàn tác)').click();
  await member.sees('Còn 2/2 nội dung chưa bỏ phiếu');
  expect(await world.db.$count(ballots)).toBe(0);
  await leave(member);
});

test('the secretary has a further ballot held; the chair decides equal votes', {
  timeout: 60_000,
}, async () => {
  const majority = { sharePercent: 50, shareStrict: true, chairDecidesTies: true, ballotRounds: 2 };
  const session = await voting.openSession(['tkth.06'], majority);
  await voting.attend(session.sessionId, 12);
  await voting.vote(session, [...times(6, 'for'), ...times(6, 'against')]);
  const secretary = await arrive('tkth.02', `/sessions/${session.sessionId}`);
  await secretary.turnTo('Chương trình');
  await secretary.press('Bỏ phiếu lại');
  await secretary.sees('Kết thúc lần bỏ phiếu này');
  await secretary.page.locator('.ant-modal-confirm-btns .ant-btn-primary').click();
  await secretary.sees('Bỏ phiếu lần 2');
  await leave(secretary);
  const client = await world.as('tkth.02');
  const { body } = await client.get<{ items: { id: string; result: string | null }[] }>(
    `/api/sessions/${session.sessionId}`,
  );
  const again = body.items.filter(({ result }) => result === null).map(({ id }) => id);
  await voting.vote({ sessionId: session.sessionId, itemIds: again }, [
    ...times(6, 'for'),
    ...times(6, 'against'),
  ]);
  await voting.close(session);
  const president = await arrive(chair, `/sessions/${session.sessionId}`, phone);
  await president.sees('cần lá phiếu quyết định của bạn');
  await president.page.locator('.ant-alert .ant-radio-button-wrapper ::-p-text(Tán thành)').click();
  await president.press('Ghi lá phiếu quyết định');
  await president.sees('Lá phiếu quyết định của chủ tịch: Tán thành');
  await leave(president);
});

test('what was split off and what it was split off from name each other', { timeout: 60_000 }, async () => {
  const parent = await submittedDossier(world);
  const branch = await submittedDossier(world);
  await world.db
    .update(dossiers)
    .set({ splitFrom: parent.dossierId })
    .where(eq(dossiers.id, branch.dossierId));
  const clerk = await arrive('clerk.tkth', `/dossiers/${parent.dossierId}`, phone);
  await clerk.sees('Đề nghị bị hội đồng trả lại đã tách thành:');
  await clerk.page.locator('.ant-alert a').click();
  await clerk.sees('Tách từ hồ sơ');
  expect(clerk.path()).toContain(branch.dossierId);
  await leave(clerk);
});

test('the head approves one whom the council did not pass; the reason stays with the nomination', {
  timeout: 60_000,
}, async () => {
  const dossier = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  const { dossierId, instanceId } = dossier;
  await referTo(world, dossier, { level: 'department' });
  const rows = await world.db
    .select()
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(nominations.seq);
  for (const [i, { id, name }] of rows.entries()) {
    const status = i === 0 ? 'passed' : 'failed';
    const reason = i === 0 ? null : 'Không đủ phiếu tán thành: 5/11, cần 9.';
    await world.db.update(nominations).set({ status, reason }).where(eq(nominations.id, id));
    await world.db.insert(nominationResults).values({
      nominationId: id,
      level: 'department',
      instanceId,
      step: 0,
      status,
      reason,
      at: world.clock.now,
    });
    expect(name).not.toBe('');
  }
  await world.db.execute(sql`update process_instances set step = 9 where id = ${instanceId}`);
  const taskId = await openTask(world, dossier);
  const head = await arrive('head.tctk', `/tasks/${taskId}`);
  await head.tick('Duyệt');
  await head.press('Quyết định khác với hội đồng');
  await head.choose('Người/tập thể được đề nghị', `${rows[1]?.name}`);
  await head.fill('Lý do', 'Thành tích mới được xác nhận');
  await head.press('Ghi nhận quyết định');
  await head.page.waitForFunction(() => window.location.pathname === '/tasks');
  await head.open(`/dossiers/${dossierId}?tab=nominees`);
  await head.sees('quyết định khác với hội đồng');
  await head.sees('Thành tích mới được xác nhận');
  await leave(head);
});
