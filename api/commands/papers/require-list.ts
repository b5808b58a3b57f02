import type { Executor } from '../../../db/client.ts';
import { listedDossiers } from '../../../db/papers/entries.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/**
 * A paper lists somebody, and nothing of what it lists is on hold: such a dossier is left out for the next paper.
 * @throws ApiError paper_lists_nobody, paper_lists_held
 */
export async function requireList(tx: Executor, _context: CommandContext, task: TaskRow): Promise<void> {
  const listed = await listedDossiers(tx, task.subjectId);
  if (listed.length === 0) throw new ApiError('paper_lists_nobody');
  const held = listed
    .filter(({ dossier }) => dossier.status === 'on_hold')
    .map(({ dossier }) => dossier.code);
  if (held.length > 0) throw new ApiError('paper_lists_held', { parameters: { dossiers: held.join(', ') } });
}
