import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MatchReason } from '../../domain/identity/match.ts';
import { awardKindEnum, awards } from './awards.ts';
import { id, instant } from './columns.ts';
import { nominations } from './dossiers.ts';
import { commendationKindEnum, scopeEnum } from './enums.ts';
import { initiativeApplications } from './initiatives.ts';
import { accounts, people, units } from './organisation.ts';
import { papers } from './papers.ts';

/** Where a row of the ledger comes from: a sheet, a decision this system issued, or a person who typed it. */
export const ledgerSourceEnum = pgEnum('ledger_source', ['import', 'issued_decision', 'entry']);

/** Kinds of lines that come in by sheets (`lineTables` has their tables). */
export const importedKindEnum = pgEnum('imported_kind', ['award', 'rating', 'initiative', 'discipline']);

/**
 * Sheet that was imported into the ledger, whole: a sheet with a mistake leaves no row here. One that is undone stays listed,
 * its rows are gone.
 */
export const ledgerImports = pgTable(
  'ledger_imports',
  {
    id: id(),
    /** Unit whose ledger it was imported into. */
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    kind: importedKindEnum().notNull().default('award'),
    fileName: text().notNull(),
    /** SHA-256 of the file, hex. */
    sha256: text().notNull(),
    rows: integer().notNull(),
    importedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    importedAt: instant().notNull(),
    undoneBy: uuid().references(() => accounts.id),
    undoneAt: instant(),
    undoReason: text(),
  },
  (t) => [
    check('ledger_imports_rows', sql`${t.rows} > 0`),
    // The same file again is the same import, until that was undone.
    uniqueIndex('ledger_imports_once').on(t.unitId, t.sha256).where(sql`${t.undoneAt} is null`),
    check(
      'ledger_imports_undone',
      sql`(${t.undoneAt} is null) = (${t.undoneBy} is null) and (${t.undoneAt} is null) = (${t.undoReason} is null)`,
    ),
  ],
);

/** Person of whom nothing is known but what an import says: no post, no account. */
export const importedPeople = pgTable(
  'imported_people',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id),
    importId: uuid()
      .notNull()
      .references(() => ledgerImports.id),
  },
  (t) => [index('imported_people_import').on(t.importId)],
);

/** Whose row it is: a person or a collective, never both. */
const subject = () => ({
  personId: uuid().references(() => people.id),
  unitId: uuid().references(() => units.id),
});
type Subject = { personId: AnyPgColumn; unitId: AnyPgColumn };
const oneSubject = (table: string, t: Subject) =>
  check(`${table}_one_subject`, sql`(${t.personId} is null) <> (${t.unitId} is null)`);
/** One index for both kinds of subject: ids are never shared between the tables. */
const subjectOf = (t: Subject) => sql`coalesce(${t.personId}, ${t.unitId})`;

/** Paper (quyết định, thông báo) that a line was read from; the symbol is empty where nobody knows it. */
const sourcePaper = () => ({ decisionSymbol: text().notNull().default(''), decidedOn: date() });

/**
 * Who put the line in and with which sheet, and whether it was struck out (gạch bỏ): one that was wrong stays to be read and
 * counts no more. A line may correct one that was struck out.
 */
const provenance = (line: () => AnyPgColumn) => ({
  source: ledgerSourceEnum().notNull(),
  importId: uuid().references(() => ledgerImports.id),
  recordedBy: uuid().references(() => accounts.id),
  recordedAt: instant().notNull(),
  corrects: uuid().references(line),
  struckBy: uuid().references(() => accounts.id),
  struckAt: instant(),
  strikeReason: text(),
});
type Provenance = Record<
  'source' | 'importId' | 'corrects' | 'struckBy' | 'struckAt' | 'strikeReason',
  AnyPgColumn
>;
const provenanceHolds = (table: string, t: Provenance) => [
  check(`${table}_import`, sql`(${t.source} = 'import') = (${t.importId} is not null)`),
  check(
    `${table}_struck`,
    sql`(${t.struckAt} is null) = (${t.struckBy} is null) and (${t.struckAt} is null) = (${t.strikeReason} is null)`,
  ),
  uniqueIndex(`${table}_corrects`).on(t.corrects),
  index(`${table}_import_id`).on(t.importId).where(sql`${t.importId} is not null`),
];
/** What holds of a line among those that count. */
const counts = (t: Pick<Provenance, 'struckAt'>) => sql`${t.struckAt} is null`;

export const ledgerAwardStatusEnum = pgEnum('ledger_award_status', ['in_force', 'revoked']);

/**
 * Award held (sổ khen thưởng). One that is revoked stays, as revoked, with the decision that revoked it; who holds it by an
 * issued decision is written once, by the step that issues the paper.
 */
