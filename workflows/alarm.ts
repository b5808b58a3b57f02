import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** The one Temporal timer of an instance: rings at its earliest moment. */
export class Alarm {
  #at: string | null = null;
  #scope: CancellationScope | undefined;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  /** Sets the alarm to an instant (ISO), or turns it off. Setting the same instant again keeps the running timer. */
  set(at: string | null): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#scope = undefined;
    this.#at = at;
    this.#rang = false;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(() => sleep(Math.max(1, Date.parse(at) - Date.now())))
      .then(
        () => {
          this.#rang = true;
          // Forgotten, so that the same instant can be set again should the engine still wait for it.
          this.#at = null;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  /** The ring was heard. */
  acknowledge(): void {
    this.#rang = false;
  }
}
