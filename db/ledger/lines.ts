import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  annualRatings,
  disciplineRecords,
  initiatives,
  ledgerAwards,
  ledgerStatements,
  maternityYears,
  transfers,
} from '../schema/index.ts';

/** What the tables of lines have in common; only a person has measures, maternity and transfers. */
export type LineTable = PgTable &
  Record<
    'id' | 'personId' | 'source' | 'importId' | 'recordedAt' | 'corrects' | 'struckAt' | 'struckBy',
    PgColumn
  > & { unitId?: PgColumn };

/** The tables of the ledger by the kind of line they hold. */
export const lineTables = {
  award: ledgerAwards,
  rating: annualRatings,
  initiative: initiatives,
  discipline: disciplineRecords,
  maternity: maternityYears,
  transfer: transfers,
  statement: ledgerStatements,
} as const satisfies Record<string, LineTable>;

export type LineKind = keyof typeof lineTables;
export const lineKinds = Object.keys(lineTables) as LineKind[];
