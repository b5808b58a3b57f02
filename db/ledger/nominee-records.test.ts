import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nomineeRecordSchema } from '../../domain/eligibility/record.ts';
import type { Overlay } from '../../domain/law/overlay.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import {
  annualRatings,
  disciplineRecords,
  documents,
  initiatives,
  ledgerAwards,
  ledgerStatements,
  maternityYears,
  nominationInitiatives,
  nominations,
  papers,
  people,
  personMatches,
  positions,
  transfers,
  units,
  workPlanPoints,
} from '../schema/index.ts';
import { seedId } from '../seed/seed-id.ts';
import { nomineeRecords } from './nominee-records.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const recordedAt = new Date('2026-01-05T03:00:00Z');
const entry = { source: 'entry' as const, recordedAt };

async function newPerson(fullName = 'Người Thử'): Promise<string> {
  const id = randomUUID();
  await database.db.insert(people).values({ id, fullName });
  return id;
}

async function award(personId: string, awardCode: string, year: number, more: object = {}) {
  const row = {
    personId,
    awardCode,
    fromYear: year,
    year,
    decisionSymbol: `${year}/QĐ-BKHĐT`,
    ...entry,
    ...more,
  };
  const [{ id } = { id: '' }] = await database.db.insert(ledgerAwards).values(row).returning();
  return id;
}

const state = (subject: { personId: string } | { unitId: string }, more: object) =>
  database.db.insert(ledgerStatements).values({ ...subject, ...entry, ...more });

async function recordOf(personId: string, periodTo = 2025, scoreBands: Overlay['scoreBands'] = []) {
  const records = await nomineeRecords(database.db, {
    personIds: [personId],
    unitIds: [],
    periodTo,
    dossierId: null,
    scoreBands,
  });
  return nomineeRecordSchema.parse(records.get(personId));
}

describe('the record of a person', () => {
  test('of whom nothing is known says nothing, which is not the same as empty', async () => {
    const record = await recordOf(await newPerson());
    expect(record).toEqual({
      kind: 'person',
      awards: [],
      openProposals: [],
      transfers: [],
      ratings: [],
      maternityYears: [],
    });
  });

  test('holds awards with their period, revoked ones marked, ratings, leave, and what was vouched for', async () => {
    const { db } = database;
    const personId = await newPerson();
    await award(personId, 'CSTDCS', 2024);
    await award(personId, 'BK_BO', 2023, { fromYear: 2019, commendationKind: 'merit' });
    await db
      .insert(transfers)
      .values({ personId, year: 2025, formerUnit: 'Cục Thống kê tỉnh', monthsAtFormerUnit: 8, ...entry });
    await award(personId, 'CSTDCS', 2022, {
      status: 'revoked',
      revocationSymbol: '9/QĐ-BKHĐT',
      revokedOn: '2024-02-01',
      revocationReason: 'Kê khai sai.',
    });
    await db.insert(annualRatings).values({ personId, year: 2025, rating: 'excellent', ...entry });
    await db.insert(maternityYears).values({ personId, year: 2021, ...entry });
    await db.insert(disciplineRecords).values({
      personId,
      severity: 'reprimand',
      decisionSymbol: '3/QĐ-TCTK',
      decidedOn: '2018-05-01',
      endedOn: '2019-05-01',
      ...entry,
    });
    await state(
      { personId },
      { awardsCompleteFrom: 2015, disciplineComplete: true, underExamination: false },
    );
    expect(await recordOf(personId)).toEqual({
      kind: 'person',
      awards: [
        { award: 'CSTDCS', year: 2022, periodNamed: true, revoked: true },
        {
          award: 'BK_BO',
          year: 2023,
          fromYear: 2019,
          periodNamed: true,
          commendationKind: 'merit',
          revoked: false,
        },
        { award: 'CSTDCS', year: 2024, periodNamed: true, revoked: false },
      ],
      openProposals: [],
      transfers: [{ year: 2025, monthsAtFormerUnit: 8 }],
      awardsCompleteFrom: 2015,
      ratings: [{ year: 2025, rating: 'excellent' }],
      maternityYears: [2021],
      discipline: [{ severity: 'reprimand', endedOn: '2019-05-01' }],
      underExamination: false,
    });
  });

  test('lists what is proposed for the person in other dossiers that are not decided', async () => {
    const { db } = database;
    const { dossierId, nominationIds } = await runningDossier(db, { award: 'BK_BO' });
    const personId = await newPerson();
    await db
      .update(nominations)
      .set({ ledgerPersonId: personId })
      .where(eq(nominations.id, nominationIds[0] ?? ''));
    const proposalsFor = async (dossier: string | null) =>
      (
        await nomineeRecords(db, { personIds: [personId], unitIds: [], periodTo: 2025, dossierId: dossier })
      ).get(personId)?.openProposals;
    expect(await proposalsFor(null)).toEqual([{ award: 'BK_BO', periodFrom: 2024, periodTo: 2025 }]);
    expect(await proposalsFor(dossierId)).toEqual([]);
  });

  test('an organisation’s bands rate the years that have a work-plan score and no rating on record', async () => {
    const personId = await newPerson();
    await database.db.insert(annualRatings).values({ personId, year: 2024, rating: 'good', ...entry });
    const plan = (planYear: number, achievedPoints: number) => ({
      personId,
      planYear,
      item: 'Báo cáo',
      assignedPoints: 100,
      achievedPoints,
    });
    await database.db.insert(workPlanPoints).values([plan(2023, 97), plan(2024, 97), plan(2025, 40)]);
    const source = { citation: 'Quy chế, Điều 9', grade: 'A' } as const;
    const bands = [
      { rating: 'good' as const, fromBasisPoints: 8000, ...source },
      { rating: 'excellent' as const, fromBasisPoints: 9500, ...source },
    ];
    expect((await recordOf(personId, 2025, bands)).ratings).toEqual([
      { year: 2024, rating: 'good' },
      { year: 2023, rating: 'excellent', by: source },
      { year: 2025, rating: 'not_completed', by: source },
    ]);
    expect((await recordOf(personId)).ratings).toEqual([{ year: 2024, rating: 'good' }]);
  });

  test('the newest statement counts whole', async () => {
    const personId = await newPerson();
    await state({ personId }, { underExamination: true, initiativesComplete: true });
    await state({ personId }, { underExamination: false, recordedAt: new Date('2026-03-01T00:00:00Z') });
    const record = await recordOf(personId);
    expect([record.underExamination, record.initiatives]).toEqual([false, undefined]);
  });

  test('a measure in force is known even where nobody vouched for the list', async () => {
    const personId = await newPerson();
    const measure = {
      personId,
      severity: 'warning' as const,
      decisionSymbol: '1/QĐ',
      decidedOn: '2025-01-01',
    };
    await database.db.insert(disciplineRecords).values({ ...measure, ...entry });
    expect((await recordOf(personId)).discipline).toEqual([{ severity: 'warning', endedOn: null }]);
  });
});

