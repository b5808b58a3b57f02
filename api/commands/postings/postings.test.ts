import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { commentOrigins, nominations, publicPostings } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  clerk,
  dossierRow,
  openTask,
  type Refusable,
  referTo,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CouncilDetail } from '../../contract/councils.ts';
import type { Comment, Posting, PublicPosting, PublicPostingDetail } from '../../contract/postings.ts';
import type { SessionDetail } from '../../contract/sessions.ts';
import { networkOf } from './comment-origin.ts';

let world: ApiWorld;
let dossier: Submitted;
let postingId: string;
beforeAll(async () => {
  world = await startApiWorld();
});
beforeEach(async () => {
  // Friday 20 November 2026, 09:00 in Vietnam.
  world.clock.now = new Date('2026-11-20T02:00:00Z');
  await world.db.delete(commentOrigins);
  dossier = await submittedDossier(world, { awardCode: 'HCLD3' });
  postingId = await postingOf(dossier);
});
afterAll(() => world.close());

/** A posting as the job `open-posting` would have made it. */
async function postingOf({ dossierId, instanceId }: Submitted): Promise<string> {
  const [row] = await world.db
    .insert(publicPostings)
    .values({
      instanceId,
      job: 'v1',
      dossierId,
      level: 'ministry',
      unitId: seedId('unit', 'BKHDT'),
      workingDays: 10,
      citation: 'Nghị định số 98/2023/NĐ-CP, Điều 46',
      grade: 'C',
      postedAt: world.clock.now,
    })
    .returning({ id: publicPostings.id });
  return row?.id ?? '';
}

const moderator = 'appraiser.bkhdt';
const shown = async () =>
  world.stranger().get<Refusable<PublicPostingDetail>>(`/api/public/postings/${postingId}`);
const comment = (body: object = { text: 'Tôi đồng ý.' }) =>
  world.stranger().post<Refusable<object>>(`/api/public/postings/${postingId}/comments`, body);
async function comments(login = moderator): Promise<Comment[]> {
  const path = `/api/postings/${postingId}/comments`;
  return expectOk(await (await world.as(login)).get<{ items: Comment[] }>(path)).items;
}
const moderate = async (commentId: string, body: object, login = moderator) =>
  (await world.as(login)).post<Refusable<object>>(`/api/comments/${commentId}/moderate`, body);
const firstComment = async () => (await comments())[0] as Comment;

describe('what everybody sees', () => {
  test('the nominees in play with post and merit, who posts, and until when: nothing else', async () => {
    const [nominee] = await world.db
      .select()
      .from(nominations)
      .where(eq(nominations.dossierId, dossier.dossierId));
    const { status, body } = await shown();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: postingId,
      award: { vi: 'Huân chương Lao động hạng Ba', en: expect.any(String) },
      agency: { vi: 'Bộ Kế hoạch và Đầu tư', en: expect.any(String) },
      proposer: { vi: expect.stringContaining('Vụ'), en: expect.any(String) },
      periodFrom: 2022,
      periodTo: 2026,
      postedOn: '2026-11-20',
      lastDay: '2026-12-04',
      workingDays: 10,
      citation: 'Nghị định số 98/2023/NĐ-CP, Điều 46',
      nominees: 1,
      list: [
        { id: nominee?.id, name: nominee?.name, post: nominee?.post, achievement: nominee?.achievement },
      ],
    });
    const list = await world.stranger().get<{ items: PublicPosting[] }>('/api/public/postings');
    expect(list.body.items.map(({ id }) => id)).toContain(postingId);
  });

  test('who fell out of the dossier is no longer named', async () => {
    await world.db
      .update(nominations)
      .set({ status: 'removed', reason: 'Rút' })
      .where(eq(nominations.dossierId, dossier.dossierId));
    expect((await shown()).body).toMatchObject({ nominees: 0, list: [] });
  });

  test.each([
    ['the last minute of the tenth working day', '2026-12-04T16:59:59Z', 200, 202],
    ['midnight after it', '2026-12-04T17:00:00Z', 404, 404],
  ])('%s', async (_, now, seen, taken) => {
    world.clock.now = new Date(now);
    expect([(await shown()).status, (await comment()).status]).toEqual([seen, taken]);
  });

  test('a withdrawn dossier is taken down at once', async () => {
    await world.db.execute(
      sql`update dossiers set status = 'withdrawn', end_reason = 'Rút' where id = ${dossier.dossierId}`,
    );
    expect((await shown()).body.code).toBe('posting_not_found');
  });

  test('while the dossier is on hold the window stands still, and afterwards ends as much later', async () => {
    const admin = await world.as('admin');
    const at = `/api/dossiers/${dossier.dossierId}`;
    world.clock.now = new Date('2026-11-25T02:00:00Z');
    expectOk(await admin.post(`${at}/hold`, { reason: 'Xác minh' }));
    expect((await shown()).body.lastDay).toBeNull();
    world.clock.now = new Date('2026-12-02T02:00:00Z');
    expectOk(await admin.post(`${at}/resume`, { reason: 'Đã rõ' }));
    // Wednesday the 25th still counted, Wednesday 2 December does not: five working days later.
    expect((await shown()).body.lastDay).toBe('2026-12-11');
  });
});

