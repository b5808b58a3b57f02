import { callbackify } from 'node:util';
import { eq, lte, placeholder, sql } from 'drizzle-orm';
import session, { type SessionData } from 'express-session';
import type { Database } from '../../db/client.ts';
import { loginSessions } from '../../db/schema/index.ts';
import { localDate } from '../../engine/time/local-date.ts';
import { gather } from '../gather.ts';
import { type Actor, actorsReader } from '../policies/actor.ts';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    /** The account with its roles of the day: comes with a session that was read. */
    actor?: Actor;
  }
}

type Done<T = void> = (error: unknown, result: T) => void;

/**
 * Login sessions in the table `login_sessions`. Reading one brings the account with its roles of the day along, so that a
 * request asks the database once who sends it; requests that come at once ask together. A disabled account has no session.
 */
export class LoginStore extends session.Store {
  readonly #db: Database;
  readonly #now: () => Date;
  /** The actor of a session on a day. */
  readonly #actorOf: (today: string, sid: string) => Promise<Actor | undefined>;

  constructor(db: Database, now: () => Date) {
    super();
    this.#db = db;
    this.#now = now;
    const actorsOf = actorsReader<'sids'>(
      db,
      sql`select ${loginSessions.sid} as key, ${loginSessions.accountId}, ${loginSessions.actingFor} from ${loginSessions}
        where ${loginSessions.sid} = any(${placeholder('sids')}) and ${loginSessions.expiresAt} > now()`,
    );
    this.#actorOf = gather(async (sids: readonly string[], today) => {
      const actors = await actorsOf({ sids, today });
      return sids.map((sid) => actors.get(sid));
    });
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    callbackify(() => this.#find(sid))(done);
  }

  override set(sid: string, { accountId, cookie }: SessionData, done: Done = () => {}): void {
    callbackify(() => this.#keep(sid, accountId, cookie.expires))(done);
  }

  override destroy(sid: string, done: Done = () => {}): void {
    callbackify(() => this.#forget(sid))(done);
  }

  async #find(sid: string): Promise<SessionData | null> {
    const actor = await this.#actorOf(localDate(this.#now().toISOString()), sid);
    if (!actor) return null;
    // The cookie stays as it was sent at the login.
    return { cookie: { originalMaxAge: null }, accountId: actor.accountId, actor };
  }

  async #forget(sid: string): Promise<void> {
    await this.#db.delete(loginSessions).where(eq(loginSessions.sid, sid));
  }

  /** Each login also clears away what has expired. */
  async #keep(sid: string, accountId: string, expiresAt: Date | null | undefined): Promise<void> {
    if (!expiresAt) throw new Error('a login session needs an end');
    await this.#db.delete(loginSessions).where(lte(loginSessions.expiresAt, sql`now()`));
    await this.#db
      .insert(loginSessions)
      .values({ sid, accountId, expiresAt })
      .onConflictDoUpdate({ target: loginSessions.sid, set: { accountId, expiresAt } });
  }
}
