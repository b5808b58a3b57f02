import { and, desc, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { type nominations, people, positions, units } from '../../../db/schema/index.ts';
import { plainName } from '../../../domain/identity/names.ts';
import type { RuleSummary } from '../../contract/catalogue.ts';
import { type Column, columns, type SheetRow } from '../../files/nomination-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';

type NomineeColumn = 'kind' | 'personId' | 'unitId' | 'name' | 'post' | 'achievement';
export type Nominee = Pick<typeof nominations.$inferInsert, NomineeColumn>;

interface Staff {
  personId: string;
  name: string;
  email: string | null;
  staffCode: string | null;
  post: string;
}

/** Who belongs to the proposing unit, to be found by code or name. */
export interface Directory {
  byCode: Map<string, Nominee>;
  byName: Map<string, Staff[]>;
  byUnitName: Map<string, string[]>;
}

/** The people with a post in the units, and the units themselves. A person's code is the id, the mail address or the staff code. */
export async function loadDirectory(db: Executor, inside: SQL, today: string): Promise<Directory> {
  const [staff, collectives] = await Promise.all([
    db
      .selectDistinctOn([people.id], {
        personId: people.id,
        name: people.fullName,
        email: people.email,
        staffCode: people.staffCode,
        post: positions.title,
      })
      .from(people)
      .innerJoin(positions, eq(positions.personId, people.id))
      .where(
        and(
          inArray(positions.unitId, inside),
          lte(positions.validFrom, today),
          or(isNull(positions.validTo), gte(positions.validTo, today)),
        ),
      )
      .orderBy(people.id, desc(positions.validFrom)),
    db
      .select({ id: units.id, code: units.code, name: units.name })
      .from(units)
      .where(inArray(units.id, inside)),
  ]);
  const byCode = new Map<string, Nominee>();
  for (const person of staff) {
    byCode.set(person.personId, personNominee(person));
    for (const code of [person.email, person.staffCode]) {
      if (code) byCode.set(code.toLowerCase(), personNominee(person));
    }
  }
  for (const { id, code, name } of collectives) {
    byCode.set(code.toLowerCase(), { kind: 'collective', unitId: id, name, post: '' });
  }
  const unitsByName = Map.groupBy(collectives, ({ name }) => plainName(name));
  return {
    byCode,
    byName: Map.groupBy(staff, ({ name }) => plainName(name)),
    byUnitName: new Map([...unitsByName].map(([name, same]) => [name, same.map(({ id }) => id)])),
  };
}

const personNominee = ({ personId, name, post }: Staff): Nominee => ({
  kind: 'person',
  personId,
  name,
  post,
});

/** Two nominations with the same key are of the same nominee. */
export function nomineeKey({
  personId,
  unitId,
  name,
  post,
}: Pick<Nominee, 'personId' | 'unitId' | 'name' | 'post'>) {
  return personId ?? unitId ?? `${plainName(name)}|${plainName(post ?? '')}`;
}

interface ResolveInput {
  rows: SheetRow[];
  directory: Directory;
  kinds: readonly RuleSummary['nomineeKinds'][number][];
  /** Keys of the nominees the dossier holds already. */
  listed: ReadonlySet<string>;
}

/**
 * Finds out whom each row means: by code a person or unit; by name the one person of the unit with it; else an outsider,
 * where the award is given to outsiders.
 */
export function resolveRows({ rows, directory, kinds, listed }: ResolveInput) {
  const errors: CellError[] = [];
  const nominees: Nominee[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const problem = checkTexts(row) ?? addNominee(row);
    if (problem) errors.push(problem);
  }
  return { nominees, errors };

  function addNominee(row: SheetRow): CellError | undefined {
    const nominee = findNominee(row, directory, kinds.includes('outsider'));
    if ('sentence' in nominee) return nominee;
    if (!kinds.includes(nominee.kind)) return cellError(row, 'name', 'nominee_kind_not_allowed');
    const key = nomineeKey(nominee);
    const before = seen.get(key);
    if (before !== undefined || listed.has(key)) return listedTwice(row, before);
    seen.set(key, row.row);
    nominees.push({ ...nominee, achievement: row.achievement });
    return undefined;
  }
}

function findNominee(row: SheetRow, { byCode, byName }: Directory, outsiders: boolean): Nominee | CellError {
  if (row.code !== '') return byCode.get(row.code.toLowerCase()) ?? cellError(row, 'code', 'unknown_code');
  const namesakes = byName.get(plainName(row.name)) ?? [];
  const samePost = namesakes.filter(({ post }) => plainName(post) === plainName(row.post));
  const [found, ...others] = samePost.length > 0 ? samePost : outsiders ? [] : namesakes;
  if (found) return others.length === 0 ? personNominee(found) : cellError(row, 'code', 'ambiguous_person');
  if (!outsiders) return cellError(row, 'name', 'unknown_person');
  return {
    kind: 'outsider',
    name: row.name,
    post: [row.post, row.unit].filter((text) => text !== '').join(', '),
  };
}

const maxLengths: Partial<Record<Column, number>> = { name: 200, post: 150, unit: 150, achievement: 4000 };

function checkTexts(row: SheetRow): CellError | undefined {
  if (row.name === '' && row.code === '') return cellError(row, 'name', 'required');
  for (const column of ['name', 'post', 'unit', 'achievement'] as const) {
    const text = row[column];
    if (text.length > (maxLengths[column] ?? 0)) return cellError(row, column, 'too_long');
    if (/[^\t\n\r -~\u00a0-\uffff]/.test(text) || !text.isWellFormed())
      return cellError(row, column, 'wrong_characters');
  }
  return undefined;
}

const sentences = {
  required: { vi: 'Cần nhập họ và tên.', en: 'A name is needed.' },
  too_long: { vi: 'Nội dung ô quá dài.', en: 'The cell is too long.' },
  wrong_characters: { vi: 'Ô có ký tự không hợp lệ.', en: 'The cell has characters that are not allowed.' },
  unknown_code: {
    vi: 'Không có người hay đơn vị nào trong đơn vị đề nghị mang mã số này.',
    en: 'Nobody and no unit of the proposing unit has this code.',
  },
  unknown_person: {
    vi: 'Không có người này trong đơn vị đề nghị.',
    en: 'There is no such person in the proposing unit.',
  },
  ambiguous_person: {
    vi: 'Có nhiều người trùng tên; cần ghi mã số.',
    en: 'Several people have this name; give the code.',
  },
  nominee_kind_not_allowed: {
    vi: 'Danh hiệu, hình thức này không dành cho loại đối tượng này.',
    en: 'This award is not given to this kind of nominee.',
  },
};

function cellError(row: SheetRow, column: Column, code: keyof typeof sentences): CellError {
  return { row: row.row, column: columns[column], code, sentence: sentences[code] };
}

function listedTwice(row: SheetRow, before: number | undefined): CellError {
  const sentence =
    before === undefined
      ? { vi: 'Đã có trong hồ sơ.', en: 'Is in the dossier already.' }
      : { vi: `Trùng với dòng ${before}.`, en: `The same as row ${before}.` };
  return { row: row.row, column: columns.name, code: 'nominee_listed_twice', sentence };
}
