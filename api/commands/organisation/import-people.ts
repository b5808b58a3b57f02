import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, people, positions } from '../../../db/schema/index.ts';
import { plainName } from '../../../domain/identity/names.ts';
import type { CommandContext } from '../../context.ts';
import type { PersonLine } from '../../files/organisation-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';
import { administeredPeople } from '../../policies/organisation.ts';
import { insertAccount } from '../accounts/create-account.ts';
import { cellError, differs } from './import-errors.ts';
import type { FirstPassword, ImportState } from './import-organisation.ts';
import type { KnownUnits } from './import-units.ts';

type Person = typeof people.$inferSelect;

interface PeopleLines {
  lines: readonly PersonLine[];
  units: KnownUnits;
  /** First passwords of the logins that are nobody's yet. */
  passwords: ReadonlyMap<string, FirstPassword>;
}

/**
 * Adds the people of a sheet with their posts and accounts. Who they are, their staff code says; a second line of the same code is a
 * second post. Answers the accounts that were added, by login.
 */
export async function importPeople(
  tx: Executor,
  context: CommandContext,
  { lines, units, passwords }: PeopleLines,
  state: ImportState,
): Promise<Map<string, string>> {
  const byCode = await peopleByCode(tx, context, lines);
  const made = new Map<string, string>();
  for (const line of lines) {
    const problem = await addLine(line);
    if (problem) state.errors.push(...[problem].flat());
  }
  return made;

  async function addLine(line: PersonLine): Promise<CellError | CellError[] | undefined> {
    const unit = units.byCode.get(line.unit);
    if (!unit) return cellError(line, 'unit', 'unknown_unit');
    if (!units.administered.has(unit.id)) return cellError(line, 'unit', 'not_administered');
    if (line.to !== null && line.to < (line.from ?? context.today))
      return cellError(line, 'to', 'dates_reversed');
    if (line.birth !== null && line.birth > context.today.slice(0, line.birth.length))
      return cellError(line, 'birth', 'birth_in_future');
    const [standing, ...others] = byCode.get(line.code.toLowerCase()) ?? [];
    if (others.length > 0) return cellError(line, 'code', 'ambiguous_person');
    const wrong = standing ? compare(line, standing) : [];
    if (wrong.length > 0) return wrong;
    const person = standing ?? (await addPerson(line));
    const isNewPost = await addPost(line, person.id, unit);
    if (isNewPost === 'unit_not_standing') return cellError(line, 'from', isNewPost);
    const isNewAccount = line.login === null ? false : await addAccount(line.login, person.id);
    if (typeof isNewAccount === 'string') return cellError(line, 'login', isNewAccount);
    if (standing && !isNewPost && !isNewAccount) state.unchanged += 1;
    return undefined;
  }

  async function addPerson({ code, name, sex, birth, email }: PersonLine): Promise<Person> {
    const [person] = await tx
      .insert(people)
      .values({
        fullName: name,
        sex,
        birthDate: birth !== null && birth.length > 4 ? birth : null,
        birthYear: birth?.slice(0, 4) ?? null,
        staffCode: code,
        email,
      })
      .returning();
    if (!person) throw new Error('insert of a person returned no row');
    byCode.set(code.toLowerCase(), [person]);
    state.newPeople.push(person.id);
    state.added.people += 1;
    return person;
  }

  /** Whether the post is new. The same title in the same unit is the same post, whatever became of it, unless the day says otherwise. */
  async function addPost(
    { title, isDirectWorker, from, to }: PersonLine,
    personId: string,
    unit: { id: string; validFrom: string; validTo: string | null },
  ): Promise<boolean | 'unit_not_standing'> {
    const [known] = await tx
      .select({ id: positions.id })
      .from(positions)
      .where(
        and(
          eq(positions.personId, personId),
          eq(positions.unitId, unit.id),
          eq(positions.title, title),
          from === null ? undefined : eq(positions.validFrom, from),
        ),
      )
      .limit(1);
    if (known) return false;
    const validFrom = from ?? context.today;
    if (validFrom < unit.validFrom || (unit.validTo !== null && (to ?? '9') > unit.validTo))
      return 'unit_not_standing';
    await tx
      .insert(positions)
      .values({ personId, unitId: unit.id, title, isDirectWorker, validFrom, validTo: to });
    state.added.positions += 1;
    return true;
  }

  async function addAccount(
    login: string,
    personId: string,
  ): Promise<boolean | 'login_taken' | 'account_exists' | 'account_ended'> {
    const [holder] = await tx
      .select()
      .from(accounts)
      .where(eq(sql`lower(${accounts.login})`, login));
    if (holder && holder.personId !== personId) return 'login_taken';
    if (holder) return holder.endedAt ? 'account_ended' : false;
    const [other] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.personId, personId), sql`${accounts.endedAt} is null`));
    if (other) return 'account_exists';
    const passwordHash = passwords.get(login)?.passwordHash;
    // Somebody took the login and it was freed again while the passwords were made.
    if (passwordHash === undefined) return 'login_taken';
    const locale = context.actor.locale;
    made.set(login, await insertAccount(tx, context, { personId, login, locale, passwordHash }));
    state.added.accounts += 1;
    return true;
  }
}

/** Those whom the importer administers, by staff code in small letters. */
async function peopleByCode(
  tx: Executor,
  { actor }: CommandContext,
  lines: readonly PersonLine[],
): Promise<Map<string, Person[]>> {
  const codes = [...new Set(lines.map(({ code }) => code.toLowerCase()))];
  const found = await tx
    .select()
    .from(people)
    .where(and(inArray(sql`lower(${people.staffCode})`, codes), administeredPeople(actor)));
  return Map.groupBy(found, ({ staffCode }) => (staffCode ?? '').toLowerCase());
}

/** What a line says otherwise than the person who is known; what it leaves open is no difference. */
function compare(line: PersonLine, person: Person): CellError[] {
  const birth = line.birth !== null && line.birth.length > 4 ? person.birthDate : person.birthYear;
  return [
    plainName(line.name) === plainName(person.fullName) ? null : differs(line, 'name', person.fullName),
    line.sex === null || line.sex === person.sex ? null : differs(line, 'sex', person.sex),
    line.birth === null || line.birth === birth ? null : differs(line, 'birth', birth),
    line.email === null || line.email === person.email ? null : differs(line, 'email', person.email),
  ].filter((error) => error !== null);
}