export const ledgerAwards = pgTable(
  'ledger_awards',
  {
    id: id(),
    ...subject(),
    awardCode: text()
      .notNull()
      .references(() => awards.code),
    /** Achievement period, calendar years, both included. */
    fromYear: integer().notNull(),
    year: integer().notNull(),
    /** False: the decision names no achievement period, and both years are that of the decision. */
    periodNamed: boolean().notNull().default(true),
    /** Null where the decision does not say. */
    commendationKind: commendationKindEnum(),
    /** Symbol of the decision, e.g. `15/QĐ-TTg`. */
    decisionSymbol: text().notNull(),
    decidedOn: date(),
    /** Who decided, as the decision says it. */
    decider: text().notNull().default(''),
    /** Unit of this system that decided, and so may revoke; null where it is none of them. */
    deciderUnitId: uuid().references(() => units.id),
    status: ledgerAwardStatusEnum().notNull().default('in_force'),
    revocationSymbol: text(),
    revokedOn: date(),
    revocationReason: text(),
    nominationId: uuid().references(() => nominations.id),
    paperId: uuid().references(() => papers.id),
    ...provenance((): AnyPgColumn => ledgerAwards.id),
  },
  (t) => [
    // Symbols begin anew each year, so the day of the decision belongs to them.
    uniqueIndex('ledger_awards_once')
      .on(
        subjectOf(t),
        t.awardCode,
        t.year,
        t.decisionSymbol,
        sql`coalesce(${t.decidedOn}, date '0001-01-01')`,
      )
      .where(counts(t)),
    uniqueIndex('ledger_awards_nomination').on(t.nominationId),
    oneSubject('ledger_awards', t),
    ...provenanceHolds('ledger_awards', t),
    check('ledger_awards_period', sql`${t.fromYear} between 1945 and ${t.year} and ${t.year} <= 2200`),
    check('ledger_awards_decision', sql`length(trim(${t.decisionSymbol})) > 0`),
    check(
      'ledger_awards_issued',
      sql`(${t.source} = 'issued_decision') = (${t.nominationId} is not null) and (${t.nominationId} is null) = (${t.paperId} is null)`,
    ),
    check(
      'ledger_awards_revoked',
      sql`(${t.status} = 'revoked') = (${t.revocationSymbol} is not null) and (${t.revokedOn} is null) = (${t.revocationSymbol} is null) and (${t.revocationSymbol} is null or length(trim(coalesce(${t.revocationReason}, ''))) > 0)`,
    ),
  ],
);

export const ratingEnum = pgEnum('rating', ['not_completed', 'completed', 'good', 'excellent']);

/** Rating of a year's work (mức độ hoàn thành nhiệm vụ). */
export const annualRatings = pgTable(
  'annual_ratings',
  {
    id: id(),
    ...subject(),
    year: integer().notNull(),
    rating: ratingEnum().notNull(),
    ...sourcePaper(),
    ...provenance((): AnyPgColumn => annualRatings.id),
  },
  (t) => [
    uniqueIndex('annual_ratings_once').on(subjectOf(t), t.year).where(counts(t)),
    oneSubject('annual_ratings', t),
    ...provenanceHolds('annual_ratings', t),
    check('annual_ratings_year', sql`${t.year} between 1945 and 2200`),
  ],
);

/** Recognised initiative or research project (sáng kiến, đề tài) with the scope of its effect. */
export const initiatives = pgTable(
  'initiatives',
  {
    id: id(),
    ...subject(),
    name: text().notNull(),
    /** Year of recognition. */
    year: integer().notNull(),
    scope: scopeEnum().notNull(),
    /** Application it was recognised by; null where that was outside this system. */
    applicationId: uuid().references(() => initiativeApplications.id),
    /** Kinds of award it was used for before this system kept the ledger. */
    usedFor: awardKindEnum().array().notNull().default([]),
    ...sourcePaper(),
    ...provenance((): AnyPgColumn => initiatives.id),
  },
  (t) => [
    uniqueIndex('initiatives_once').on(subjectOf(t), t.year, sql`lower(${t.name})`).where(counts(t)),
    uniqueIndex('initiatives_application').on(t.applicationId, t.personId).where(counts(t)),
    check('initiatives_issued', sql`(${t.source} = 'issued_decision') = (${t.applicationId} is not null)`),
    oneSubject('initiatives', t),
    ...provenanceHolds('initiatives', t),
    check('initiatives_year', sql`${t.year} between 1945 and 2200`),
  ],
);

/**
 * Initiatives that a nomination rests on. One is spent once the award is in the ledger, and free again where that award is
 * revoked, so its use is never stored a second time.
 */
export const nominationInitiatives = pgTable(
  'nomination_initiatives',
  {
    nominationId: uuid()
      .notNull()
      .references(() => nominations.id),
    initiativeId: uuid()
      .notNull()
      .references(() => initiatives.id),
  },
  (t) => [
    uniqueIndex('nomination_initiatives_once').on(t.nominationId, t.initiativeId),
    index('nomination_initiatives_initiative').on(t.initiativeId),
  ],
);

