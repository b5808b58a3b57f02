import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks, type verdictEnum } from '../../db/schema/index.ts';

type Verdict = (typeof verdictEnum.enumValues)[number];

/** The newest decision with a verdict on a dossier that the process has taken up; what a person did and why. An opinion that was asked for decides nothing. */
export async function lastDecision(tx: Executor, dossierId: string, verdict: Verdict) {
  const [task] = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.subjectId, dossierId),
        eq(tasks.verdict, verdict),
        eq(tasks.status, 'done'),
        isNull(tasks.about),
      ),
    )
    .orderBy(desc(tasks.outboxNumber))
    .limit(1);
  return task;
}
