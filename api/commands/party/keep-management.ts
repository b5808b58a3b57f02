import { and, eq, isNull } from 'drizzle-orm';
import { partyManagement, people } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreatePartyManagementRequest } from '../../contract/party.ts';
import { ApiError } from '../../errors.ts';
import { keepsManagementOf } from '../../policies/party.ts';
import { writeAudit } from '../audit.ts';

/**
 * Records that a Party committee manages a person from a day on.
 * @throws ApiError person_not_found, forbidden, party_management_dates
 */
export async function addManagement(
  context: CommandContext,
  props: CreatePartyManagementRequest,
): Promise<string> {
  const { db, actor, now } = context;
  const { personId, level, committee, validFrom, validTo, source } = props;
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, personId));
  if (!person) throw new ApiError('person_not_found');
  if (!(await keepsManagementOf(context, personId))) throw new ApiError('forbidden');
  if (validTo !== undefined && validTo < validFrom) throw new ApiError('party_management_dates');
  return db.transaction(async (tx) => {
    const managed = { personId, level, committee, validFrom, validTo: validTo ?? null, source };
    const [row] = await tx
      .insert(partyManagement)
      .values({ ...managed, recordedBy: actor.accountId, recordedAt: now })
      .returning({ id: partyManagement.id });
    if (!row) throw new Error('insert of a party management returned no row');
    await writeAudit(tx, context, {
      action: 'party_management.add',
      subjectKind: 'person',
      subjectId: personId,
      details: { id: row.id, level, committee, validFrom, validTo, source },
    });
    return row.id;
  });
}

/**
 * Says until when a committee manages a person.
 * @throws ApiError party_management_not_found, forbidden, party_management_dates, party_management_ended
 */
export async function endManagement(
  context: CommandContext,
  { id, validTo }: { id: string; validTo: string },
): Promise<void> {
  const { db } = context;
  const [row] = await db.select().from(partyManagement).where(eq(partyManagement.id, id));
  if (!row) throw new ApiError('party_management_not_found');
  if (!(await keepsManagementOf(context, row.personId))) throw new ApiError('forbidden');
  if (validTo < row.validFrom) throw new ApiError('party_management_dates');
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(partyManagement)
      .set({ validTo })
      .where(and(eq(partyManagement.id, id), isNull(partyManagement.validTo)))
      .returning({ id: partyManagement.id });
    if (ended.length === 0) throw new ApiError('party_management_ended');
    await writeAudit(tx, context, {
      action: 'party_management.end',
      subjectKind: 'person',
      subjectId: row.personId,
      details: { id, validTo },
    });
  });
}
