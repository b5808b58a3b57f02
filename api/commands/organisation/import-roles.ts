import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, people, roleGrants } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RoleLine } from '../../files/organisation-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';
import { peopleOfUnits } from '../../policies/organisation.ts';
import { overlaps } from '../accounts/grant-role.ts';
import { writeAudit } from '../audit.ts';
import { cellError } from './import-errors.ts';
import type { ImportState } from './import-organisation.ts';
import type { KnownUnits } from './import-units.ts';

interface RoleLines {
  lines: readonly RoleLine[];
  units: KnownUnits;
  /** Accounts that the same sheet added, by login. */
  made: ReadonlyMap<string, string>;
}

/** Gives the roles of a sheet to accounts of it or of people whom the importer administers. */
export async function importRoles(
  tx: Executor,
  context: CommandContext,
  { lines, units, made }: RoleLines,
  state: ImportState,
): Promise<void> {
  const standing = await tx
    .select({ login: accounts.login, id: accounts.id })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(
      and(
        inArray(
          accounts.login,
          lines.map(({ login }) => login),
        ),
        isNull(accounts.endedAt),
        peopleOfUnits(context),
      ),
    );
  const accountOf = new Map([...standing.map(({ login, id }) => [login, id] as const), ...made]);
  for (const line of lines) {
    const problem = await addLine(line);
    if (problem) state.errors.push(problem);
  }

  async function addLine(line: RoleLine): Promise<CellError | undefined> {
    const accountId = accountOf.get(line.login);
    if (accountId === undefined) return cellError(line, 'login', 'unknown_login');
    const unit = units.byCode.get(line.unit);
    if (!unit) return cellError(line, 'unit', 'unknown_unit');
    if (!units.administered.has(unit.id)) return cellError(line, 'unit', 'not_administered');
    const { role, to: validTo } = line;
    const validFrom = line.from ?? context.today;
    if (validTo !== null && validTo < validFrom) return cellError(line, 'to', 'dates_reversed');
    const grant = { role, unitId: unit.id, councilId: null, validFrom, validTo };
    if (await overlaps(tx, accountId, grant)) {
      state.unchanged += 1;
      return undefined;
    }
    if (validFrom < unit.validFrom || unit.validTo !== null)
      return cellError(line, 'from', 'unit_not_standing');
    await tx.insert(roleGrants).values({ ...grant, accountId });
    state.added.roles += 1;
    await writeAudit(tx, context, {
      action: 'role.grant',
      subjectKind: 'account',
      subjectId: accountId,
      details: grant,
    });
    return undefined;
  }
}
