import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { NomineeRecord } from '../../domain/eligibility/record.ts';
import type { Overlay } from '../../domain/law/overlay.ts';
import { ratingOfScore, scoreBasisPoints } from '../../domain/scoring.ts';
import type { Executor } from '../client.ts';
import { idArray } from '../id-array.ts';
import {
  annualRatings,
  awards,
  disciplineRecords,
  dossiers,
  initiatives,
  ledgerAwards,
  ledgerStatements,
  maternityYears,
  nominationInitiatives,
  nominations,
  people,
  transfers,
  workPlanPoints,
} from '../schema/index.ts';
import { identitiesOf } from './identities.ts';
import { membersIn } from './members.ts';

export interface RecordsWanted {
  personIds: Iterable<string>;
  unitIds: Iterable<string>;
  /** Last year of the achievement period: a collective's members are those of that year. */
  periodTo: number;
  /** Bands by which an organisation rates work-plan scores; they rate the years for which no rating is on record. */
  scoreBands?: Overlay['scoreBands'] | undefined;
  /** Dossier the records are for; proposals in others that are not decided yet are part of the record. */
  dossierId: string | null;
}

/**
 * What the ledger knows of persons and collectives, by their id, as the eligibility rules take it. What nobody vouched for is
 * left out, so that the rules ask a person instead of finding it missing.
 */
export async function nomineeRecords(
  db: Executor,
  { personIds, unitIds, periodTo, dossierId, scoreBands = [] }: RecordsWanted,
): Promise<Map<string, NomineeRecord>> {
  const persons = new Set(personIds);
  const units = [...new Set(unitIds)];
  const members = await membersIn(db, units, periodTo);
  for (const staff of members.values()) for (const id of staff) persons.add(id);

  const identities = await identitiesOf(db, persons);
  const subjects = [...identities.map(({ sameId }) => sameId), ...units];
  const held = await readLedger(db, subjects, dossierId);
  const scored = await ratingsByScore(db, subjects, scoreBands);
  const records = new Map<string, NomineeRecord>();
  const rowsOf = Map.groupBy(identities, ({ personId }) => personId);
  for (const [personId, same] of rowsOf) {
    const ids = same.map(({ sameId }) => sameId);
    records.set(personId, { kind: 'person', ...withScores(held(ids), scored(ids)) });
  }
  const codes = units.length === 0 ? [] : await db.select({ code: awards.code }).from(awards);
  for (const unitId of units) {
    const staff = (members.get(unitId) ?? []).flatMap((id) => records.get(id) ?? []);
    const counted = countMembers(staff, periodTo, codes);
    records.set(unitId, {
      kind: 'collective',
      ...withScores(held([unitId]), scored([unitId])),
      ...(counted && { members: counted }),
    });
  }
  return records;
}

type Held = Omit<NomineeRecord, 'kind' | 'members'>;

/** The ratings on record, and for years without one those that the organisation's bands give to work-plan scores. */
function withScores(held: Held, scored: NomineeRecord['ratings']): Held {
  const rated = new Set(held.ratings.map(({ year }) => year));
  return { ...held, ratings: [...held.ratings, ...scored.filter(({ year }) => !rated.has(year))] };
}

/** Ratings by work-plan score, by year; none where the organisation has no bands. */
async function ratingsByScore(
  db: Executor,
  subjectIds: string[],
  bands: Overlay['scoreBands'],
): Promise<(subjects: string[]) => NomineeRecord['ratings']> {
  if (bands.length === 0) return () => [];
  const subject = sql<string>`coalesce(${workPlanPoints.personId}, ${workPlanPoints.unitId})`;
  const rows = bySubject(
    await db
      .select({
        subject,
        year: workPlanPoints.planYear,
        assignedPoints: workPlanPoints.assignedPoints,
        achievedPoints: workPlanPoints.achievedPoints,
      })
      .from(workPlanPoints)
      .where(sql`${subject} = any(${idArray(subjectIds)})`)
      .orderBy(workPlanPoints.planYear),
  );
  return (subjects) =>
    [...Map.groupBy(rows(subjects), ({ year }) => year)].flatMap(([year, items]) => {
      const rated = ratingOfScore(bands, scoreBasisPoints(items));
      return rated ? [{ year, ...rated }] : [];
    });
}

