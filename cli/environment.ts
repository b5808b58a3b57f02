import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartError } from './runtime/start-error.ts';

/** The folder of package.json: paths in the environment are relative to it, not to where the shell stands. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url));

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    );

/** Every environment variable the programs read; docs/operations.md explains each, and a test compares the two. */
const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a whole number from 1 to 65535')
    .default(8080),
  HOST: z.ipv4('must be an IPv4 address of this machine, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PUBLIC_URL: url(['http:', 'https:'], 'https://vinhdanh.example.vn').optional(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@127.0.0.1:5432/vinhdanh',
  ).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port, such as 127.0.0.1:7233')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://127.0.0.1:1025').optional(),
  MAIL_FROM: z.string().default('Vinh Danh <vinhdanh@localhost>'),
  MAIL_DIR: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  BALLOT_SECRET: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.every(({ length }) => length >= 32),
      'must be one secret of at least 32 characters, or several with commas between them, the newest first',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'must be one of fatal, error, warn, info, debug, trace',
    })
    .default('info'),
});

/** Their names. */
export const environmentVariables: readonly string[] = Object.keys(variables.shape);

/** What the programs of this package take from their environment, checked. Absent switches are null. */
export type Environment = {
  /** Port the pages and the API are served on, 1-65535. */
  port: number;
  /** Address the API listens on; a container sets 0.0.0.0. */
  host: string;
  /** Address people use, without a slash at the end; links in mails and QR codes start with it. */
  publicUrl: string;
  /** PostgreSQL of one's own, `postgres://…`; null: `npm start` runs an embedded one. */
  databaseUrl: string | null;
  /** Temporal server of one's own, `host:port`; null: `npm start` runs a dev server. */
  temporalAddress: string | null;
  temporalNamespace: string;
  /** Mail server, `smtp://…`; null: `npm start` runs a local sink. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Absolute folder of the development mail sink, whose mails the API then shows at /dev/mail; null: no such page. */
  mailDir: string | null;
  /** Absolute folder for what `npm start` keeps between two starts. */
  dataDir: string;
  /** Signs the session cookies; null: the api keeps one in the data folder. */
  sessionSecret: string | null;
  /** Seal secret ballots, the newest first; null: the api keeps one in the data folder. */
  ballotSecrets: string[] | null;
  logLevel: z.output<typeof variables>['LOG_LEVEL'];
};

/** The environment of a program that needs its servers named: api and worker. */
export type ServiceEnvironment = Environment & { databaseUrl: string; temporalAddress: string };

/**
 * Reads and checks the switches. A variable set to the empty string counts as absent, as compose files write it.
 * @throws {StartError} `bad_setting`, naming the first wrong variable, its value and the shape it should have
 *   (the value of a secret is not repeated).
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const shown =
      name === 'SESSION_SECRET' || name === 'BALLOT_SECRET'
        ? ''
        : `, but is "${redactPassword(given[name] ?? '')}"`;
    throw new StartError('bad_setting', `${name} ${issue?.message}${shown}. Correct it, or leave it out.`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://${nameOf(values.HOST)}:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL ?? null,
    temporalAddress: values.TEMPORAL_ADDRESS ?? null,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    mailDir: values.MAIL_DIR === undefined ? null : resolve(projectDir, values.MAIL_DIR),
    dataDir: resolve(projectDir, values.DATA_DIR),
    sessionSecret: values.SESSION_SECRET ?? null,
    ballotSecrets: values.BALLOT_SECRET ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

/**
 * The environment of `api` and `worker`, which start no servers themselves.
 * @throws {StartError} `bad_setting` as above; `missing_setting` when DATABASE_URL or TEMPORAL_ADDRESS is absent.
 */
export function readServiceEnvironment(env: Record<string, string | undefined>): ServiceEnvironment {
  const environment = readEnvironment(env);
  const { temporalAddress } = environment;
  const databaseUrl = readDatabaseUrl(env);
  if (temporalAddress === null) throw missing('TEMPORAL_ADDRESS', '127.0.0.1:7233');
  return { ...environment, databaseUrl, temporalAddress };
}

/**
 * For the programs that need nothing but the database.
 * @throws {StartError} as above.
 */
export function readDatabaseUrl(env: Record<string, string | undefined>): string {
  const { databaseUrl } = readEnvironment(env);
  if (databaseUrl === null) throw missing('DATABASE_URL', 'postgres://user:password@127.0.0.1:5432/vinhdanh');
  return databaseUrl;
}

/** What people of this machine call the address listened on. */
function nameOf(host: string): string {
  return host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
}

function missing(name: string, example: string): StartError {
  return new StartError(
    'missing_setting',
    `${name} is not set. Set it, such as ${name}=${example}, or use "npm start", which brings its own server.`,
  );
}

/** An address fit for a message: `postgres://user:…@host/db`. */
export function redactPassword(address: string): string {
  return address.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/i, '$1:…@');
}
