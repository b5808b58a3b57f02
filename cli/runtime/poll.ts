import { setTimeout as delay } from 'node:timers/promises';

/** Why `waitUntil` gave up. */
export type GaveUp = 'timeout' | 'ended';

/**
 * Tries `attempt` every 50 ms until it no longer throws.
 * @param ended resolves when trying makes no more sense, such as the end of the process that should answer.
 * @returns null when an attempt went through, else why there will be none.
 */
export async function waitUntil(
  attempt: () => Promise<unknown>,
  options: { timeoutMs: number; ended?: Promise<unknown> },
): Promise<GaveUp | null> {
  const deadline = performance.now() + options.timeoutMs;
  let over = false;
  options.ended?.then(() => {
    over = true;
  });
  for (;;) {
    try {
      await attempt();
      return null;
    } catch {
      if (over) return 'ended';
      if (performance.now() > deadline) return 'timeout';
      await delay(50);
    }
  }
}

/**
 * Asks every 50 ms until there is an answer, and gives it; what asking throws ends it.
 * @throws Error when none came within `timeoutMs`
 */
export async function untilAnswered<T>(
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`no answer within ${timeoutMs} ms`);
    await delay(50);
  }
}
