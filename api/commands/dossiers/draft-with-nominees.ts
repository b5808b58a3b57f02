import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { recogniseNominees } from '../../../db/ledger/strangers.ts';
import { nominations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { type Draft, insertDraft } from './insert-draft.ts';

/** Who is nominated: a person or a collective, with name and post as they stand. */
export interface DraftNominee {
  personId: string | null;
  unitId: string | null;
  name: string;
  post: string;
}

/**
 * Writes a draft with its nominees, in the order given: for dossiers that come out of something else, as a closed year or the vote
 * of a bloc. Returns its id.
 */
export async function draftWithNominees(
  tx: Executor,
  context: CommandContext,
  draft: Draft,
  nominees: readonly DraftNominee[],
): Promise<string> {
  const { id: dossierId } = await insertDraft(tx, context, draft);
  await tx.insert(nominations).values(
    nominees.map((nominee, i) => ({
      ...nominee,
      dossierId,
      seq: i + 1,
      kind: nominee.personId === null ? ('collective' as const) : ('person' as const),
    })),
  );
  await recogniseNominees(tx, eq(nominations.dossierId, dossierId), context.now);
  return dossierId;
}