describe('an initiative', () => {
  /** Somebody with one initiative, on which a nomination for a title rests, and its award. */
  async function used() {
    const { db } = database;
    const personId = await newPerson();
    await state({ personId }, { initiativesComplete: true });
    const [initiative] = await db
      .insert(initiatives)
      .values({ personId, name: 'Cải tiến', year: 2025, scope: 'ministry', ...entry })
      .returning();
    const { dossierId, nominationIds } = await runningDossier(db);
    const [nominationId] = nominationIds as [string];
    await db.insert(nominationInitiatives).values({ nominationId, initiativeId: initiative?.id ?? '' });
    const [document] = await db
      .insert(documents)
      .values({ kind: 'decision', fileName: 'a', mediaType: 'a', size: 0, sha256: '', content: Buffer.of() })
      .returning();
    const [paper] = await db
      .insert(papers)
      .values({
        subjectId: dossierId,
        kind: 'decision',
        issuerId: seedId('unit', 'TTG'),
        sourceVisit: 'v',
        documentId: document?.id ?? null,
      })
      .returning();
    const awardId = await award(personId, 'CSTDTQ', 2025, {
      source: 'issued_decision',
      nominationId,
      paperId: paper?.id,
    });
    return { personId, awardId };
  }
  const usedFor = async (personId: string) => (await recordOf(personId)).initiatives?.map((i) => i.usedFor);

  test('is used by the award of the nomination that rests on it, and free again when that is revoked', async () => {
    const { personId, awardId } = await used();
    expect(await usedFor(personId)).toEqual([['title']]);
    await database.db
      .update(ledgerAwards)
      .set({ status: 'revoked', revocationSymbol: '8/QĐ', revokedOn: '2026-01-01', revocationReason: 'Sai.' })
      .where(eq(ledgerAwards.id, awardId));
    expect(await usedFor(personId)).toEqual([[]]);
  });
});

