import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents, nominations, papers } from '../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { numberedDecision } from '../../test/fixtures/numbered-decision.ts';
import { readPdf } from '../../test/fixtures/pdf-text.ts';
import { closePdf } from '../pdf.ts';
import { printDecisionOn } from './print-paper.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(async () => {
  await closePdf();
  await database.drop();
});

async function stored(documentId: string) {
  const [document] = await database.db.select().from(documents).where(eq(documents.id, documentId));
  if (!document) throw new Error('no document was stored');
  return document;
}

async function paperOf(dossierId: string) {
  const [paper] = await database.db.select().from(papers).where(eq(papers.subjectId, dossierId));
  return paper;
}

describe('the printed decision', () => {
  it('is an A4 paper by Decree 30/2020 that can be searched', async () => {
    const { dossierId, paper } = await numberedDecision(database.db);
    const { documentId } = await printDecisionOn(database, { dossierId });
    const document = await stored(documentId);
    const [page, bonuses, ...more] = await readPdf(document.content);
    expect(more).toEqual([]);
    expect(page).toMatchObject({ width: 210, height: 297 });
    const text = page?.lines.join(' ').replace(/\s+/g, ' ');
    for (const part of [
      'THỦ TƯỚNG CHÍNH PHỦ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Số: ${paper.symbol}`,
      'Hà Nội, ngày 05 tháng 02 năm 2027',
      'Về việc tặng danh hiệu “Chiến sĩ thi đua toàn quốc”',
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
      'Theo đề nghị của Bộ trưởng Bộ Nội vụ.',
      'QUYẾT ĐỊNH:',
      'Điều 1. Tặng danh hiệu “Chiến sĩ thi đua toàn quốc” cho ông (bà) Người được đề nghị 1, đã có thành tích từ năm 2024 đến năm 2025.',
      'chịu trách nhiệm thi hành Quyết định này./.',
      'Nơi nhận:',
      'THỦ TƯỚNG',
    ])
      expect(text).toContain(part);
    // What is paid, by the base salary of the day of issue (2,530,000 x 4.5, rounded up to 10,000 đ), on a page of its own.
    expect(text).toContain('Điều 2. Mức tiền thưởng kèm theo');
    expect(bonuses?.lines[0]).toBe('Phụ lục');
    expect(bonuses?.lines.join(' ')).toMatch(/4,5\s+2\.530\.000\s+11\.390\.000/);
    // The first page shows no number.
    expect(page?.lines).not.toContain('1');
    expect(document).toMatchObject({
      subjectId: dossierId,
      kind: 'decision',
      mediaType: 'application/pdf',
      fileName: `Quyet-dinh-${paper.number}-QD-TTg.pdf`,
      size: document.content.length,
    });
  });

  it('lists 1,125 people in an appendix with its own page numbers and a heading on every page', async () => {
    const { dossierId } = await numberedDecision(database.db, {
      award: 'KNC',
      nominees: 1125,
      issuer: 'BKHDT',
      signer: 'head.bkhdt',
      title: 'Bộ trưởng',
    });
    const { documentId } = await printDecisionOn(database, { dossierId });
    const [paper, ...appendix] = await readPdf((await stored(documentId)).content);
    expect(paper?.lines.join(' ')).toMatch(/cho 1\.125 cá nhân có tên trong danh sách\s+kèm theo/);
    expect(paper?.lines.join(' ')).toContain('BỘ KẾ HOẠCH VÀ ĐẦU TƯ');
    for (const [index, { lines }] of appendix.entries()) {
      expect(lines.join(' ')).toMatch(/STT\s+Họ và tên/);
      if (index === 0) expect(lines[0]).toBe('Phụ lục');
      else expect([lines[0], lines.at(-1)]).toContain(String(index + 1));
    }
    const all = appendix.flatMap(({ lines }) => lines).join('\n');
    for (const n of [1, 2, 1124, 1125]) expect(all).toMatch(new RegExp(`Người được đề nghị ${n}(?!\\d)`));
  });
});

it('prints once: the same content gives the document that stands', async () => {
  const { dossierId } = await numberedDecision(database.db);
  const before = await database.db.$count(documents);
  const first = await printDecisionOn(database, { dossierId });
  const [second, third] = await Promise.all([
    printDecisionOn(database, { dossierId }),
    printDecisionOn(database, { dossierId }),
  ]);
  expect([second, third]).toEqual([first, first]);
  expect(await database.db.$count(documents)).toBe(before + 1);
  expect(await paperOf(dossierId)).toMatchObject({
    ...first,
    inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it('two workers at once store one document', async () => {
  const { dossierId } = await numberedDecision(database.db);
  const [one, other] = await Promise.all([
    printDecisionOn(database, { dossierId }),
    printDecisionOn(database, { dossierId }),
  ]);
  expect(one).toEqual(other);
});

it('prints anew while the content still changes, never after the issue', async () => {
  const { db } = database;
  const { dossierId, paper } = await numberedDecision(database.db);
  const first = await printDecisionOn(database, { dossierId });
  await db.update(nominations).set({ name: 'Trần Thị Ví Dụ' }).where(eq(nominations.dossierId, dossierId));
  const second = await printDecisionOn(database, { dossierId });
  expect(second).not.toEqual(first);
  await db.update(papers).set({ status: 'issued' }).where(eq(papers.id, paper.id));
  await db.update(nominations).set({ name: 'Lê Văn Hư Cấu' }).where(eq(nominations.dossierId, dossierId));
  expect(await printDecisionOn(database, { dossierId })).toEqual(second);
});

it.each([
  [
    'no numbered decision',
    { status: 'signed', seriesId: null, number: null, symbol: null, issuedOn: null },
    'awarded',
  ],
  ['nobody awarded', {}, 'refused'],
] as const)('prints nothing where there is %s', async (_, change, status) => {
  const { db } = database;
  const { dossierId, paper } = await numberedDecision(database.db);
  if (Object.keys(change).length > 0) await db.update(papers).set(change).where(eq(papers.id, paper.id));
  await db
    .update(nominations)
    .set({ status, reason: 'Không đủ tiêu chuẩn' })
    .where(eq(nominations.dossierId, dossierId));
  await expect(printDecisionOn(database, { dossierId })).rejects.toMatchObject({ code: 'nothing_to_print' });
  expect((await paperOf(dossierId))?.documentId).toBeNull();
});
