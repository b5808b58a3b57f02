import type { Source } from '../law/source.ts';
import type { NomineeRecord } from './record.ts';
import type { Situation } from './situation.ts';

/** Whether the achievement of a year counts: it does, a person has to look at the year, or it does not. */
export type YearCounts = 'counts' | 'looked_at' | 'does_not_count';

/**
 * Achievement counts from the end of a disciplinary measure (Decree 152/2025 Article 4(4)): not in the years before it, and in
 * the year in which it ended only partly, unless that was the last day of the year.
 */
export function yearsAfterDiscipline({ discipline = [] }: NomineeRecord): (year: number) => YearCounts {
  const ends = discipline.flatMap(({ endedOn }) => endedOn ?? []).sort();
  const lastEnd = ends.at(-1) ?? '';
  return (year) => {
    if (`${year}-12-31` <= lastEnd) return 'does_not_count';
    return `${year}-01-01` <= lastEnd ? 'looked_at' : 'counts';
  };
}

/** A measure that has ended takes years away, which then is what the outcome rests on. */
export function disciplineRule({ record, principles }: Pick<Situation, 'record' | 'principles'>): Source[] {
  const hasEnded = record.discipline?.some(({ endedOn }) => endedOn !== null) ?? false;
  return hasEnded && principles ? [principles.afterDiscipline] : [];
}