describe('one identity has one ledger', () => {
  test('confirmed matches tie rows together, proposed and rejected ones do not; splitting undoes it', async () => {
    const { db } = database;
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => newPerson('Nguyễn Văn Trùng')));
    if (!a || !b || !c || !d) throw new Error('no people');
    await award(a, 'LDTT', 2023);
    await award(b, 'LDTT', 2024);
    await award(c, 'LDTT', 2025);
    await award(d, 'CSTDCS', 2025);
    const pair = (one: string, other: string, status: 'confirmed' | 'rejected') => ({
      personA: one < other ? one : other,
      personB: one < other ? other : one,
      score: 40,
      reasons: [],
      status,
      decidedBy: seedId('account', 'admin'),
      decidedAt: recordedAt,
      proposedAt: recordedAt,
    });
    await db
      .insert(personMatches)
      .values([pair(a, b, 'confirmed'), pair(b, c, 'confirmed'), pair(a, d, 'rejected')]);
    const years = async (id: string) => (await recordOf(id)).awards.map(({ year }) => year).sort();
    expect([await years(a), await years(c), await years(d)]).toEqual([
      [2023, 2024, 2025],
      [2023, 2024, 2025],
      [2025],
    ]);
    const { personA, personB } = pair(b, c, 'confirmed');
    await db
      .update(personMatches)
      .set({ status: 'rejected' })
      .where(and(eq(personMatches.personA, personA), eq(personMatches.personB, personB)));
    expect([await years(a), await years(c)]).toEqual([[2023, 2024], [2025]]);
  });
});

test('an award that two rows of one identity bring is one, revoked where one of them is', async () => {
  const { db } = database;
  const [a, b] = [await newPerson('Nguyễn Văn Đôi'), await newPerson('Nguyễn Văn Đôi')].sort();
  if (!a || !b) throw new Error('no people');
  const decision = { decisionSymbol: '9/QĐ-TTg', decidedOn: '2025-03-01' };
  await award(a, 'BK_TTG', 2024, decision);
  const copy = await award(b, 'BK_TTG', 2024, decision);
  await db.insert(personMatches).values({
    personA: a,
    personB: b,
    score: 40,
    reasons: [],
    status: 'confirmed',
    decidedBy: seedId('account', 'admin'),
    decidedAt: recordedAt,
    proposedAt: recordedAt,
  });
  const held = async () => (await recordOf(a)).awards.map(({ award: code, revoked }) => `${code} ${revoked}`);
  expect(await held()).toEqual(['BK_TTG false']);
  await db
    .update(ledgerAwards)
    .set({ status: 'revoked', revocationSymbol: '8/QĐ', revokedOn: '2026-01-01', revocationReason: 'Sai.' })
    .where(eq(ledgerAwards.id, copy));
  expect(await held()).toEqual(['BK_TTG true']);
});

describe('the record of a collective', () => {
  async function collective(members: number) {
    const { db } = database;
    const unitId = randomUUID();
    await db.insert(units).values({
      id: unitId,
      parentId: seedId('unit', 'TCTK'),
      code: `THU-${unitId.slice(0, 8)}`,
      name: 'Phòng Thử',
      nameEn: 'Trial division',
      kind: 'division',
      level: 'unit',
      validFrom: '2010-01-01',
    });
    const staff = await Promise.all(Array.from({ length: members }, () => newPerson()));
    await db
      .insert(positions)
      .values(staff.map((personId) => ({ personId, unitId, title: 'Chuyên viên', validFrom: '2020-01-01' })));
    return { unitId, staff: staff as [string, ...string[]] };
  }
  const recordOfUnit = async (unitId: string, periodTo = 2025) => {
    const records = await nomineeRecords(database.db, {
      personIds: [],
      unitIds: [unitId],
      periodTo,
      dossierId: null,
    });
    return nomineeRecordSchema.parse(records.get(unitId));
  };

  test('counts its members of the year: holders, lowest rating, worst measure', async () => {
    const { db } = database;
    const { unitId, staff } = await collective(3);
    for (const [i, personId] of staff.entries()) {
      await state({ personId }, { awardsCompleteFrom: 2020, disciplineComplete: true });
      await db
        .insert(annualRatings)
        .values({ personId, year: 2025, rating: i === 0 ? 'completed' : 'good', ...entry });
    }
    await award(staff[0], 'LDTT', 2025);
    await award(staff[0], 'CSTDCS', 2024);
    await state({ unitId }, { foundedIn: 1999, awardsCompleteFrom: 2020 });
    const record = await recordOfUnit(unitId);
    expect(record).toMatchObject({ kind: 'collective', foundedIn: 1999, awardsCompleteFrom: 2020 });
    expect(record.members).toMatchObject({ total: 3, lowestRating: 'completed', highestDiscipline: 'none' });
    expect(record.members?.holding).toMatchObject({ LDTT: 1, CSTDCS: 0 });
  });

  test('of one member nobody vouched for: nothing is counted that may be more', async () => {
    const { unitId, staff } = await collective(2);
    await state({ personId: staff[0] }, { awardsCompleteFrom: 2020, disciplineComplete: true });
    expect((await recordOfUnit(unitId)).members).toEqual({ total: 2, holding: {} });
  });

  test('whoever left before the end of the year is no member of it', async () => {
    const { db } = database;
    const { unitId, staff } = await collective(2);
    await db.update(positions).set({ validTo: '2025-11-30' }).where(eq(positions.personId, staff[0]));
    expect((await recordOfUnit(unitId)).members?.total).toBe(1);
  });
});
