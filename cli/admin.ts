import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { login as loginShape, unitCode } from '../api/contract/organisation.ts';
import { ApiError, errorSentence } from '../api/errors.ts';
import { openDatabase } from '../db/client.ts';
import { readDatabaseUrl } from './environment.ts';
import { UsageError } from './model/files.ts';
import { type Streams, withUsage } from './model/streams.ts';
import { createFirstAdministrator, recoverAccount } from './runtime/administrators.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { StartError } from './runtime/start-error.ts';

const usage = `Usage: vinhdanh admin create --login LOGIN --name "FULL NAME" --unit CODE [--unit-name NAME] [--title TITLE] [--password-stdin] [--beside]
       vinhdanh admin recover --login LOGIN [--password-stdin]

create   makes an administrator of the unit; refused where there is one already, unless --beside is said. A unit of that code
         which does not exist yet is made with --unit-name, as the root of the organisation.
recover  gives an account a new password and unlocks it.

Without --password-stdin a password for one login is printed. The database is that of DATABASE_URL.`;

/** Where the command finds its database and reads a password; tests give their own. */
export interface AdminSurroundings {
  databaseUrl?: string;
  input?: NodeJS.ReadableStream;
  now?: () => Date;
}

/**
 * `vinhdanh admin`: the first administrator of an empty database, and the way back in for one who forgot the password. Exit code 0: done;
 * 1: refused, with a sentence; 2: wrong usage.
 */
export async function admin(
  args: readonly string[],
  streams: Streams,
  { databaseUrl, input = process.stdin, now = () => new Date() }: AdminSurroundings = {},
): Promise<number> {
  return withUsage(args, usage, streams, async () => {
    const [act, ...rest] = args;
    if (act !== 'create' && act !== 'recover') throw new UsageError('Say what to do: create or recover.');
    const { values } = parseArgs({
      args: rest,
      options: {
        login: { type: 'string' },
        name: { type: 'string' },
        unit: { type: 'string' },
        'unit-name': { type: 'string' },
        title: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        beside: { type: 'boolean' },
      },
    });
    const login = loginShape.safeParse(values.login);
    if (!login.success) throw new UsageError('Give --login: 2 to 64 small letters, digits, dots or hyphens.');
    const password = values['password-stdin'] ? (await text(input)).replace(/\r?\n$/, '') : null;
    try {
      const url = databaseUrl ?? readDatabaseUrl(process.env);
      await assertDatabaseUsable(url);
      const db = openDatabase(url, { max: 1 });
      try {
        const printed =
          act === 'recover'
            ? await recoverAccount(db, { login: login.data, password }, now())
            : await createFirstAdministrator(
                db,
                { ...described(values), login: login.data, password },
                now(),
              );
        streams.out(
          act === 'create' ? `${login.data} is an administrator now.` : `${login.data} can log in again.`,
        );
        if (printed !== null)
          streams.out(`Password of the first login, shown this once and to be changed there: ${printed}`);
        return 0;
      } finally {
        await db.$client.end();
      }
    } catch (error) {
      if (error instanceof StartError) streams.error(error.message);
      else if (error instanceof ApiError)
        streams.error(errorSentence(error.code, 'en', error.details.parameters));
      else throw error;
      return 1;
    }
  });
}

function described(values: {
  name?: string | undefined;
  unit?: string | undefined;
  'unit-name'?: string | undefined;
  title?: string | undefined;
  beside?: boolean | undefined;
}) {
  const fullName = values.name?.normalize('NFC').trim();
  const code = unitCode.safeParse(values.unit);
  if (!fullName) throw new UsageError('Give --name, the full name of the person.');
  if (!code.success) throw new UsageError('Give --unit, a code of capital letters, digits and hyphens.');
  return {
    fullName,
    unitCode: code.data,
    unitName: values['unit-name']?.normalize('NFC').trim() || null,
    title: values.title?.normalize('NFC').trim() || 'Quản trị hệ thống',
    beside: values.beside ?? false,
  };
}
