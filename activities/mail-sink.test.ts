import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storedMails } from '../test/fixtures/stored-mails.ts';
import { openMailer } from './mail.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';

let dir: string;
let sink: MailSink;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vinhdanh-mail-'));
  sink = await startMailSink({ port: 0, dir });
});
afterAll(async () => {
  await sink.close();
  await rm(dir, { recursive: true, force: true });
});

it('keeps a mail as it was sent, in Vietnamese, with a Message-ID made of its id', async () => {
  const mailer = openMailer(`smtp://127.0.0.1:${sink.port}`, 'Vinh Danh <vinhdanh@example.vn>');
  await mailer.send({
    id: 'notice-1',
    to: { name: 'Trần Thị Ví Dụ', address: 'vi.du@vinhdanh.example' },
    subject: 'Hồ sơ HS-2026-000042 bị trả lại',
    text: 'Lý do: thiếu báo cáo',
    html: '<p>Lý do: thiếu báo cáo</p>',
    locale: 'vi',
  });
  mailer.close();
  const [mail, ...others] = await storedMails(dir);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    messageId: '<notice-1@example.vn>',
    subject: 'Hồ sơ HS-2026-000042 bị trả lại',
    from: { name: 'Vinh Danh', address: 'vinhdanh@example.vn' },
    to: [{ name: 'Trần Thị Ví Dụ', address: 'vi.du@vinhdanh.example' }],
    html: expect.stringContaining('thiếu báo cáo'),
  });
  expect(mail?.text?.trim()).toBe('Lý do: thiếu báo cáo');
});

it('names mails so that the page of sent mails finds them, and leaves no half of one', async () => {
  expect(await readdir(dir)).toEqual([expect.stringMatching(/^\d{13}-[0-9a-f-]{36}\.eml$/)]);
});
