import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  await rm(dir, { recursive: true });
});

it('lets no name, address or subject begin a header of its own, or name another recipient', async () => {
  const evil = 'An\r\nBcc: thief@evil.example\r\n\r\n<b>';
  const mailer = openMailer(`smtp://127.0.0.1:${sink.port}`, 'Vinh Danh <a@example.vn>');
  await mailer.send({
    id: 'n-1',
    to: { name: evil, address: 'an@example.vn' },
    subject: evil,
    text: 'Kính gửi',
    html: '<p>Kính gửi',
    locale: 'vi',
  });
  mailer.close();
  const [stored = ''] = (await readdir(dir)).filter((name) => name.endsWith('.eml'));
  const [headers = ''] = (await readFile(join(dir, stored), 'utf8')).split('\r\n\r\n');
  const names = headers.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  expect(names).toContain('subject');
  expect(names).not.toContain('bcc');
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
