import { randomUUID } from 'node:crypto';
import { plainName } from '../../../domain/identity/names.ts';
import { type LedgerColumn, type LedgerRow, ledgerColumns } from '../../files/ledger-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';
import type { Directory } from '../nominations/resolve-nominees.ts';

/** Awards by code and by name in either language. */
export type AwardIndex = ReadonlyMap<string, string>;

export interface ResolveLedgerInput {
  rows: readonly LedgerRow[];
  /** Staff and units whose ledger the importer keeps. */
  directory: Directory;
  awards: AwardIndex;
  deciderUnit: (decider: string) => string | null;
  today: string;
}

/** Person whom the sheet names and nobody has recognised yet. */
export interface NewPerson {
  id: string;
  fullName: string;
  birthDate: string | null;
  birthYear: string | null;
}

export interface ResolvedAward {
  row: number;
  personId: string | null;
  unitId: string | null;
  awardCode: string;
  fromYear: number;
  year: number;
  decisionSymbol: string;
  decidedOn: string;
  decider: string;
  deciderUnitId: string | null;
  commendationKind: LedgerRow['commendationKind'];
}

/** Lines with the same key are the same fact. */
export const awardKey = (
  holderId: string,
  {
    awardCode,
    year,
    decisionSymbol,
    decidedOn,
  }: { awardCode: string; year: number; decisionSymbol: string; decidedOn: string | null },
) => [holderId, awardCode, year, decisionSymbol, decidedOn].join('|');

/**
 * Finds out whom and which award each row means. A code names a person or unit; without one a collective is found by its
 * name, and a person is added as the sheet describes them: who that may be besides is proposed to people, never decided here.
 */
export function resolveLedgerRows({ rows, directory, awards, deciderUnit, today }: ResolveLedgerInput) {
  const errors: CellError[] = [];
  const newPeople = new Map<string, NewPerson>();
  const lines: ResolvedAward[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const problem = addLine(row);
    if (problem) errors.push(problem);
  }
  return { lines, newPeople: [...newPeople.values()], errors };

  function addLine(row: LedgerRow): CellError | undefined {
    const awardCode = awards.get(plainName(row.award));
    if (awardCode === undefined) return cellError(row, 'award', 'unknown_award');
    const fromYear = row.fromYear ?? row.year;
    if (fromYear > row.year) return cellError(row, 'fromYear', 'period_reversed');
    if (row.decidedOn > today) return cellError(row, 'decidedOn', 'paper_in_future');
    const holder = row.holder === 'collective' ? collectiveOf(row, directory) : personOf(row);
    if ('sentence' in holder) return holder;
    const { decisionSymbol, decidedOn, decider, commendationKind, year } = row;
    const line = { awardCode, fromYear, year, decisionSymbol, decidedOn, decider, commendationKind };
    const key = awardKey(holder.personId ?? holder.unitId ?? '', line);
    const before = seen.get(key);
    if (before !== undefined) return listedTwice(row, before);
    seen.set(key, row.row);
    lines.push({ row: row.row, ...holder, ...line, deciderUnitId: deciderUnit(decider) });
    return undefined;
  }

  function personOf(row: LedgerRow): Holding | CellError {
    if (row.code !== '') {
      const found = directory.byCode.get(row.code.toLowerCase());
      return found?.personId
        ? { personId: found.personId, unitId: null }
        : cellError(row, 'code', 'unknown_code');
    }
    if (row.name === '') return cellError(row, 'name', 'required');
    // Rows that describe a person alike are one person of this sheet.
    const key = [plainName(row.name), row.birth, plainName(row.unit)].join('|');
    const isDate = row.birth.length > 4;
    const person = newPeople.get(key) ?? {
      id: randomUUID(),
      fullName: row.name,
      birthDate: isDate ? row.birth : null,
      birthYear: row.birth === '' ? null : row.birth.slice(0, 4),
    };
    newPeople.set(key, person);
    return { personId: person.id, unitId: null };
  }
}

type Holding = Pick<ResolvedAward, 'personId' | 'unitId'>;

function collectiveOf(row: LedgerRow, { byCode, byUnitName }: Directory): Holding | CellError {
  if (row.code !== '') {
    const found = byCode.get(row.code.toLowerCase());
    return found?.unitId ? { personId: null, unitId: found.unitId } : cellError(row, 'code', 'unknown_code');
  }
  const [found, ...others] = byUnitName.get(plainName(row.name)) ?? [];
  if (!found) return cellError(row, 'name', 'unknown_collective');
  return others.length === 0
    ? { personId: null, unitId: found }
    : cellError(row, 'code', 'ambiguous_collective');
}

const sentences = {
  required: { vi: 'Cần nhập tên.', en: 'A name is needed.' },
  unknown_award: {
    vi: 'Danh mục không có danh hiệu, hình thức này.',
    en: 'The catalogue has no such award.',
  },
  period_reversed: {
    vi: 'Năm đầu không được sau năm cuối.',
    en: 'The first year is after the last.',
  },
  paper_in_future: {
    vi: 'Ngày quyết định không được sau ngày hôm nay.',
    en: 'The decision cannot be dated after today.',
  },
  unknown_code: {
    vi: 'Không có người hay tập thể nào bạn giữ sổ mang mã số này.',
    en: 'Nobody and no collective whose ledger you keep has this code.',
  },
  unknown_collective: {
    vi: 'Không có tập thể nào bạn giữ sổ mang tên này.',
    en: 'No collective whose ledger you keep has this name.',
  },
  ambiguous_collective: {
    vi: 'Có nhiều tập thể trùng tên; cần ghi mã số.',
    en: 'Several collectives have this name; give the code.',
  },
  ledger_line_known: { vi: 'Sổ đã có dòng này.', en: 'The ledger has this line already.' },
};

/** What is wrong with a cell of the sheet. */
export function cellError(
  { row }: Pick<LedgerRow, 'row'>,
  column: LedgerColumn,
  code: keyof typeof sentences,
): CellError {
  return { row, column: ledgerColumns[column], code, sentence: sentences[code] };
}

function listedTwice({ row }: LedgerRow, before: number): CellError {
  return {
    row,
    column: ledgerColumns.award,
    code: 'listed_twice',
    sentence: { vi: `Trùng với dòng ${before}.`, en: `The same as row ${before}.` },
  };
}
