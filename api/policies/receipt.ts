import { and, eq, like, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Dossier } from './dossiers.ts';
import { candidateOf } from './tasks.ts';

/** Is the actor an appraiser of a body that was asked to receive the dossier? */
export async function receivesDossier(
  { db, actor }: Pick<CommandContext, 'actor'> & { db: Executor },
  dossier: Pick<Dossier, 'id'>,
): Promise<boolean> {
  const [one] = await db
    .select({ one: sql`1` })
    .from(tasks)
    .where(
      and(
        eq(tasks.subjectId, dossier.id),
        eq(tasks.candidateRole, 'appraiser'),
        like(tasks.element, 'receive-at-%'),
        candidateOf(actor),
      ),
    )
    .limit(1);
  return one !== undefined;
}
