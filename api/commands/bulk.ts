import type { CommandContext } from '../context.ts';
import type { BulkResult } from '../contract/common.ts';
import { ApiError } from '../errors.ts';
import { apiErrorOf } from '../http/error-mapping.ts';
import { problemOf } from '../http/problem.ts';

/** What became of one item of a bulk act, or would. */
export interface BulkOutcome {
  id: string;
  accepted: boolean;
  /** Why it was refused, in the actor's language. */
  problem: { code: string; detail: string } | null;
}

/**
 * Does the same to many items, each on its own: what one is refused for does not hold the others up, and each is answered for.
 * A failure that nobody foresaw is one of its item; sending the whole request again is answered as the first time.
 */
export async function forEachItem(
  { actor }: Pick<CommandContext, 'actor'>,
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const id of ids) {
    try {
      await act(id);
      outcomes.push({ id, accepted: true, problem: null });
    } catch (error) {
      const refusal = apiErrorOf(error);
      if (!refusal) throw error;
      const { code, detail } = problemOf(refusal, actor.locale);
      outcomes.push({ id, accepted: false, problem: { code, detail } });
    }
  }
  return outcomes;
}

/** Ids of a request, each named once. @throws ApiError item_listed_twice */
export function requireDistinct(ids: readonly string[]): void {
  if (new Set(ids).size !== ids.length) throw new ApiError('item_listed_twice');
}

/** The outcomes as they are answered. */
export function bulkAnswer(items: BulkOutcome[], undoSeconds: number): BulkResult {
  const accepted = items.filter((item) => item.accepted).length;
  return { accepted, refused: items.length - accepted, items, undoSeconds: accepted > 0 ? undoSeconds : 0 };
}
