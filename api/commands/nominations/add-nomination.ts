import { and, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { recogniseNominees } from '../../../db/ledger/strangers.ts';
import { nominations, people, positions, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { AddNominationRequest } from '../../contract/nominations.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { type Dossier, dossierOfClerk } from '../../policies/dossiers.ts';
import { unitsBelow } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from '../dossiers/draft-guard.ts';
import { requireNomineeKind } from './nominee-kinds.ts';

export type AddNominationProps = AddNominationRequest & { dossierId: string };

type Nominee = Pick<typeof nominations.$inferInsert, 'kind' | 'personId' | 'unitId' | 'name' | 'post'>;

/**
 * Adds a nominee to a draft; returns the nomination's id.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, nominee_kind_not_allowed, nominee_not_found,
 *   nominee_outside_unit, nominee_listed_twice
 */
export async function addNomination(context: CommandContext, props: AddNominationProps): Promise<string> {
  const { db, now, today } = context;
  const dossier = await dossierOfClerk(context, props.dossierId);
  await requireNomineeKind(db, dossier, props.kind, today);
  const nominee = await findNominee(db, dossier, props, today);
  try {
    return await db.transaction(async (tx) => {
      await lockDraft(tx, dossier.id);
      const [nomination] = await tx
        .insert(nominations)
        .values({
          ...nominee,
          dossierId: dossier.id,
          seq: sql`(select coalesce(max(seq), 0) + 1 from nominations where dossier_id = ${dossier.id})`,
          achievement: props.achievement ?? '',
        })
        .returning({ id: nominations.id });
      if (!nomination) throw new Error('insert of a nomination returned no row');
      await recogniseNominees(tx, eq(nominations.id, nomination.id), now);
      await writeAudit(tx, context, {
        action: 'nomination.add',
        subjectKind: 'dossier',
        subjectId: dossier.id,
        details: { nominationId: nomination.id, kind: props.kind },
      });
      return nomination.id;
    });
  } catch (error) {
    if (!violatedIndex(error)) throw error;
    throw new ApiError('nominee_listed_twice', { parameters: { name: nominee.name } });
  }
}

function findNominee(
  db: Executor,
  dossier: Dossier,
  props: AddNominationProps,
  today: string,
): Promise<Nominee> {
  switch (props.kind) {
    case 'person':
      return findPerson(db, dossier, props.personId, today);
    case 'collective':
      return findCollective(db, dossier, props.unitId);
    case 'outsider':
      return Promise.resolve({ kind: 'outsider', name: props.name, post: props.post ?? '' });
  }
}

/** The person with the newest post held today inside the proposing unit. */
async function findPerson(db: Executor, dossier: Dossier, personId: string, today: string): Promise<Nominee> {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) throw new ApiError('nominee_not_found');
  const [position] = await db
    .select({ title: positions.title })
    .from(positions)
    .where(
      and(
        eq(positions.personId, personId),
        inArray(positions.unitId, unitsBelow([dossier.unitId])),
        lte(positions.validFrom, today),
        or(isNull(positions.validTo), gte(positions.validTo, today)),
      ),
    )
    .orderBy(desc(positions.validFrom))
    .limit(1);
  if (!position) throw new ApiError('nominee_outside_unit', { parameters: { name: person.fullName } });
  return { kind: 'person', personId, name: person.fullName, post: position.title };
}

async function findCollective(db: Executor, dossier: Dossier, unitId: string): Promise<Nominee> {
  const [unit] = await db
    .select({ name: units.name, inside: sql<boolean>`${units.id} in ${unitsBelow([dossier.unitId])}` })
    .from(units)
    .where(eq(units.id, unitId));
  if (!unit) throw new ApiError('nominee_not_found');
  if (!unit.inside) throw new ApiError('nominee_outside_unit', { parameters: { name: unit.name } });
  return { kind: 'collective', unitId, name: unit.name, post: '' };
}
