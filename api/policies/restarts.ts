import { and, eq, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import { isOwnDecision } from '../../db/papers/own-decision.ts';
import {
  blocYears,
  dossiers,
  initiativeApplications,
  officePapers,
  papers,
  planScorings,
  referrals,
  roleModels,
  sessions,
  workPlans,
} from '../../db/schema/index.ts';
import type { SubjectKind } from '../../domain/subjects.ts';
import type { SubjectRef } from '../contract/common.ts';

interface Rule {
  table: PgTable & { id: PgColumn };
  /** Its process came to its result: there is nothing to take up again. */
  over: SQL | undefined;
  /** Something stands that its beginning cannot take back (a vote, a number of a register): it goes on from a step only. */
  past: SQL | undefined;
}

const never = sql`false`;

const rules: Record<SubjectKind, Rule> = {
  // The cancelling withdrew it, unless its decision had gone out.
  dossier: { table: dossiers, over: ne(dossiers.status, 'withdrawn'), past: never },
  session: {
    table: sessions,
    over: inArray(sessions.status, ['minuted', 'cancelled']),
    past: ne(sessions.status, 'planned'),
  },
  work_plan: { table: workPlans, over: eq(workPlans.status, 'assigned'), past: never },
  plan_scoring: { table: planScorings, over: eq(planScorings.status, 'closed'), past: never },
  initiative: {
    table: initiativeApplications,
    over: inArray(initiativeApplications.status, ['recognised', 'refused', 'withdrawn']),
    past: sql`exists (select from ${papers}
      where ${isOwnDecision(sql`${initiativeApplications.id}`)} and ${isNotNull(papers.number)})`,
  },
  office_paper: {
    table: officePapers,
    over: eq(officePapers.status, 'issued'),
    past: isNotNull(officePapers.number),
  },
  // The cancelling made it void where it had no number; its dossiers are on the next one's list.
  paper: {
    table: papers,
    over: or(eq(papers.status, 'issued'), isNotNull(papers.voidedAt)),
    past: isNotNull(papers.number),
  },
  bloc_year: {
    table: blocYears,
    over: eq(blocYears.status, 'closed'),
    past: sql`exists (select from ${referrals}
      where ${and(eq(referrals.subjectId, blocYears.id), eq(referrals.status, 'resulted'))})`,
  },
  role_model: {
    table: roleModels,
    over: inArray(roleModels.status, ['approved', 'rejected', 'retired']),
    past: never,
  },
};

/** What may be done with the subject of a process that an administrator cancelled. */
export interface Restartable {
  /** Taken up again, at the steps that are named. */
  restart: boolean;
  /** Begun anew as well. */
  beginAnew: boolean;
}

export async function restartsOf(
  db: Executor,
  { kind, id }: Pick<SubjectRef, 'kind' | 'id'>,
): Promise<Restartable> {
  const { table, over, past } = rules[kind];
  const [subject] = await db
    .select({ over: sql<boolean>`${over}`, past: sql<boolean>`${past}` })
    .from(table)
    .where(eq(table.id, id));
  const restart = subject?.over === false;
  return { restart, beginAnew: restart && !subject.past };
}
