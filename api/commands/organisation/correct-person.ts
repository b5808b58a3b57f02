import { eq } from 'drizzle-orm';
import { proposeMatches } from '../../../db/ledger/matches.ts';
import { people } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CorrectPersonRequest } from '../../contract/organisation.ts';
import { requireAdministeredPerson } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { birthOf } from './birth.ts';

/**
 * Corrects what is known of a person; papers that were printed stay as they are. The audit log says which fields, not what they hold.
 * @throws ApiError person_not_found, birth_in_future
 */
export async function correctPerson(
  context: CommandContext,
  personId: string,
  { birthDate, birthYear, ...request }: CorrectPersonRequest,
): Promise<void> {
  const { db, now, today } = context;
  const person = await requireAdministeredPerson(context, personId);
  const ofBirth =
    birthDate === undefined && birthYear === undefined
      ? {}
      : birthOf(
          {
            birthDate: birthDate === undefined ? person.birthDate : birthDate,
            birthYear: birthYear === undefined ? Number(person.birthYear) || null : birthYear,
          },
          today,
        );
  const given = Object.entries({ ...request, ...ofBirth }).filter(([, value]) => value !== undefined);
  const changed = Object.fromEntries(
    given.filter(([field, value]) => value !== person[field as keyof typeof person]),
  );
  if (Object.keys(changed).length === 0) return;
  await db.transaction(async (tx) => {
    await tx.update(people).set(changed).where(eq(people.id, personId));
    const matches = await proposeMatches(tx, [personId], now);
    await writeAudit(tx, context, {
      action: 'person.correct',
      subjectKind: 'person',
      subjectId: personId,
      details: { fields: Object.keys(changed), matches },
    });
  });
}