export const severityEnum = pgEnum('discipline_severity', ['reprimand', 'warning', 'more']);

/** Disciplinary measure (kỷ luật) against a person; without an end while it lasts. */
export const disciplineRecords = pgTable(
  'discipline_records',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    severity: severityEnum().notNull(),
    decisionSymbol: text().notNull(),
    decidedOn: date().notNull(),
    endedOn: date(),
    ...provenance((): AnyPgColumn => disciplineRecords.id),
  },
  (t) => [
    uniqueIndex('discipline_records_once').on(t.personId, t.decisionSymbol).where(counts(t)),
    ...provenanceHolds('discipline_records', t),
    check('discipline_records_dates', sql`${t.endedOn} is null or ${t.endedOn} >= ${t.decidedOn}`),
  ],
);

/** Year with maternity leave (nghỉ thai sản), which counts as service. */
export const maternityYears = pgTable(
  'maternity_years',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    year: integer().notNull(),
    ...sourcePaper(),
    ...provenance((): AnyPgColumn => maternityYears.id),
  },
  (t) => [
    uniqueIndex('maternity_years_once').on(t.personId, t.year).where(counts(t)),
    ...provenanceHolds('maternity_years', t),
    check('maternity_years_year', sql`${t.year} between 1945 and 2200`),
  ],
);

/** Move to another unit (điều động, chuyển công tác), with what the unit left says of the person. */
export const transfers = pgTable(
  'transfers',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    year: integer().notNull(),
    /** Name of the unit left, which need not be a unit of this system. */
    formerUnit: text().notNull(),
    /** Months worked there in the year of the move. */
    monthsAtFormerUnit: integer().notNull(),
    /** Does its opinion support the award? Null until somebody has looked. */
    formerUnitAgrees: boolean(),
    ...sourcePaper(),
    ...provenance((): AnyPgColumn => transfers.id),
  },
  (t) => [
    uniqueIndex('transfers_once').on(t.personId, t.year, t.formerUnit).where(counts(t)),
    ...provenanceHolds('transfers', t),
    check('transfers_year', sql`${t.year} between 1945 and 2200`),
    check('transfers_months', sql`${t.monthsAtFormerUnit} between 0 and 12`),
  ],
);

/**
 * What somebody vouches for about a subject (xác nhận): from which year the ledger is complete, and what else is known. The
 * newest one counts whole; a field that is null was not vouched for, and what is not known is judged by a person.
 */
export const ledgerStatements = pgTable(
  'ledger_statements',
  {
    id: id(),
    ...subject(),
    /** No award of this year or later is missing. */
    awardsCompleteFrom: integer(),
    /** Every recognised initiative is listed. */
    initiativesComplete: boolean().notNull().default(false),
    /** Every disciplinary measure is listed. */
    disciplineComplete: boolean().notNull().default(false),
    /** Discipline, investigation, inspection, complaint or denunciation is being examined. */
    underExamination: boolean(),
    /** Year in which a collective was founded. */
    foundedIn: integer(),
    ...sourcePaper(),
    ...provenance((): AnyPgColumn => ledgerStatements.id),
  },
  (t) => [
    index('ledger_statements_subject').on(subjectOf(t), t.recordedAt),
    oneSubject('ledger_statements', t),
    ...provenanceHolds('ledger_statements', t),
    check('ledger_statements_founded', sql`${t.foundedIn} is null or ${t.unitId} is not null`),
    check(
      'ledger_statements_years',
      sql`coalesce(${t.awardsCompleteFrom}, 1945) between 1945 and 2200 and coalesce(${t.foundedIn}, 1945) between 1945 and 2200`,
    ),
  ],
);

export const matchStatusEnum = pgEnum('match_status', ['proposed', 'confirmed', 'rejected']);

/**
 * Two rows of `people` that may be one human being. The system only proposes; a person confirms or rejects. Whoever is tied
 * by confirmed matches is one identity and has one ledger; rejecting a confirmed match splits it again.
 */
export const personMatches = pgTable(
  'person_matches',
  {
    id: id(),
    /** The smaller of the two ids. */
    personA: uuid()
      .notNull()
      .references(() => people.id),
    personB: uuid()
      .notNull()
      .references(() => people.id),
    score: integer().notNull(),
    reasons: jsonb().$type<MatchReason[]>().notNull(),
    status: matchStatusEnum().notNull().default('proposed'),
    /** Why it was confirmed, rejected or split. */
    decisionReason: text(),
    decidedBy: uuid().references(() => accounts.id),
    decidedAt: instant(),
    proposedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('person_matches_once').on(t.personA, t.personB),
    index('person_matches_second').on(t.personB),
    check('person_matches_order', sql`${t.personA} < ${t.personB}`),
    check(
      'person_matches_decided',
      sql`(${t.status} = 'proposed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
  ],
);
