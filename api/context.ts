import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import type { BallotSecrets } from './ballot-box.ts';
import type { SessionMeters } from './live/session-meters.ts';
import type { SessionNews } from './live/session-news.ts';
import type { Actor } from './policies/actor.ts';

/** What the API needs from outside. */
export interface AppDependencies {
  db: Database;
  /** Tries to hand the instance's waiting events to Temporal; the relay does it again if this fails. */
  deliver: (instanceId: string) => Promise<void>;
  /** The wall clock, at the edge where rules may not read it. */
  now: () => Date;
  /** Signs the session cookies. */
  sessionSecret: string;
  /** Seal the boxes of secret ballots; kept outside the database. */
  ballotSecrets: BallotSecrets;
  log: Logger;
  /** Folder of the built pages; without it only the API is served. */
  webDir?: string;
  /** Folder of the development mail sink; with it, /dev/mail shows the mails. */
  mailDir?: string;
  /** Is Temporal within reach? For `GET /api/health`. */
  temporalReachable?: () => Promise<boolean>;
  /** Address people use; requests from its pages are taken as our own behind a proxy. */
  publicUrl?: string;
  /** Check every answer against its published schema; for tests. */
  checkAnswers?: boolean;
}

/** What a command or query gets: who asks, when, and the database. */
export interface CommandContext {
  db: Database;
  actor: Actor;
  now: Date;
  /** Local date of `now`, Asia/Ho_Chi_Minh. */
  today: string;
  /** Hands the instance's events on after the commit; returns at once and never throws. */
  deliver: (instanceId: string) => void;
  ballotSecrets: BallotSecrets;
  /** Tells open pages, after the commit, that something changed in a council session. */
  announce: (sessionId: string) => void;
}

/** The application while it serves. */
export interface RunningApp extends AppDependencies {
  news: SessionNews;
  meters: SessionMeters;
}
