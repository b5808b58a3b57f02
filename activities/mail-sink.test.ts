import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMailer } from './mail.ts';
import { listMails, type MailSink, readMail, startMailSink } from './mail-sink.ts';

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
  const [stored, ...others] = await listMails(dir);
  expect(others).toEqual([]);
  expect(stored).toMatchObject({
    subject: 'Hồ sơ HS-2026-000042 bị trả lại',
    from: 'vinhdanh@example.vn',
    to: ['vi.du@vinhdanh.example'],
  });
  const mail = await readMail(dir, String(stored?.id));
  expect(mail).toMatchObject({
    messageId: '<notice-1@example.vn>',
    html: expect.stringContaining('thiếu báo cáo'),
  });
  expect(mail?.text?.trim()).toBe('Lý do: thiếu báo cáo');
});

it.each(['../secret', '1700000000000-00000000-0000-0000-0000-000000000000', ''])(
  'has no mail "%s"',
  async (id) => {
    await writeFile(join(dir, '..', 'secret.eml'), 'not a mail');
    try {
      expect(await readMail(dir, id)).toBeNull();
    } finally {
      await rm(join(dir, '..', 'secret.eml'));
    }
  },
);
