import { nameKey, plainName, unmarkedName } from './names.ts';

/** A person as one source describes them; what the source does not say is null. */
export interface Described {
  fullName: string;
  sex: 'female' | 'male' | null;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  birthYear: number | null;
  staffCode: string | null;
  nationalId: string | null;
  /** Units served in, with the years, both included; `to` null while it lasts. */
  service: { unitId: string; from: number; to: number | null }[];
}

export type MatchCode =
  | 'same_national_id'
  | 'other_national_id'
  | 'same_staff_code'
  | 'other_staff_code'
  | 'same_name'
  | 'same_name_unmarked'
  | 'same_words'
  | 'same_birth_date'
  | 'swapped_birth_date'
  | 'same_birth_year'
  | 'other_birth_date'
  | 'same_unit_same_years'
  | 'same_unit'
  | 'other_sex';

/** One thing that speaks for or against it, with its weight. */
export interface MatchReason {
  code: MatchCode;
  points: number;
}

/**
 * Weights of what speaks for and against two descriptions being of one person. They order a queue for a person who decides;
 * no score confirms anything.
 */
export const weights: Record<MatchCode, number> = {
  same_national_id: 100,
  other_national_id: -100,
  same_staff_code: 60,
  other_staff_code: -40,
  same_name: 40,
  same_name_unmarked: 30,
  same_words: 20,
  same_birth_date: 40,
  swapped_birth_date: 25,
  same_birth_year: 15,
  other_birth_date: -40,
  same_unit_same_years: 20,
  same_unit: 10,
  other_sex: -30,
};

/** From this score on a pair is put before a person. */
export const proposedFrom = 30;

/** How much speaks for two descriptions being of one person: the sum of the reasons, each given. Symmetric. */
export function matchScore(a: Described, b: Described): { score: number; reasons: MatchReason[] } {
  const found: (MatchCode | null)[] = [
    compareNumbers(a.nationalId, b.nationalId, 'same_national_id', 'other_national_id'),
    compareNumbers(a.staffCode, b.staffCode, 'same_staff_code', 'other_staff_code'),
    compareNames(a.fullName, b.fullName),
    compareBirth(a, b),
    compareService(a, b),
    a.sex && b.sex && a.sex !== b.sex ? 'other_sex' : null,
  ];
  const reasons = found
    .filter((code) => code !== null)
    .map((code): MatchReason => ({ code, points: weights[code] }));
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

function compareNumbers(a: string | null, b: string | null, same: MatchCode, other: MatchCode) {
  if (a === null || b === null) return null;
  return a.trim().toLowerCase() === b.trim().toLowerCase() ? same : other;
}

function compareNames(a: string, b: string): MatchCode | null {
  if (plainName(a) === plainName(b)) return 'same_name';
  if (unmarkedName(a) === unmarkedName(b)) return 'same_name_unmarked';
  return nameKey(a) === nameKey(b) ? 'same_words' : null;
}

/** Day and month are swapped where a sheet was typed in the other order. */
function compareBirth(a: Described, b: Described): MatchCode | null {
  if (a.birthDate && b.birthDate) {
    if (a.birthDate === b.birthDate) return 'same_birth_date';
    const [year, month, day] = a.birthDate.split('-');
    if (b.birthDate === `${year}-${day}-${month}`) return 'swapped_birth_date';
    return 'other_birth_date';
  }
  const [yearA, yearB] = [a, b].map(
    ({ birthDate, birthYear }) => birthYear ?? (birthDate === null ? null : Number(birthDate.slice(0, 4))),
  );
  if (yearA == null || yearB == null) return null;
  return yearA === yearB ? 'same_birth_year' : 'other_birth_date';
}

function compareService(a: Described, b: Described): MatchCode | null {
  const shared = a.service.flatMap((one) =>
    b.service.filter(({ unitId }) => unitId === one.unitId).map((other) => ({ one, other })),
  );
  if (shared.length === 0) return null;
  const overlap = shared.some(
    ({ one, other }) => one.from <= (other.to ?? one.from) && other.from <= (one.to ?? other.from),
  );
  return overlap ? 'same_unit_same_years' : 'same_unit';
}
