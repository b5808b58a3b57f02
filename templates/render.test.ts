import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noticeKindEnum } from '../db/schema/index.ts';
import { renderHtml, renderText } from './render.ts';

const frame = {
  name: 'Trần Thị Ví Dụ',
  paragraphs: ['Một', 'Hai'],
  link: 'https://vinhdanh.vn/x',
  locale: 'vi',
  subject: 'S',
};

it('escapes every value in HTML', () => {
  const html = renderHtml('mail/vi/frame-html', { ...frame, name: '<b>"A" & B</b>' });
  expect(html).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
});

/** Templates of HTML, those for mails in their frames too. */
const htmlTemplates = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => (name.startsWith('documents') && name.endsWith('.hbs')) || name.endsWith('frame-html.hbs'),
);

it.each(htmlTemplates)('%s writes values where escaping holds them: as text, or between quotes', (name) => {
  const template = readFileSync(join(import.meta.dirname, name), 'utf8');
  // Raw values, and partials that a value names.
  expect(template.match(/\{\{\{|\{\{\s*&|\{\{>\s*\(/g)).toBeNull();
  // Inside a tag but not in a quoted attribute; in style or script, which have an escaping of their own.
  const tags =
    template.replace(/\{\{#?\/?(if|unless|else|each)\b[^}]*\}\}/g, '').match(/<[a-z][^>]*>/gi) ?? [];
  expect(tags.filter((tag) => tag.replace(/="[^"]*"/g, '').includes('{{'))).toEqual([]);
  expect(template.match(/<(style|script)[^>]*>[^<]*\{\{(?!>)|(style|on\w+|src)="[^"]*\{\{/gi)).toBeNull();
});

it('prints what looks like markup, styles, scripts or a template as it was written', () => {
  const name = `</p><script>alert(1)</script><img src="file:///etc/passwd" style='background: url(http://a.example)'>{{#each .}}{{constructor}}`;
  const html = renderHtml('mail/vi/frame-html', { ...frame, name });
  expect(html).not.toMatch(/<script|<img|url\(http:[^&]*<|"file:/);
  expect(html).toContain('{{#each .}}{{constructor}}');
});

it('escapes nothing in plain text', () => {
  expect(renderText('mail/vi/frame-text', { ...frame, name: 'A & B' })).toMatch(
    /^Kính gửi A & B,\n\nMột\n\nHai\n\n/,
  );
});

it('refuses a field the data do not have, instead of printing nothing', () => {
  const { name: _, ...incomplete } = frame;
  expect(() => renderHtml('mail/vi/frame-html', incomplete)).toThrow('"name" not defined');
});

it('reaches no prototype', () => {
  const inherited = Object.assign(Object.create({ name: 'inherited' }), { ...frame, name: undefined });
  delete inherited.name;
  expect(renderText('mail/vi/frame-text', inherited)).not.toContain('inherited');
});

const facts = {
  kind: 'hồ sơ',
  Kind: 'Hồ sơ',
  code: 'HS-2026-000042',
  title: 'Hồ sơ thử',
  unit: 'Vụ Thống kê Giá',
  task: 'Thẩm định hồ sơ',
  due: '05/02/2027',
  reason: 'Thiếu báo cáo',
  symbol: '15/QĐ-TTg',
  session: {
    council: 'Hội đồng Thi đua - Khen thưởng',
    place: 'Phòng họp 2',
    isCirculation: false,
    when: '09:00 ngày 05/02/2027',
    closes: null,
  },
};
const about = (nulls: (keyof typeof facts)[]) => ({
  ...facts,
  ...Object.fromEntries(nulls.map((name) => [name, null])),
});

it.each(['vi', 'en'].flatMap((locale) => noticeKindEnum.enumValues.map((kind) => [locale, kind])))(
  '%s mail of a notice "%s": a subject, then the message about the dossier, with or without details',
  (locale, kind) => {
    // Overdue or escalated is always a task, the rest may be the dossier as a whole.
    const whole =
      kind === 'overdue' || kind === 'escalation' ? [] : [about(['task', 'due', 'reason', 'symbol'])];
    for (const data of [facts, about(['reason', 'symbol']), ...whole]) {
      const [subject, blank, ...message] = renderText(`mail/${locale}/${kind}`, data).split('\n');
      expect(subject).toContain(kind.startsWith('session_') ? facts.title : facts.code);
      expect(blank).toBe('');
      expect([subject, ...message].join('\n')).toContain(facts.title);
      expect([subject, ...message].join('\n')).not.toMatch(/null|undefined|“”|\{\{/);
    }
  },
);
