import { randomUUID } from 'node:crypto';
import { plainName } from '../../../domain/identity/names.ts';
import type { Holder } from '../../policies/ledger.ts';
import type { Directory } from '../nominations/resolve-nominees.ts';

/** What every sheet of the ledger says of whose line a row is. */
export interface NamedHolder {
  holder: 'person' | 'collective';
  name: string;
  code: string;
  /** Date of birth, its year, or nothing. */
  birth: string;
  unit: string;
}

/** Person whom the sheet names and nobody has recognised yet. */
export interface NewPerson {
  id: string;
  fullName: string;
  birthDate: string | null;
  birthYear: string | null;
}

export interface HolderRefusal {
  column: 'name' | 'code';
  code: 'required' | 'unknown_code' | 'unknown_collective' | 'ambiguous_collective';
}

/**
 * Finds out whom the rows of a sheet mean. A code names a person or unit; without one a collective is found by its name, and a
 * person is added as the sheet describes them: who that may be besides is proposed to people, never decided here.
 * `directory`: staff and units whose ledger the importer keeps.
 */
export function holderFinder({ byCode, byUnitName }: Directory) {
  const newPeople = new Map<string, NewPerson>();
  return {
    newPeople: () => [...newPeople.values()],
    find: (row: NamedHolder): Holder | HolderRefusal =>
      row.holder === 'collective' ? collectiveOf(row) : personOf(row),
  };

  function personOf({ code, name, birth, unit }: NamedHolder): Holder | HolderRefusal {
    if (code !== '') {
      const personId = byCode.get(code.toLowerCase())?.personId;
      return personId ? { personId } : { column: 'code', code: 'unknown_code' };
    }
    if (name === '') return { column: 'name', code: 'required' };
    // Rows that describe a person alike are one person of this sheet.
    const key = [plainName(name), birth, plainName(unit)].join('|');
    const isDate = birth.length > 4;
    const person = newPeople.get(key) ?? {
      id: randomUUID(),
      fullName: name,
      birthDate: isDate ? birth : null,
      birthYear: birth === '' ? null : birth.slice(0, 4),
    };
    newPeople.set(key, person);
    return { personId: person.id };
  }

  function collectiveOf({ code, name }: NamedHolder): Holder | HolderRefusal {
    if (code !== '') {
      const unitId = byCode.get(code.toLowerCase())?.unitId;
      return unitId ? { unitId } : { column: 'code', code: 'unknown_code' };
    }
    const [unitId, ...others] = byUnitName.get(plainName(name)) ?? [];
    if (!unitId) return { column: 'name', code: 'unknown_collective' };
    return others.length === 0 ? { unitId } : { column: 'code', code: 'ambiguous_collective' };
  }
}