/** Reads every table of the ledger once, and answers what rows of one identity add up to. */
async function readLedger(
  db: Executor,
  subjectIds: string[],
  dossierId: string | null,
): Promise<(subjects: string[]) => Held> {
  const subject = (t: { personId: unknown; unitId: unknown }) =>
    sql<string>`coalesce(${t.personId}, ${t.unitId})`;
  const ofPerson = (personId: unknown) => sql`${personId} = any(${idArray(subjectIds)})`;
  // A line that was struck out counts no more.
  const wanted = (t: { personId: unknown; unitId: unknown; struckAt: unknown }) =>
    sql`${subject(t)} = any(${idArray(subjectIds)}) and ${t.struckAt} is null`;
  const wantedOfPerson = (t: { personId: unknown; struckAt: unknown }) =>
    sql`${ofPerson(t.personId)} and ${t.struckAt} is null`;
  // One after the other: inside a transaction there is one connection.
  const awardRows = bySubject(
    await db
      .select({
        subject: subject(ledgerAwards),
        award: ledgerAwards.awardCode,
        year: ledgerAwards.year,
        fromYear: ledgerAwards.fromYear,
        periodNamed: ledgerAwards.periodNamed,
        commendationKind: ledgerAwards.commendationKind,
        decisionSymbol: ledgerAwards.decisionSymbol,
        decidedOn: ledgerAwards.decidedOn,
        revoked: sql<boolean>`${ledgerAwards.status} = 'revoked'`,
      })
      .from(ledgerAwards)
      .where(wanted(ledgerAwards))
      .orderBy(ledgerAwards.year, ledgerAwards.id),
  );
  const ratingRows = bySubject(
    await db
      .select({ subject: subject(annualRatings), year: annualRatings.year, rating: annualRatings.rating })
      .from(annualRatings)
      .where(wanted(annualRatings))
      .orderBy(annualRatings.year, annualRatings.id),
  );
  const initiativeRows = bySubject(
    await db
      .select({
        subject: subject(initiatives),
        name: initiatives.name,
        year: initiatives.year,
        scope: initiatives.scope,
        usedFor: initiatives.usedFor,
        id: initiatives.id,
      })
      .from(initiatives)
      .where(wanted(initiatives))
      .orderBy(initiatives.year, initiatives.id),
  );
  // Kinds before this ledger are in the row itself; since, it is used by a nomination whose award is in force.
  const uses = bySubject(
    await db
      .selectDistinct({ subject: nominationInitiatives.initiativeId, kind: awards.kind })
      .from(nominationInitiatives)
      .innerJoin(initiatives, eq(initiatives.id, nominationInitiatives.initiativeId))
      .innerJoin(ledgerAwards, eq(ledgerAwards.nominationId, nominationInitiatives.nominationId))
      .innerJoin(awards, eq(awards.code, ledgerAwards.awardCode))
      .where(and(wanted(initiatives), eq(ledgerAwards.status, 'in_force'), isNull(ledgerAwards.struckAt))),
  );
  const disciplineRows = bySubject(
    await db
      .select({
        subject: disciplineRecords.personId,
        severity: disciplineRecords.severity,
        endedOn: disciplineRecords.endedOn,
      })
      .from(disciplineRecords)
      .where(wantedOfPerson(disciplineRecords))
      .orderBy(disciplineRecords.decidedOn, disciplineRecords.id),
  );
  const maternityRows = bySubject(
    await db
      .select({ subject: maternityYears.personId, year: maternityYears.year })
      .from(maternityYears)
      .where(wantedOfPerson(maternityYears))
      .orderBy(maternityYears.year, maternityYears.id),
  );
  const transferRows = bySubject(
    await db
      .select({
        subject: transfers.personId,
        year: transfers.year,
        monthsAtFormerUnit: transfers.monthsAtFormerUnit,
        formerUnitAgrees: transfers.formerUnitAgrees,
      })
      .from(transfers)
      .where(wantedOfPerson(transfers))
      .orderBy(transfers.year, transfers.id),
  );
  const sexRows = bySubject(
    await db.select({ subject: people.id, sex: people.sex }).from(people).where(ofPerson(people.id)),
  );
  const nominee = sql<string>`coalesce(${nominations.personId}, ${nominations.ledgerPersonId}, ${nominations.unitId})`;
  const proposalRows = bySubject(
    await db
      .select({
        subject: nominee,
        award: dossiers.awardCode,
        periodFrom: dossiers.periodFrom,
        periodTo: dossiers.periodTo,
        commendationKind: dossiers.commendationKind,
      })
      .from(nominations)
      .innerJoin(dossiers, eq(dossiers.id, nominations.dossierId))
      .where(
        and(
          sql`${nominee} = any(${idArray(subjectIds)})`,
          inArray(dossiers.status, ['running', 'returned', 'on_hold', 'decided']),
          inArray(nominations.status, ['proposed', 'passed', 'returned', 'awarded']),
          dossierId === null ? undefined : ne(dossiers.id, dossierId),
        ),
      )
      .orderBy(dossiers.periodTo, dossiers.id),
  );
  const statementRows = bySubject(
    await db
      .select({
        subject: subject(ledgerStatements),
        recordedAt: ledgerStatements.recordedAt,
        awardsCompleteFrom: ledgerStatements.awardsCompleteFrom,
        initiativesComplete: ledgerStatements.initiativesComplete,
        disciplineComplete: ledgerStatements.disciplineComplete,
        underExamination: ledgerStatements.underExamination,
        foundedIn: ledgerStatements.foundedIn,
      })
      .from(ledgerStatements)
      .where(wanted(ledgerStatements)),
  );

  return (subjects) => {
    const statement = statementRows(subjects).reduce<ReturnType<typeof statementRows>[number] | undefined>(
      (newest, row) => (newest && newest.recordedAt >= row.recordedAt ? newest : row),
      undefined,
    );
    const listed = initiativeRows(subjects).map(({ id, name, year, scope, usedFor }) => ({
      name,
      year,
      scope,
      usedFor: [...new Set([...usedFor, ...uses([id]).map(({ kind }) => kind)])],
    }));
    const measures = disciplineRows(subjects).map(({ severity, endedOn }) => ({ severity, endedOn }));
    return {
      awards: onceEach(awardRows(subjects)).map(
        ({ award, year, fromYear, periodNamed, commendationKind, revoked }) => ({
          award,
          year,
          ...(fromYear < year && { fromYear }),
          periodNamed,
          ...(commendationKind !== null && { commendationKind }),
          revoked,
        }),
      ),
      openProposals: proposalRows(subjects).map(({ award, periodFrom, periodTo, commendationKind }) => ({
        award,
        periodFrom,
        periodTo,
        ...(commendationKind !== null && { commendationKind }),
      })),
      transfers: transferRows(subjects).map(({ year, monthsAtFormerUnit, formerUnitAgrees }) => ({
        year,
        monthsAtFormerUnit,
        ...(formerUnitAgrees !== null && { formerUnitAgrees }),
      })),
      ratings: ratingRows(subjects).map(({ year, rating }) => ({ year, rating })),
      maternityYears: maternityRows(subjects).map(({ year }) => year),
      ...known('awardsCompleteFrom', statement?.awardsCompleteFrom),
      ...known('underExamination', statement?.underExamination),
      ...known('foundedIn', statement?.foundedIn),
      ...known('sex', sexRows(subjects).find(({ sex }) => sex !== null)?.sex),
      ...(statement?.initiativesComplete && { initiatives: listed }),
      // A measure in force stands against the person whether or not others are listed too.
      ...((statement?.disciplineComplete || measures.some(({ endedOn }) => endedOn === null)) && {
        discipline: measures,
      }),
    };
  };
}

