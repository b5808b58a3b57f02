import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The one Temporal timer of an instance: rings at its earliest moment. A timer that runs is left running when the moment
 * moves to a later one, and set again when it ends: most steps then need no command for the server.
 */
export class Alarm {
  #wanted: number | null = null;
  #timer: { at: number; scope: CancellationScope } | null = null;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  /** Sets the alarm to an instant (ISO), or turns it off. */
  set(at: string | null): void {
    this.#wanted = at === null ? null : Date.parse(at);
    this.#rang = false;
    if (this.#wanted === null || (this.#timer !== null && this.#timer.at <= this.#wanted)) return;
    this.#timer?.scope.cancel();
    this.#start(this.#wanted);
  }

  /** The ring was heard. */
  acknowledge(): void {
    this.#rang = false;
  }

  #start(at: number): void {
    const timer = { at, scope: new CancellationScope() };
    this.#timer = timer;
    timer.scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(
        () => {
          this.#timer = null;
          if (this.#wanted === null) return;
          if (this.#wanted > Date.now()) return this.#start(this.#wanted);
          this.#rang = true;
          this.#wanted = null;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
