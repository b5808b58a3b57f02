import { and, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { opinionRequests, tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/**
 * What is recorded for an agency outside the system rests on its paper: number and date are needed. An agency inside answers by itself.
 * @throws ApiError opinion_paper_needed
 */
export async function requireAnswerPaper(
  tx: Executor,
  _context: CommandContext,
  { id }: TaskRow,
): Promise<void> {
  const [answer] = await tx
    .select({ formData: tasks.formData })
    .from(tasks)
    .innerJoin(
      opinionRequests,
      and(eq(opinionRequests.id, tasks.about), isNotNull(opinionRequests.agencyName)),
    )
    .where(eq(tasks.id, id));
  if (answer && !answer.formData?.paper) throw new ApiError('opinion_paper_needed');
}
