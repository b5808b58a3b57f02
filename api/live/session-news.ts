import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../../db/client.ts';
import { loggableError } from '../http/loggable-error.ts';

const channel = 'session_news';
/** Acts of so many milliseconds are told together. */
const gatherMs = 200;
const reconnectMs = 1_000;

type Listener = () => void;

/**
 * Tells every api process that something changed in a council session (PostgreSQL's LISTEN and NOTIFY). The acting
 * transactions notify nobody, so that none of them waits for another: after their commit the process that served them
 * sends one notification per session and 200 ms. Whoever listens reads the state anew, so a lost notification costs
 * freshness, never correctness. There is a listening connection only while somebody listens.
 */
export class SessionNews {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #told = new Set<string>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #connection: pg.Client | undefined;

  constructor(db: Database, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  /** Something changed in the session, and is committed. Returns at once and never throws. */
  publish(sessionId: string): void {
    if (this.#told.has(sessionId)) return;
    this.#told.add(sessionId);
    setTimeout(() => {
      this.#told.delete(sessionId);
      this.#db.$client.query('select pg_notify($1, $2)', [channel, sessionId]).catch(this.#warn);
    }, gatherMs).unref();
  }

  /** Calls `listener` after each change of the session, and once the connection is there again after a break. */
  subscribe(sessionId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(sessionId) ?? new Set();
    this.#listeners.set(sessionId, listeners.add(listener));
    if (!this.#connection) this.#connect();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(sessionId) === listeners)
        this.#listeners.delete(sessionId);
      if (this.#listeners.size === 0) this.#disconnect();
    };
  }

  #connect(): void {
    const { connectionString } = this.#db.$client.options;
    const connection = new pg.Client({ ...(connectionString !== undefined && { connectionString }) });
    this.#connection = connection;
    const lost = (error: unknown) => {
      if (this.#connection !== connection) return;
      this.#warn(error);
      this.#connection = undefined;
      connection.end().catch(() => {});
      setTimeout(() => {
        if (this.#listeners.size > 0 && !this.#connection) this.#connect();
      }, reconnectMs).unref();
    };
    connection.on('error', lost);
    connection.on('end', () => lost(new Error('the listening connection ended')));
    connection.on('notification', ({ payload = '' }) => this.#tell(payload));
    connection
      .connect()
      .then(() => connection.query(`listen ${channel}`))
      // What happened before nobody heard.
      .then(() => [...this.#listeners.keys()].forEach((sessionId) => void this.#tell(sessionId)))
      .catch(lost);
  }

  #disconnect(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    connection?.end().catch(() => {});
  }

  #tell(sessionId: string): void {
    for (const listener of this.#listeners.get(sessionId) ?? []) listener();
  }

  readonly #warn = (error: unknown): void => {
    this.#log.warn({ error: loggableError(error) }, 'news of sessions are interrupted');
  };
}
