import { proposeMatches } from '../../../db/ledger/matches.ts';
import { people, positions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreatePersonRequest } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { birthOf } from './birth.ts';
import { requireStanding } from './unit-guards.ts';

/**
 * Adds a person with a first post; returns the id. Who that may be besides is proposed to those who keep the ledger, never decided here.
 * @throws ApiError unit_not_found, forbidden, dates_reversed, unit_not_standing, birth_in_future
 */
export async function createPerson(
  context: CommandContext,
  { position, birthDate, birthYear, ...person }: CreatePersonRequest,
): Promise<string> {
  const { db, now, today } = context;
  const { unitId, from, to, ...post } = position;
  const unit = await requireAdministeredUnit(context, unitId);
  if (to !== null && to < from) throw new ApiError('dates_reversed');
  requireStanding(unit, from, to);
  const birth = birthOf({ birthDate, birthYear }, today);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(people)
      .values({ ...person, ...birth })
      .returning({ id: people.id });
    if (!row) throw new Error('insert of a person returned no row');
    await tx.insert(positions).values({ ...post, personId: row.id, unitId, validFrom: from, validTo: to });
    const matches = await proposeMatches(tx, [row.id], now);
    await writeAudit(tx, context, {
      action: 'person.create',
      subjectKind: 'person',
      subjectId: row.id,
      details: { unitId, title: post.title, from, to, matches },
    });
    return row.id;
  });
}
