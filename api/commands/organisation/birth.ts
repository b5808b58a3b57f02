import { ApiError } from '../../errors.ts';

/** When somebody was born, as `people` holds it: the year goes with the day, and stands alone where that is all. */
export function birthOf(
  { birthDate, birthYear }: { birthDate: string | null; birthYear: number | null },
  today: string,
): { birthDate: string | null; birthYear: string | null } {
  const year = birthDate?.slice(0, 4) ?? birthYear?.toString() ?? null;
  if ((birthDate ?? '') > today || (year ?? '') > today.slice(0, 4)) throw new ApiError('birth_in_future');
  return { birthDate, birthYear: year };
}
