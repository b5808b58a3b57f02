import { ApiError } from '../../errors.ts';

/** A paper that a line rests on exists already. @throws ApiError paper_in_future */
export function requirePast(today: string, decidedOn: string): void {
  if (decidedOn > today) throw new ApiError('paper_in_future');
}