describe('a comment', () => {
  test('is held, read by the moderators of the posting body alone, and never shown in public', async () => {
    const about = { text: 'Thành tích đúng.', authorName: 'Lê Văn Góp', authorContact: 'gop@example.vn' };
    expect((await comment(about)).status).toBe(202);
    expect(await comments()).toMatchObject([{ ...about, nominee: null, status: 'held', suspected: false }]);
    for (const login of [clerk, 'head.bkhdt', 'appraiser.tctk', 'admin']) {
      const reply = await (await world.as(login)).get<Refusable<object>>(
        `/api/postings/${postingId}/comments`,
      );
      expect(reply.body.code, login).toBe('posting_not_found');
    }
    expect(JSON.stringify((await shown()).body)).not.toContain('Thành tích đúng');
    expect(await auditOf(world, postingId)).toEqual(['posting.comment']);
  });

  test('of a program, which fills in what people do not see, is kept as such and stands last', async () => {
    await comment({ text: 'Buy!', website: 'http://spam.example' });
    await comment();
    expect((await comments()).map(({ text, suspected }) => [text, suspected])).toEqual([
      ['Tôi đồng ý.', false],
      ['Buy!', true],
    ]);
  });

  test.each([
    ['no text', {}, 'invalid_request'],
    ['only spaces', { text: '   ' }, 'invalid_request'],
    ['4,001 characters', { text: 'a'.repeat(4001) }, 'invalid_request'],
    ['a field of no meaning', { text: 'a', admin: true }, 'invalid_request'],
    [
      'a nominee of another list',
      { text: 'a', nominationId: seedId('person', 'nobody') },
      'nomination_not_found',
    ],
  ])('with %s is refused', async (_, body, code) => {
    expect((await comment(body)).body.code).toBe(code);
    expect(await comments()).toEqual([]);
  });

  test('the sixth of an address within an hour is refused; after the hour nothing of the address is left', async () => {
    for (let i = 0; i < 5; i++) expect((await comment()).status).toBe(202);
    const refused = await comment();
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_comments']);
    const [origin] = await world.db.select().from(commentOrigins);
    expect([origin?.comments, origin?.origin.length]).toEqual([5, 32]);
    expect(JSON.stringify(origin)).not.toContain('127.0.0.1');
    const earlier = origin?.origin;
    world.clock.now = new Date('2026-11-23T02:00:00Z');
    expect((await comment()).status).toBe(202);
    const left = await world.db.select().from(commentOrigins);
    // The key of another day gives the same address another hash.
    expect(left.map(({ origin: hash }) => hash.equals(earlier ?? Buffer.of()))).toEqual([false]);
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002'],
  ['2001:db8:1:2::9', '2001:0db8:0001:0002'],
  ['2001:db8::1', '2001:0db8:0000:0000'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000'],
  ['::1', '0000:0000:0000:0000'],
])('one subscriber: %s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('moderation', () => {
  beforeEach(async () => void (await comment({ text: 'Có dấu hiệu gian dối.' })));

  test('a note needs no reason, a dismissal does, and of two moderators the second looks again', async () => {
    const { id } = await firstComment();
    expect((await moderate(id, { decision: 'dismissed' })).body.code).toBe('reason_required');
    expect((await moderate(id, { decision: 'noted' })).status).toBe(204);
    const late = await moderate(id, { decision: 'dismissed', reason: 'Không liên quan' });
    expect(late.body.code).toBe('comment_already_moderated');
    const again = { decision: 'dismissed', reason: 'Không liên quan', seen: 'noted' };
    expect((await moderate(id, again)).status).toBe(204);
    expect(await comments()).toMatchObject([
      { status: 'dismissed', reason: 'Không liên quan', moderatedBy: { fullName: expect.any(String) } },
    ]);
  });

  test('is nobody else’s', async () => {
    const { id } = await firstComment();
    for (const login of [clerk, 'admin', 'appraiser.bnv'])
      expect((await moderate(id, { decision: 'noted' }, login)).body.code).toBe('comment_not_found');
  });

  test('an accepted complaint puts the dossier on hold, and the unit concerned cannot end that', async () => {
    const { id } = await firstComment();
    expectOk(await moderate(id, { decision: 'complaint', reason: 'Thụ lý đơn tố cáo' }));
    const { dossierId, instanceId } = dossier;
    expect((await dossierRow(world, dossierId))?.status).toBe('on_hold');
    expect((await eventsOf(world, instanceId)).map(({ type }) => type)).toEqual(['clockPaused']);
    const resume = async (login: string) =>
      (await world.as(login)).post<Refusable<object>>(`/api/dossiers/${dossierId}/resume`, {
        reason: 'Xong',
      });
    expect((await resume(clerk)).body.code).toBe('forbidden');
    expect((await resume(moderator)).status).toBe(202);
    expect((await dossierRow(world, dossierId))?.status).toBe('running');
  });

  test('a second complaint on a dossier on hold is recorded, and the hold stays one', async () => {
    await comment({ text: 'Thêm một đơn.' });
    for (const { id } of await comments())
      expectOk(await moderate(id, { decision: 'complaint', reason: 'Thụ lý' }));
    expect((await comments()).map(({ status }) => status)).toEqual(['complaint', 'complaint']);
    expect((await eventsOf(world, dossier.instanceId)).map(({ type }) => type)).toEqual(['clockPaused']);
  });

  test('nobody concludes on comments that nobody has read', async () => {
    const taskId = await openTask(world, dossier, {
      element: 'summarise-posting',
      candidateRole: 'appraiser',
      candidateUnitId: seedId('unit', 'BKHDT'),
    });
    const conclude = async () =>
      (await world.as(moderator)).post<Refusable<object>>(`/api/tasks/${taskId}/complete`, {
        version: 1,
        verdict: 'approve',
      });
    expect((await conclude()).body.code).toBe('comments_unread');
    const path = `/api/postings?dossierId=${dossier.dossierId}`;
    const { items } = expectOk(await (await world.as(clerk)).get<{ items: Posting[] }>(path));
    expect(items).toMatchObject([{ comments: { held: 1, noted: 0 }, canModerate: false }]);
    expectOk(await moderate((await firstComment()).id, { decision: 'noted' }));
    expect((await conclude()).status).toBe(200);
  });
});

test('a session opens its ballots only when the posting before it has ended', async () => {
  const councilId = seedId('council', 'BKHDT');
  const { itemIds } = await referTo(world, dossier, { councilId, level: 'ministry' });
  const [secretary] = await world.db
    .execute<{ login: string }>(sql`select a.login from accounts a
    join council_members m on m.person_id = a.person_id where m.council_id = ${councilId} and m.capacity = 'secretary'`)
    .then(({ rows }) => rows);
  const keeper = await world.as(secretary?.login ?? '');
  const plan = { mode: 'meeting', scheduledAt: world.clock.now.toISOString(), agendaItemIds: itemIds };
  const { id } = expectOk(await keeper.post<SessionDetail>(`/api/councils/${councilId}/sessions`, plan));
  const open = () => keeper.post<Refusable<CouncilDetail>>(`/api/sessions/${id}/open`);
  const refused = await open();
  expect([refused.status, refused.body.code]).toEqual([409, 'posting_not_ended']);
  await world.db.update(publicPostings).set({ level: 'central' }).where(eq(publicPostings.id, postingId));
  expect((await open()).body.code).toBe('posting_missing');
  await world.db
    .update(publicPostings)
    .set({ endedAt: world.clock.now, level: 'ministry' })
    .where(eq(publicPostings.id, postingId));
  expect((await open()).status).toBe(200);
});

describe('the page of a posting, without a script', () => {
  const page = (path = '') => world.stranger().get<string>(`/cong-khai/${postingId}${path}`);
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${world.baseUrl}/cong-khai/${postingId}/gop-y`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ text: '', authorName: '', authorContact: '', website: '', ...fields }),
    });

  test('is Vietnamese first, English by choice, small, and kept out of search engines', async () => {
    const { body, headers, status } = await page();
    expect(status).toBe(200);
    expect(body).toContain('<html lang="vi">');
    expect(body).toContain('Từ ngày 20/11/2026 đến hết ngày 04/12/2026 (10 ngày làm việc)');
    expect(body).not.toContain('<script');
    expect(body.length).toBeLessThan(10_000);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect((await page('?lang=en')).body).toContain(
      'From 20/11/2026 to the end of 04/12/2026 (10 working days)',
    );
    expect((await world.stranger().get<string>('/cong-khai')).body).toContain(`/cong-khai/${postingId}`);
  });

  test('escapes what people wrote', async () => {
    await world.db
      .update(nominations)
      .set({ achievement: '<img src=x onerror=alert(1)>' })
      .where(eq(nominations.dossierId, dossier.dossierId));
    expect((await page()).body).not.toContain('<img');
  });

  test('takes a comment on one nominee and says thank you', async () => {
    const nominee = (await shown()).body.list[0];
    expect((await page(`?ve=${nominee?.id}`)).body).toContain(`name="nominationId" value="${nominee?.id}"`);
    const reply = await send({ text: 'Xứng đáng.', nominationId: nominee?.id ?? '' });
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      `/cong-khai/${postingId}?sent=1#gop-y`,
    ]);
    expect((await page('?sent=1')).body).toContain('Đã nhận góp ý');
    expect(await comments()).toMatchObject([{ text: 'Xứng đáng.', nominee: nominee?.name, authorName: '' }]);
  });

  test('says what is wrong and keeps what was written', async () => {
    const reply = await send({ authorName: 'Lê Văn Góp' });
    const body = await reply.text();
    expect(reply.status).toBe(400);
    expect(body).toContain('role="alert"');
    expect(body).toContain('value="Lê Văn Góp"');
    expect(await comments()).toEqual([]);
  });

  test('takes nothing from the form of another site', async () => {
    expect((await send({ text: 'a' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(await comments()).toEqual([]);
  });

  test.each(['khong-co', '7f0c4f4e-0000-4000-8000-000000000000'])(
    'an address that leads nowhere (%s) says so as a page',
    async (id) => {
      const { status, body } = await world.stranger().get<string>(`/cong-khai/${id}`);
      expect(status).toBe(404);
      expect(body).toContain('Đợt công khai đã kết thúc');
    },
  );
});
