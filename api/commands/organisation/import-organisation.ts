import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Database, Executor } from '../../../db/client.ts';
import { proposeMatches } from '../../../db/ledger/matches.ts';
import { hashPassword } from '../../../db/password.ts';
import { accounts } from '../../../db/schema/index.ts';
import { lockOrganisation } from '../../../db/unit-changes.ts';
import type { CommandContext } from '../../context.ts';
import type { OrganisationImport } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { organisationLines } from '../../files/organisation-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { type CellError, rowsInvalid } from '../../files/row-errors.ts';
import { safeName } from '../../files/safe-name.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { requireAdmin } from '../../policies/organisation.ts';
import { oneTimePassword } from '../accounts/one-time-password.ts';
import { writeAudit } from '../audit.ts';
import { importPeople } from './import-people.ts';
import { importRoles } from './import-roles.ts';
import { importUnits } from './import-units.ts';

export interface ImportOrganisationProps {
  fileName: string;
  /** The bytes of an .xlsx or .csv file. */
  content: Buffer;
  /** Only say what would be added. */
  dryRun: boolean;
}

const maxRows = 2000;

/** What the lines of one kind added; what stands already is left alone. */
export interface ImportState {
  added: { units: number; people: number; positions: number; accounts: number; roles: number };
  unchanged: number;
  errors: CellError[];
  newPeople: string[];
}

/**
 * Adds the units, people with posts, accounts and roles of a sheet, all of it or nothing; what is wrong is said cell by cell. It only
 * adds: a line that is known already changes nothing, and one that says otherwise than the system is refused, so the same sheet
 * may be sent again.
 * @throws ApiError forbidden, substitution_not_passed_on, import_rows_invalid, version_conflict, and those of a file that cannot be read
 */
export async function importOrganisation(
  context: CommandContext,
  { fileName, content, dryRun }: ImportOrganisationProps,
): Promise<OrganisationImport> {
  requireAdmin(context);
  if (context.actor.onBehalfOf) throw new ApiError('substitution_not_passed_on');
  const { errors, ...lines } = organisationLines(await readSpreadsheet(content, maxRows));
  const logins = lines.people.flatMap(({ login }) => login ?? []);
  const passwords = await passwordsOf(context.db, logins, dryRun);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return perform(context.db, dryRun, async (tx) => {
    await lockOrganisation(tx);
    const state: ImportState = {
      added: { units: 0, people: 0, positions: 0, accounts: 0, roles: 0 },
      unchanged: 0,
      errors: [...errors],
      newPeople: [],
    };
    const units = await importUnits(tx, context, lines.units, state);
    const made = await importPeople(tx, context, { lines: lines.people, units, passwords }, state);
    await importRoles(tx, context, { lines: lines.roles, units, made }, state);
    if (state.errors.length > 0) throw rowsInvalid(state.errors);
    const likelySame = await proposeMatches(tx, state.newPeople, context.now);
    const { added, unchanged } = state;
    const isNew = Object.values(added).some((count) => count > 0);
    if (isNew) {
      await writeAudit(tx, context, {
        action: 'organisation.import',
        subjectKind: 'account',
        subjectId: context.actor.accountId,
        details: { fileName: safeName(fileName), sha256, ...added, unchanged },
      });
    }
    const given = [...made].flatMap(([login, accountId]) => {
      const password = passwords.get(login)?.password;
      return password === undefined || dryRun ? [] : [{ accountId, login, oneTimePassword: password }];
    });
    return { dryRun, ...added, unchanged, likelySame, passwords: given };
  });
}

export interface FirstPassword {
  password: string;
  passwordHash: string;
}

/** First passwords for the logins that are nobody's yet, made before anything is locked; a dry run needs none that would hold. */
async function passwordsOf(
  db: Executor,
  logins: readonly string[],
  dryRun: boolean,
): Promise<Map<string, FirstPassword>> {
  const known = await db
    .select({ login: accounts.login })
    .from(accounts)
    .where(inArray(accounts.login, [...logins]));
  const taken = new Set(known.map(({ login }) => login));
  const fresh = [...new Set(logins)].filter((login) => !taken.has(login));
  return new Map(
    await Promise.all(
      fresh.map(async (login): Promise<[string, FirstPassword]> => {
        const password = oneTimePassword();
        return [login, { password, passwordHash: dryRun ? '' : await hashPassword(password) }];
      }),
    ),
  );
}

class TakenBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('taken back');
    this.result = result;
  }
}

/** Does it in one transaction; a dry run is the same one, rolled back, and so cannot say otherwise than the act. */
async function perform<T>(db: Database, dryRun: boolean, act: (tx: Executor) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      const result = await act(tx);
      if (dryRun) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    // Somebody took one of the logins meanwhile.
    if (violatedIndex(error)) throw new ApiError('version_conflict');
    throw error;
  }
}
