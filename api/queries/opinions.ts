import { asc, desc, eq } from 'drizzle-orm';
import { opinionRequests, tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { OpinionRequest, OpinionRequestList, OpinionStatus } from '../contract/opinions.ts';
import { appraisesAt } from '../policies/appraisal.ts';
import { visibleDossier } from '../policies/dossiers.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';

type Task = typeof tasks.$inferSelect;

/** The opinions asked for on a dossier, collected: who was asked what, until when, and what came. @throws ApiError dossier_not_found */
export async function findOpinionRequests(
  context: CommandContext,
  dossierId: string,
): Promise<OpinionRequestList> {
  const { db } = context;
  await visibleDossier(context, dossierId);
  const agency = unitAs('agency');
  const asker = personAs('asker');
  const answerer = personAs('answerer');
  // A request whose term began anew has several tasks; the newest says how it stands.
  const newest = db
    .selectDistinctOn([tasks.about])
    .from(tasks)
    .where(eq(tasks.subjectId, dossierId))
    .orderBy(tasks.about, desc(tasks.openedAt))
    .as('newest');
  const [rows, level] = await Promise.all([
    db
      .select({
        request: opinionRequests,
        unit: agency.columns,
        askedBy: asker.columns,
        task: {
          status: newest.status,
          dueAt: newest.dueAt,
          verdict: newest.verdict,
          reason: newest.reason,
          formData: newest.formData,
          decidedAt: newest.decidedAt,
        },
        answeredBy: answerer.columns,
      })
      .from(opinionRequests)
      .leftJoin(agency.unit, eq(agency.unit.id, opinionRequests.unitId))
      .innerJoin(asker.account, eq(asker.account.id, opinionRequests.askedBy))
      .innerJoin(asker.person, eq(asker.person.id, asker.account.personId))
      .leftJoin(newest, eq(newest.about, opinionRequests.id))
      .leftJoin(answerer.account, eq(answerer.account.id, newest.decidedBy))
      .leftJoin(answerer.person, eq(answerer.person.id, answerer.account.personId))
      .where(eq(opinionRequests.dossierId, dossierId))
      .orderBy(asc(opinionRequests.notedAt), asc(opinionRequests.id)),
    appraisesAt(context, dossierId),
  ]);
  const items = rows.map(({ request, unit, askedBy, task, answeredBy }): OpinionRequest => {
    const { id, agencyName, question, workingDays, silenceAgrees, citation } = request;
    const said = (field: string) => {
      const value = task?.formData?.[field];
      return typeof value === 'string' ? value : null;
    };
    return {
      ...{
        id,
        level: request.level,
        unit,
        agencyName,
        question,
        askedBy,
        workingDays,
        silenceAgrees,
        citation,
      },
      notedAt: request.notedAt.toISOString(),
      sentAt: isoOrNull(request.sentAt),
      dueAt: isoOrNull(task?.dueAt ?? null),
      status: statusOf(request, task),
      answeredAt: isoOrNull(task?.decidedAt ?? null),
      answeredBy,
      text: task?.reason ?? null,
      paper: said('paper'),
      paperDate: said('paperDate'),
      canDelete: request.sentAt === null && request.level === level,
    };
  });
  return { items, total: items.length, canAsk: level !== undefined };
}

function statusOf(
  { sentAt, silentAt }: typeof opinionRequests.$inferSelect,
  task: Pick<Task, 'status' | 'verdict'> | null,
): OpinionStatus {
  if (sentAt === null) return 'noted';
  if (silentAt !== null) return 'silent';
  if (task?.status === 'cancelled' || task?.status === 'overtaken') return 'cancelled';
  if (!task?.verdict) return 'waiting';
  return task.verdict === 'approve' ? 'agreed' : 'disagreed';
}
