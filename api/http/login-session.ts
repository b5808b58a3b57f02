import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Actor } from '../policies/actor.ts';
import type { LoginStore } from './login-store.ts';

/** A login lasts a working day, counted from the login. */
const lifetimeMs = 12 * 60 * 60 * 1000;
const cookieName = 'vinhdanh.sid';

/** Finds the login session of a request by its cookie, which is signed, httpOnly and SameSite=Lax. */
export function loginSessions(store: LoginStore, secret: string): RequestHandler {
  return session({
    name: cookieName,
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: lifetimeMs },
  });
}

/** The login behind a request. */
export interface LoginSession {
  readonly actor: Actor | undefined;
  /** Names its row; never leaves the server. */
  readonly sid: string;
  /** The client sent a session cookie that no longer leads to a login. */
  readonly expired: boolean;
  /** Starts a new session under a new id, so that an id known before the login is worth nothing. */
  logIn(accountId: string): Promise<void>;
  logOut(): Promise<void>;
}

export function loginSessionOf(request: Request): LoginSession {
  return {
    get sid() {
      return request.sessionID;
    },
    get actor() {
      return request.session.actor;
    },
    get expired() {
      const sent = request.headers.cookie
        ?.split(';')
        .some((cookie) => cookie.trim().startsWith(`${cookieName}=`));
      return sent === true && request.session.actor === undefined;
    },
    async logIn(accountId) {
      await settle((done) => request.session.regenerate(done));
      request.session.accountId = accountId;
      await settle((done) => request.session.save(done));
    },
    async logOut() {
      await settle((done) => request.session.destroy(done));
      request.res?.clearCookie(cookieName, { httpOnly: true, sameSite: 'lax' });
    },
  };
}

function settle(run: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => (error ? reject(error) : resolve()));
  });
}
