import { and, asc, count, desc, eq, inArray, isNull, lt, max, or, sql } from 'drizzle-orm';
import {
  accounts,
  auditLog,
  dossiers,
  incidents,
  instanceSteps,
  outbox,
  people,
  subjects,
} from '../../db/schema/index.ts';
import { incidentMessage } from '../../engine/model/incident-message.ts';
import type { CommandContext } from '../context.ts';
import type { AdminOverview, AuditEntry } from '../contract/administration.ts';
import type { Locale } from '../contract/common.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { requireOrganisationAdmin } from '../policies/organisation.ts';
import { unitsBelow } from '../policies/places.ts';
import { administeredSubject } from '../policies/subjects.ts';
import { selectDossiers } from './dossiers.ts';
import { type Page, rowsOf } from './paging.ts';
import { subjectColumns } from './references.ts';
import { lateTasks } from './tasks.ts';

/** A running dossier is idle when nothing has moved for this many calendar days. */
const idleAfterDays = 10;
const dayMs = 24 * 60 * 60 * 1000;

/** @throws ApiError forbidden for everybody but administrators */
export function requireAdmin({ actor }: Pick<CommandContext, 'actor'>): void {
  if (!actor.grants.some(({ role }) => role === 'admin')) throw new ApiError('forbidden');
}

/** Condition on `dossiers`: of a unit the actor administers. */
export const administered = ({ actor }: Pick<CommandContext, 'actor'>) =>
  inArray(dossiers.unitId, unitsBelow(unitsOfRoles(actor, ['admin'])));

/** What is late and what is stuck among the dossiers the actor administers. @throws ApiError forbidden */
export async function getOverview(context: CommandContext, locale: Locale): Promise<AdminOverview> {
  requireAdmin(context);
  const [late, open, idleDossiers, [pending]] = await Promise.all([
    lateTasks(context, administeredSubject(context)),
    openIncidents(context, locale),
    findIdle(context),
    context.db.select({ count: count() }).from(outbox).where(eq(outbox.status, 'pending')),
  ]);
  return { lateTasks: late, incidents: open, idleDossiers, outboxPending: pending?.count ?? 0 };
}

async function openIncidents(context: CommandContext, locale: Locale): Promise<AdminOverview['incidents']> {
  const rows = await context.db
    .select({ incident: incidents, subject: subjectColumns })
    .from(incidents)
    .leftJoin(subjects, eq(subjects.instanceId, incidents.instanceId))
    .where(and(isNull(incidents.resolvedAt), or(isNull(subjects.id), administeredSubject(context))))
    .orderBy(asc(incidents.openedAt));
  return rows.map(({ incident, subject }) => ({
    id: incident.id,
    subject,
    instanceId: incident.instanceId,
    element: incident.element,
    code: incident.code,
    message: incidentMessage(incident.message, locale),
    openedAt: incident.openedAt.toISOString(),
  }));
}

async function findIdle(context: CommandContext): Promise<AdminOverview['idleDossiers']> {
  const { db, now } = context;
  const moved = db
    .select({ instanceId: instanceSteps.instanceId, at: max(instanceSteps.now).as('at') })
    .from(instanceSteps)
    .groupBy(instanceSteps.instanceId)
    .as('moved');
  const lastMovement = sql<Date>`coalesce(${moved.at}, ${dossiers.submittedAt})`.mapWith(dossiers.createdAt);
  const idle = await db
    .select({ id: dossiers.id, at: lastMovement })
    .from(dossiers)
    .leftJoin(moved, eq(moved.instanceId, dossiers.instanceId))
    .where(
      and(
        inArray(dossiers.status, ['running', 'returned', 'decided']),
        lt(lastMovement, new Date(now.getTime() - idleAfterDays * dayMs)),
        administered(context),
      ),
    )
    .orderBy(asc(lastMovement))
    .limit(200);
  if (idle.length === 0) return [];
  const ids = idle.map(({ id }) => id);
  const rows = await selectDossiers(db, inArray(dossiers.id, ids), { page: 1, pageSize: ids.length });
  const summaries = new Map(rows.map(({ summary }) => [summary.id, summary]));
  return idle.flatMap(({ id, at }) => {
    const dossier = summaries.get(id);
    if (!dossier) return [];
    return [
      {
        dossier,
        lastMovementAt: at.toISOString(),
        idleDays: Math.floor((now.getTime() - at.getTime()) / dayMs),
      },
    ];
  });
}

export interface AuditQuery extends Page {
  /** `kind:id`. */
  subject?: string | undefined;
}

/** The audit log, newest first, for administrators of a whole organisation: it tells of everybody. @throws ApiError forbidden */
export async function findAudit(context: CommandContext, query: AuditQuery) {
  await requireOrganisationAdmin(context);
  const { db } = context;
  const [kind = '', subjectId = ''] = query.subject?.split(':') ?? [];
  const where = query.subject
    ? and(eq(auditLog.subjectKind, kind), eq(auditLog.subjectId, subjectId))
    : undefined;
  const [rows, [total]] = await Promise.all([
    db
      .select({ entry: auditLog, actor: { id: people.id, fullName: people.fullName } })
      .from(auditLog)
      .leftJoin(accounts, eq(accounts.id, auditLog.accountId))
      .leftJoin(people, eq(people.id, accounts.personId))
      .where(where)
      .orderBy(desc(auditLog.id))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(auditLog).where(where),
  ]);
  const items = rows.map(({ entry, actor }) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    actor,
    actingFor: behalfIn(entry.details),
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    details: entry.details,
  }));
  return { items, total: total?.count ?? 0 };
}

/** Whom the actor substituted, as the log keeps it; the paper only since it is kept there. */
function behalfIn({ onBehalfOf }: Record<string, unknown>): AuditEntry['actingFor'] {
  const behalf = onBehalfOf as { fullName: string; paper?: string } | undefined;
  return behalf ? { fullName: behalf.fullName, paper: behalf.paper ?? null } : null;
}
