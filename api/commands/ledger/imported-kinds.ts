import { plainName } from '../../../domain/identity/names.ts';
import type { ImportedKind } from '../../contract/ledger-imports.ts';
import { ledgerSheets } from '../../files/ledger-sheets.ts';
import type { Sheet } from '../../files/read-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';
import type { SheetForm } from '../../files/sheet-form.ts';
import type { NamedHolder } from './resolve-holder.ts';

/** What a row is checked against beside its own words. */
export interface ReadingContext {
  /** Awards by code and by name in either language, as `plainName` writes them. */
  awards: ReadonlyMap<string, string>;
  /** Unit of this system that decided, by the name a paper gives it. */
  deciderUnit: (decider: string) => string | null;
  today: string;
}

/** A row that can become a line. */
export interface ReadLine {
  row: number;
  holder: NamedHolder;
  /** What the line says, as its table has it. */
  says: Record<string, unknown>;
}

/** How the sheet of one kind of lines becomes lines of the ledger. */
export interface KindOfImport {
  read(sheet: Sheet, context: ReadingContext): { lines: ReadLine[]; errors: CellError[] };
  /** What no two lines of a holder have alike; the unique index of the table says the same. */
  factOf(says: Record<string, unknown>): string;
  /** The error of a row at one of the holder's columns, or at the column that tells one line from another. */
  errorAt(row: number, column: 'name' | 'code' | 'line', code: RefusalCode): CellError;
  listedTwice(row: number, before: number): CellError;
}

type Refusal<Column> = { column: Column; code: RefusalCode };
type ColumnOf<Row> = Exclude<keyof Row, 'row'> & string;

function kindOfImport<
  Row extends NamedHolder & { row: number; decisionSymbol: string; decidedOn: string },
  Says extends object,
>({
  form,
  about,
  says,
  fact,
}: {
  form: SheetForm<Row>;
  /** Column that tells one line from another. */
  about: ColumnOf<Row>;
  says: (row: Row, context: ReadingContext) => Says | Refusal<ColumnOf<Row>>;
  fact: (line: Says & Pick<Row, 'decisionSymbol' | 'decidedOn'>) => unknown[];
}): KindOfImport {
  const headings: Record<string, string> = form.headings;
  const error = (row: number, column: string, code: string, sentence: CellError['sentence']): CellError => ({
    row,
    column: headings[column] ?? column,
    code,
    sentence,
  });
  return {
    read(sheet, context) {
      const { rows, errors } = form.read(sheet);
      const lines: ReadLine[] = [];
      for (const row of rows) {
        const { decisionSymbol, decidedOn } = row;
        const said =
          decidedOn > context.today
            ? ({ column: 'decidedOn', code: 'paper_in_future' } as const)
            : says(row, context);
        if (isRefusal(said)) errors.push(error(row.row, said.column, said.code, sentences[said.code]));
        else lines.push({ row: row.row, holder: row, says: { ...said, decisionSymbol, decidedOn } });
      }
      return { lines, errors };
    },
    factOf: (line) => fact(line as Says & Pick<Row, 'decisionSymbol' | 'decidedOn'>).join('|'),
    errorAt: (row, column, code) => error(row, column === 'line' ? about : column, code, sentences[code]),
    listedTwice: (row, before) =>
      error(row, about, 'listed_twice', {
        vi: `Trùng với dòng ${before}.`,
        en: `The same as row ${before}.`,
      }),
  };
}

const isRefusal = <Column>(said: object): said is Refusal<Column> => 'column' in said;

/** The kinds of lines that come in by sheets. */
export const importedKinds: Record<ImportedKind, KindOfImport> = {
  award: kindOfImport({
    form: ledgerSheets.award,
    about: 'award',
    says({ award, fromYear, year, decider, commendationKind }, { awards, deciderUnit }) {
      const awardCode = awards.get(plainName(award));
      if (awardCode === undefined) return { column: 'award', code: 'unknown_award' };
      if (fromYear !== null && fromYear > year) return { column: 'fromYear', code: 'period_reversed' };
      const deciderUnitId = deciderUnit(decider);
      return { awardCode, fromYear: fromYear ?? year, year, decider, deciderUnitId, commendationKind };
    },
    fact: ({ awardCode, year, decisionSymbol, decidedOn }) => [awardCode, year, decisionSymbol, decidedOn],
  }),
  rating: kindOfImport({
    form: ledgerSheets.rating,
    about: 'year',
    says: ({ year, rating }) => ({ year, rating }),
    fact: ({ year }) => [year],
  }),
  initiative: kindOfImport({
    form: ledgerSheets.initiative,
    about: 'initiative',
    says: ({ initiative: name, year, scope, usedFor }) => ({ name, year, scope, usedFor }),
    fact: ({ name, year }) => [year, name.toLowerCase()],
  }),
  discipline: kindOfImport({
    form: ledgerSheets.discipline,
    about: 'decisionSymbol',
    says: ({ severity, decidedOn, endedOn }) =>
      endedOn !== null && endedOn < decidedOn
        ? { column: 'endedOn', code: 'discipline_ends_too_early' }
        : { severity, endedOn },
    fact: ({ decisionSymbol }) => [decisionSymbol],
  }),
};

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
  discipline_ends_too_early: {
    vi: 'Kỷ luật không thể hết hiệu lực trước ngày quyết định.',
    en: 'A measure cannot end before the day it was decided.',
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
} satisfies Record<string, CellError['sentence']>;
export type RefusalCode = keyof typeof sentences;
