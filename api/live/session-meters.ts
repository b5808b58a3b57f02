import type { Logger } from 'pino';
import type { Database } from '../../db/client.ts';
import type { SessionMeter } from '../contract/sessions.ts';
import { loggableError } from '../http/loggable-error.ts';
import { readMeter } from '../queries/session-meter.ts';
import type { SessionNews } from './session-news.ts';

type Watcher = (meter: SessionMeter) => void;

/**
 * The live meters of the sessions whose pages are open: one reading of the database per change and process, however many
 * pages look. A new page gets the whole meter, then all get what changed.
 */
export class SessionMeters {
  readonly #db: Database;
  readonly #news: SessionNews;
  readonly #log: Logger;
  readonly #meters = new Map<string, Meter>();

  constructor(db: Database, news: SessionNews, log: Logger) {
    this.#db = db;
    this.#news = news;
    this.#log = log;
  }

  /** Calls `watcher` with the whole meter, then with its changes, until the returned function is called. */
  watch(sessionId: string, watcher: Watcher): () => void {
    const meter = this.#meters.get(sessionId) ?? new Meter(() => readMeter(this.#db, sessionId));
    this.#meters.set(sessionId, meter);
    const refresh = () => {
      meter.refresh().catch((error: unknown) => {
        this.#log.warn({ error: loggableError(error), sessionId }, 'a live meter could not be read');
      });
    };
    meter.add(watcher);
    // Subscribed per page: the last page that closes takes the listening connection with it.
    const unsubscribe = this.#news.subscribe(sessionId, refresh);
    refresh();
    return () => {
      unsubscribe();
      meter.remove(watcher);
      if (meter.isIdle()) this.#meters.delete(sessionId);
    };
  }
}

class Meter {
  readonly #read: () => Promise<SessionMeter | undefined>;
  /** Watchers, and whether they have had a whole meter. */
  readonly #watchers = new Map<Watcher, boolean>();
  #shown: SessionMeter | undefined;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(read: () => Promise<SessionMeter | undefined>) {
    this.#read = read;
  }

  add(watcher: Watcher): void {
    this.#watchers.set(watcher, false);
  }

  remove(watcher: Watcher): void {
    this.#watchers.delete(watcher);
  }

  isIdle(): boolean {
    return this.#watchers.size === 0;
  }

  /** Reads the meter, once more after a reading that has begun already: it may have missed what is told now. */
  refresh(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#readUntilCurrent().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readUntilCurrent(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const meter = await this.#read();
      if (meter) this.#show(meter);
    }
  }

  #show(meter: SessionMeter): void {
    const changes = this.#shown && changesOf(this.#shown, meter);
    this.#shown = meter;
    for (const [watcher, informed] of this.#watchers) {
      this.#watchers.set(watcher, true);
      if (!informed || !changes) watcher(meter);
      else if (changes !== 'none') watcher(changes);
    }
  }
}

/** The meter with those items only that differ. */
function changesOf(before: SessionMeter, after: SessionMeter): SessionMeter | 'none' {
  const known = new Map(before.items.map((item) => [item.id, JSON.stringify(item)]));
  const items = after.items.filter((item) => known.get(item.id) !== JSON.stringify(item));
  const same = JSON.stringify({ ...before, items: [] }) === JSON.stringify({ ...after, items: [] });
  return items.length === 0 && same ? 'none' : { ...after, items };
}
