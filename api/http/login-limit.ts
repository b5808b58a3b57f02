import { ApiError } from '../errors.ts';

const windowMs = 15 * 60 * 1000;
const maxFailures = 10;
const maxRemembered = 10_000;

/**
 * Counts failed logins per login name and refuses more than ten in a quarter of an hour. Each api process counts for
 * itself, so with n of them somebody who guesses gets at most n times as many tries.
 */
export class LoginLimit {
  readonly #failures = new Map<string, { count: number; until: number }>();

  /** @throws ApiError too_many_attempts */
  check(login: string, now: Date): void {
    const failures = this.#failures.get(login.toLowerCase());
    if (failures && failures.until > now.getTime() && failures.count >= maxFailures) {
      throw new ApiError('too_many_attempts');
    }
  }

  countFailure(login: string, now: Date): void {
    const key = login.toLowerCase();
    const known = this.#failures.get(key);
    const running = known && known.until > now.getTime();
    if (!running && this.#failures.size >= maxRemembered) this.#forgetOld(now);
    this.#failures.set(
      key,
      running ? { ...known, count: known.count + 1 } : { count: 1, until: now.getTime() + windowMs },
    );
  }

  forget(login: string): void {
    this.#failures.delete(login.toLowerCase());
  }

  /** Makes room: what has run out goes, and where that is not enough, the oldest half. */
  #forgetOld(now: Date): void {
    for (const [login, { until }] of this.#failures) {
      if (until <= now.getTime()) this.#failures.delete(login);
    }
    const surplus = this.#failures.size - maxRemembered / 2;
    if (surplus <= 0) return;
    for (const login of [...this.#failures.keys()].slice(0, surplus)) this.#failures.delete(login);
  }
}
