import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nomineeRecords } from '../../db/ledger/nominee-records.ts';
import {
  documents,
  dossiers,
  ledgerAwards,
  nominations,
  numberSeries,
  papers,
  people,
  personMatches,
  subjects,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { issuePaper } from './issue-paper.ts';
import { JobError } from './job.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const now = new Date('2026-11-20T03:00:00Z');
const head = seedId('account', 'head.ttg');
const ttg = seedId('unit', 'TTG');
let number = 100;

/** A dossier with its printed decision and nominations; the first is a person of the demo, one failed. */
async function printedDecision() {
  const { db } = database;
  const { dossierId, instanceId, nominationIds } = await runningDossier(db, { nominees: 3 });
  const [person, outsider, failed] = nominationIds as [string, string, string];
  await db.update(nominations).set({ status: 'awarded' }).where(eq(nominations.dossierId, dossierId));
  await db
    .update(nominations)
    .set({ kind: 'person', personId: seedId('person', 'tkth.03') })
    .where(eq(nominations.id, person));
  await db
    .update(nominations)
    .set({ status: 'failed', reason: 'Không đủ phiếu.' })
    .where(eq(nominations.id, failed));
  const [series] = await db
    .insert(numberSeries)
    .values({ unitId: ttg, paperType: 'QĐ', year: 2026 })
    .onConflictDoUpdate({
      target: [numberSeries.unitId, numberSeries.councilId, numberSeries.paperType, numberSeries.year],
      set: { nextNumber: 1 },
    })
    .returning();
  const [document] = await db
    .insert(documents)
    .values({
      kind: 'decision',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      size: 0,
      sha256: '',
      content: Buffer.of(),
    })
    .returning();
  number += 1;
  await db.insert(papers).values({
    subjectId: dossierId,
    kind: 'decision',
    issuerId: ttg,
    status: 'numbered',
    signerId: head,
    signedAt: now,
    seriesId: series?.id ?? null,
    number,
    symbol: `${number}/QĐ-TTg`,
    issuedOn: '2026-11-19',
    sourceVisit: 'v1',
    documentId: document?.id ?? null,
  });
  return { dossierId, instanceId, person, outsider, symbol: `${number}/QĐ-TTg` };
}

async function issue({ dossierId, instanceId }: { dossierId: string; instanceId: string }) {
  const { db } = database;
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
  const [subject] = await db.select().from(subjects).where(eq(subjects.id, dossierId));
  if (!dossier || !subject) throw new Error('no dossier');
  const job = {
    job: 'v9',
    process: 'p',
    element: 'Issue',
    type: 'issue-paper',
    retries: 3,
    headers: {},
    variables: {},
  };
  return db.transaction((tx) =>
    issuePaper({ tx, instanceId, subject, dossier, job, now, today: '2026-11-20' }),
  );
}

describe('an issued decision writes the ledger', () => {
  test('once for each nomination that was awarded, with the decision it rests on', async () => {
    const { db } = database;
    const printed = await printedDecision();
    await issue(printed);
    const rows = await db.select().from(ledgerAwards).where(eq(ledgerAwards.decisionSymbol, printed.symbol));
    expect(rows.map(({ nominationId }) => nominationId).sort()).toEqual(
      [printed.person, printed.outsider].sort(),
    );
    expect(rows.find(({ nominationId }) => nominationId === printed.person)).toMatchObject({
      personId: seedId('person', 'tkth.03'),
      awardCode: 'CSTDTQ',
      fromYear: 2024,
      year: 2025,
      decidedOn: '2026-11-19',
      decider: 'Thủ tướng Chính phủ',
      status: 'in_force',
      source: 'issued_decision',
    });
    await expect(issue(printed)).rejects.toThrow(JobError);
    expect(
      await db.select().from(ledgerAwards).where(eq(ledgerAwards.decisionSymbol, printed.symbol)),
    ).toHaveLength(2);
  });

  test('with why it was given, so that sudden merit does not count towards regular merit (NĐ 152/2025 Đ4(3))', async () => {
    const { db } = database;
    const printed = await printedDecision();
    await db
      .update(dossiers)
      .set({ awardCode: 'BK_BO', commendationKind: 'sudden' })
      .where(eq(dossiers.id, printed.dossierId));
    await issue(printed);
    const personId = seedId('person', 'tkth.03');
    const records = await nomineeRecords(db, {
      personIds: [personId],
      unitIds: [],
      periodTo: 2025,
      dossierId: null,
    });
    expect(records.get(personId)?.awards).toContainEqual(
      expect.objectContaining({ award: 'BK_BO', year: 2025, commendationKind: 'sudden' }),
    );
  });

  test('an outsider becomes a person of the ledger; namesakes are proposed, never merged', async () => {
    const { db } = database;
    const printed = await printedDecision();
    const { id: namesake } = (
      await db.insert(people).values({ fullName: 'NGƯỜI được đề nghị 2' }).returning()
    )[0] as { id: string };
    await issue(printed);
    const [nomination] = await db.select().from(nominations).where(eq(nominations.id, printed.outsider));
    const [row] = await db.select().from(ledgerAwards).where(eq(ledgerAwards.nominationId, printed.outsider));
    expect(row?.personId).toBe(nomination?.ledgerPersonId);
    expect(row?.personId).not.toBe(namesake);
    const matches = (await db.select().from(personMatches)).filter(
      ({ personA, personB }) => personA === namesake || personB === namesake,
    );
    expect(matches.map(({ status }) => status)).toContain('proposed');
    expect(new Set(matches.map(({ status }) => status))).toEqual(new Set(['proposed']));
  });
});
