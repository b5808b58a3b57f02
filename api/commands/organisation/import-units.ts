import { inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { roleGrants, units } from '../../../db/schema/index.ts';
import { plainName } from '../../../domain/identity/names.ts';
import type { CommandContext } from '../../context.ts';
import type { UnitLine } from '../../files/organisation-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';
import { administeredUnits, requireOrganisationAdmin, type Unit } from '../../policies/organisation.ts';
import { cellError, differs } from './import-errors.ts';
import type { ImportState } from './import-organisation.ts';

/** Units by code, and those among them that the importer administers. */
export interface KnownUnits {
  byCode: Map<string, Unit>;
  administered: Set<string>;
}

/** Adds the units of a sheet, whichever order they stand in; answers all that lines for people and roles can name. */
export async function importUnits(
  tx: Executor,
  context: CommandContext,
  lines: readonly UnitLine[],
  state: ImportState,
): Promise<KnownUnits> {
  const all = await tx.select().from(units);
  const own = await tx
    .select({ id: units.id })
    .from(units)
    .where(inArray(units.id, administeredUnits(context.actor)));
  const known: KnownUnits = {
    byCode: new Map(all.map((unit) => [unit.code, unit])),
    administered: new Set(own.map(({ id }) => id)),
  };
  const codeOf = new Map(all.map(({ id, code }) => [id, code]));
  const seen = new Set<string>();
  let waiting: UnitLine[] = [];
  for (const line of lines) {
    const standing = known.byCode.get(line.code);
    if (standing) state.errors.push(...compare(line, standing, codeOf, state));
    else if (seen.has(line.code)) state.errors.push(differs(line, 'code', line.code));
    else waiting.push(line);
    seen.add(line.code);
  }
  // Parents before children, in as many rounds as the tree is deep.
  for (let ready = split(waiting, known); ready.length > 0; ready = split(waiting, known)) {
    waiting = waiting.filter((line) => !ready.includes(line));
    for (const line of ready) await add(tx, context, line, known, state);
  }
  state.errors.push(...waiting.map((line) => cellError(line, 'unit', 'unknown_unit')));
  return known;
}

/** Lines whose parent is there already. */
const split = (lines: readonly UnitLine[], { byCode }: KnownUnits): UnitLine[] =>
  lines.filter(({ unit }) => unit === null || byCode.has(unit));

/** What a line says otherwise than the unit that stands. */
function compare(
  line: UnitLine,
  unit: Unit,
  codeOf: ReadonlyMap<string, string>,
  state: ImportState,
): CellError[] {
  const parent = unit.parentId === null ? null : (codeOf.get(unit.parentId) ?? null);
  const wrong = [
    plainName(line.name) === plainName(unit.name) ? null : differs(line, 'name', unit.name),
    line.unit === parent ? null : differs(line, 'unit', parent),
    line.kind === unit.kind ? null : differs(line, 'kind', unit.kind),
    line.level === unit.level ? null : differs(line, 'level', unit.level),
    line.paperSymbol === null || line.paperSymbol === unit.paperSymbol
      ? null
      : differs(line, 'paperSymbol', unit.paperSymbol),
  ].filter((error) => error !== null);
  if (wrong.length === 0) state.unchanged += 1;
  return wrong;
}

async function add(
  tx: Executor,
  context: CommandContext,
  line: UnitLine,
  known: KnownUnits,
  state: ImportState,
): Promise<void> {
  const validFrom = line.from ?? context.today;
  const parent = line.unit === null ? null : (known.byCode.get(line.unit) ?? null);
  const problem = parent ? belowProblem(line, parent, validFrom, known) : await rootProblem(context, line);
  if (problem) state.errors.push(problem);
  const { code, name, kind, level, paperSymbol } = line;
  const [unit] = await tx
    .insert(units)
    .values({
      ...{ code, name, kind, level, paperSymbol, validFrom },
      parentId: parent?.id ?? null,
      nameEn: line.nameEn ?? name,
      isStandingBody: line.isStandingBody ?? false,
    })
    .returning();
  if (!unit) throw new Error('insert of a unit returned no row');
  known.byCode.set(code, unit);
  known.administered.add(unit.id);
  state.added.units += 1;
  if (parent === null) {
    const { accountId } = context.actor;
    await tx
      .insert(roleGrants)
      .values({ accountId, role: 'admin', unitId: unit.id, validFrom: context.today });
  }
}

function belowProblem(
  line: UnitLine,
  parent: Unit,
  validFrom: string,
  { administered }: KnownUnits,
): CellError | null {
  if (!administered.has(parent.id)) return cellError(line, 'unit', 'not_administered');
  const stands = parent.validFrom <= validFrom && parent.validTo === null;
  return stands ? null : cellError(line, 'from', 'unit_not_standing');
}

const rootProblem = (context: CommandContext, line: UnitLine): Promise<CellError | null> =>
  requireOrganisationAdmin(context).then(
    () => null,
    () => cellError(line, 'unit', 'root_not_yours'),
  );
