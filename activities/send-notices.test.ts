import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { accounts, notices, people } from '../db/schema/index.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { type RunningDossier, runningDossier } from '../test/fixtures/running-dossier.ts';
import { storedMails } from '../test/fixtures/stored-mails.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';
import { sendNotices } from './send-notices.ts';

let database: TestDatabase;
let dir: string;
let sink: MailSink;
let dossier: RunningDossier;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
beforeEach(async () => {
  await database.db.delete(notices);
  dossier = await runningDossier(database.db);
  dir = await mkdtemp(join(tmpdir(), 'vinhdanh-mail-'));
  sink = await startMailSink({ port: 0, dir });
  return async () => {
    await sink.close();
    await rm(dir, { recursive: true, force: true });
  };
});
afterAll(() => database.drop());

const clerk = seedId('account', 'clerk.tkth');
const head = seedId('account', 'head.bkhdt');

async function notify(
  accountId: string,
  { of = dossier, reason = 'Thiếu báo cáo thành tích' } = {},
): Promise<string> {
  const [notice] = await database.db
    .insert(notices)
    .values({ accountId, kind: 'returned', subjectId: of.dossierId, reason, createdAt: new Date() })
    .returning({ id: notices.id });
  return String(notice?.id);
}

const send = (instanceId: string | null = null, port = sink.port) =>
  sendNotices(
    {
      db: database.db,
      mail: {
        smtpUrl: `smtp://127.0.0.1:${port}`,
        from: 'Vinh Danh <a@example.vn>',
        publicUrl: 'http://vd.example',
      },
    },
    { instanceId },
  );
const unsent = async () =>
  (await database.db.select().from(notices)).filter(({ sentAt }) => sentAt === null).map(({ id }) => id);

it('sends a notice in the language of its reader, with the reason and the way to the dossier', async () => {
  await database.db.update(accounts).set({ locale: 'en' }).where(eq(accounts.id, head));
  const toClerk = await notify(clerk);
  const toHead = await notify(head);
  await send();
  const mails = await storedMails(dir);
  const mailOf = (id: string) => mails.find((mail) => mail.messageId === `<${id}@example.vn>`);
  expect(mailOf(toClerk)?.subject).toMatch(/^Hồ sơ HS-TEST-\w+ bị trả lại để bổ sung$/);
  expect(mailOf(toHead)?.subject).toMatch(/^Dossier HS-TEST-\w+ was returned for correction$/);
  for (const id of [toClerk, toHead]) {
    expect(mailOf(id)?.text).toContain('Thiếu báo cáo thành tích');
    expect(mailOf(id)?.html).toContain(`http://vd.example/dossiers/${dossier.dossierId}`);
  }
  expect(await unsent()).toEqual([]);
});

it('sends each notice once, however many send at the same time', async () => {
  for (let n = 0; n < 12; n += 1) await notify(clerk, { reason: `Lý do ${n}` });
  await Promise.all([send(), send(), send()]);
  await send();
  expect(await storedMails(dir)).toHaveLength(12);
});

it('sends what belongs to one instance and leaves the rest', async () => {
  const other = await runningDossier(database.db);
  await notify(clerk);
  const left = await notify(clerk, { of: other });
  await send(dossier.instanceId);
  expect(await storedMails(dir)).toHaveLength(1);
  expect(await unsent()).toEqual([left]);
});

it('sends no mail to people without an address or with a disabled account', async () => {
  const [person] = await database.db.insert(people).values({ fullName: 'Lê Văn Thử Nghiệm' }).returning();
  const account = (login: string, extra: Partial<typeof accounts.$inferInsert>) =>
    database.db
      .insert(accounts)
      .values({ login, passwordHash: 'none', personId: seedId('person', 'clerk.tkth'), ...extra })
      .returning({ id: accounts.id });
  const [silent] = await account('silent', { personId: String(person?.id) });
  const [disabled] = await account('disabled', { disabledAt: new Date() });
  await notify(String(silent?.id));
  await notify(String(disabled?.id));
  await send();
  expect(await storedMails(dir)).toEqual([]);
});

it('one refused mail holds up no other; it is sent when tried again', async () => {
  let refusing = true;
  let accepted = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) =>
      refusing && address.startsWith('clerk.') ? done(new Error('mailbox busy')) : done(),
    onData(stream, _, done) {
      stream.resume().on('end', () => {
        accepted += 1;
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const socket = server.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  try {
    const refused = await notify(clerk);
    await notify(head);
    await expect(send(null, port)).rejects.toMatchObject({ code: 'mails_left' });
    expect(await unsent()).toEqual([refused]);
    refusing = false;
    await send(null, port);
    expect(await unsent()).toEqual([]);
    expect(accepted).toBe(2);
  } finally {
    await new Promise<void>((resolve) => server.close(resolve));
  }
});

it('without a mail server the notices wait', async () => {
  const waiting = await notify(clerk);
  await sendNotices(
    { db: database.db, mail: { smtpUrl: null, from: 'a@example.vn', publicUrl: 'http://vd.example' } },
    { instanceId: null },
  );
  expect(await unsent()).toEqual([waiting]);
});
