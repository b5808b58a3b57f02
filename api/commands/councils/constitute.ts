import { and, eq, gte, inArray, isNull, lt, max, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, councilMembers, people, roleGrants } from '../../../db/schema/index.ts';
import { type RoleOfSeat, rolesOfSeat } from '../../../domain/roles.ts';
import { addDays } from '../../../engine/time/local-date.ts';
import type { Seat } from '../../contract/councils.ts';
import { ApiError } from '../../errors.ts';
import type { Council } from '../../policies/councils.ts';

export interface Constitution {
  /** First day on which these members are in office, `YYYY-MM-DD`. */
  from: string;
  /** All members from that day on. */
  members: Seat[];
}

/**
 * Gives a council its members from a day on (thành lập, kiện toàn): who is not named leaves the day before, who is named anew or
 * in another capacity enters. Whatever stood before that day stays as it was; a session keeps the members it was opened with.
 * Their accounts get and lose the roles of the seats with it.
 * @throws ApiError member_listed_twice, council_needs_one_chair, council_needs_a_secretary, outside_council_term,
 *   constitution_overtaken, person_not_found
 */
export async function constitute(
  tx: Executor,
  council: Council,
  { from, members }: Constitution,
): Promise<void> {
  requireSound(council, { from, members });
  const [last] = await tx
    .select({ from: max(councilMembers.validFrom) })
    .from(councilMembers)
    .where(eq(councilMembers.councilId, council.id));
  if (last?.from && from < last.from)
    throw new ApiError('constitution_overtaken', { parameters: { date: last.from } });
  const personIds = members.map(({ personId }) => personId);
  const known = await tx.select({ id: people.id }).from(people).where(inArray(people.id, personIds));
  if (known.length !== members.length) throw new ApiError('person_not_found');
  await seat(tx, council.id, { from, members });
  await grant(tx, council.id, { from, members });
}

function requireSound(council: Council, { from, members }: Constitution): void {
  if (new Set(members.map(({ personId }) => personId)).size !== members.length)
    throw new ApiError('member_listed_twice');
  const holding = (capacity: Seat['capacity']) => members.filter((member) => member.capacity === capacity);
  if (holding('chair').length !== 1) throw new ApiError('council_needs_one_chair');
  if (holding('secretary').length === 0) throw new ApiError('council_needs_a_secretary');
  const { validFrom, validTo } = council;
  if (from < validFrom || (validTo !== null && from > validTo)) {
    throw new ApiError('outside_council_term', { parameters: { from: validFrom, to: validTo ?? '…' } });
  }
}

/** Ends the seats that are given up and opens the new ones; one that began on the same day was never held. */
async function seat(tx: Executor, councilId: string, { from, members }: Constitution): Promise<void> {
  const current = await tx
    .select()
    .from(councilMembers)
    .where(and(eq(councilMembers.councilId, councilId), stillHeld(councilMembers.validTo, from)));
  const stays = (row: (typeof current)[number]) =>
    members.some(({ personId, capacity }) => personId === row.personId && capacity === row.capacity);
  const given = current.filter((row) => !stays(row)).map(({ id }) => id);
  await tx
    .delete(councilMembers)
    .where(and(inArray(councilMembers.id, given), eq(councilMembers.validFrom, from)));
  await tx
    .update(councilMembers)
    .set({ validTo: addDays(from, -1) })
    .where(and(inArray(councilMembers.id, given), lt(councilMembers.validFrom, from)));
  const entering = members.filter(
    ({ personId, capacity }) =>
      !current.some((row) => row.personId === personId && row.capacity === capacity),
  );
  if (entering.length === 0) return;
  await tx
    .insert(councilMembers)
    .values(entering.map(({ personId, capacity }) => ({ councilId, personId, capacity, validFrom: from })));
}

/** The same for the roles that the seats give to accounts. */
async function grant(tx: Executor, councilId: string, { from, members }: Constitution): Promise<void> {
  const held = await tx
    .select({ id: accounts.id, personId: accounts.personId })
    .from(accounts)
    .where(
      inArray(
        accounts.personId,
        members.map(({ personId }) => personId),
      ),
    );
  const wanted = held.flatMap(({ id: accountId, personId }) => {
    const capacity = members.find((member) => member.personId === personId)?.capacity;
    return capacity ? rolesOfSeat(capacity).map((role) => ({ accountId, role })) : [];
  });
  const current = await tx
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.councilId, councilId), stillHeld(roleGrants.validTo, from)));
  const isWanted = ({ accountId, role }: { accountId: string; role: string }) =>
    wanted.some((each) => each.accountId === accountId && each.role === role);
  const given = current.filter((row) => !isWanted(row)).map(({ id }) => id);
  await tx.delete(roleGrants).where(and(inArray(roleGrants.id, given), gte(roleGrants.validFrom, from)));
  await tx
    .update(roleGrants)
    .set({ validTo: addDays(from, -1) })
    .where(and(inArray(roleGrants.id, given), lt(roleGrants.validFrom, from)));
  const entering = wanted.filter(
    ({ accountId, role }) => !current.some((row) => row.accountId === accountId && row.role === role),
  );
  if (entering.length === 0) return;
  await tx.insert(roleGrants).values(
    entering.map(({ accountId, role }: { accountId: string; role: RoleOfSeat }) => ({
      accountId,
      role,
      councilId,
      validFrom: from,
    })),
  );
}

const stillHeld = (validTo: typeof councilMembers.validTo | typeof roleGrants.validTo, from: string) =>
  or(isNull(validTo), gte(validTo, from));