/**
 * Rows that were confirmed to be one person may bring the same award twice, as from a decision and from a sheet. It was given
 * once, and where one of the rows is revoked it is.
 */
function onceEach<
  T extends {
    award: string;
    year: number;
    decisionSymbol: string;
    decidedOn: string | null;
    revoked: boolean;
  },
>(rows: T[]): T[] {
  const same = Map.groupBy(rows, ({ award, year, decisionSymbol, decidedOn }) =>
    [award, year, decisionSymbol, decidedOn].join('|'),
  );
  return [...same.values()].flatMap((group) => group.find(({ revoked }) => revoked) ?? group[0] ?? []);
}

function bySubject<T extends { subject: string }>(rows: T[]): (subjects: string[]) => T[] {
  const grouped = Map.groupBy(rows, ({ subject }) => subject);
  return (subjects) => subjects.flatMap((id) => grouped.get(id) ?? []);
}

function known<K extends string, V>(
  key: K,
  value: V | null | undefined,
): { [key in K]: V } | Record<string, never> {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

const ratingOrder = ['not_completed', 'completed', 'good', 'excellent'] as const;
const severityOrder = ['reprimand', 'warning', 'more'] as const;

/** Counts of a collective's members in a year; what is not vouched for of every member is left out. */
function countMembers(
  staff: NomineeRecord[],
  year: number,
  codes: { code: string }[],
): NomineeRecord['members'] {
  if (staff.length === 0) return undefined;
  const awardsKnown = staff.every(({ awardsCompleteFrom = Infinity }) => awardsCompleteFrom <= year);
  const holders = (code: string) =>
    staff.filter(({ awards }) => awards.some((a) => a.award === code && a.year === year && !a.revoked))
      .length;
  const ratings = staff.map((person) => person.ratings.find((rated) => rated.year === year)?.rating);
  const lowest = ratingOrder.find((rating) => ratings.includes(rating));
  const measures = staff.map(({ discipline }) => discipline);
  const inYear = measures
    .flatMap((list) => list ?? [])
    .filter(({ endedOn }) => endedOn === null || endedOn >= `${year}-01-01`);
  const highest = severityOrder.findLast((severity) => inYear.some((m) => m.severity === severity));
  return {
    total: staff.length,
    ...(staff.every(({ sex }) => sex !== undefined) && {
      women: staff.filter(({ sex }) => sex === 'female').length,
    }),
    holding: awardsKnown ? Object.fromEntries(codes.map(({ code }) => [code, holders(code)])) : {},
    ...(lowest !== undefined && !ratings.includes(undefined) && { lowestRating: lowest }),
    ...(measures.every((list) => list !== undefined) && { highestDiscipline: highest ?? 'none' }),
  };
}
