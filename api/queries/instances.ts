import { and, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import {
  instanceOperations,
  outbox,
  processDefinitions,
  processInstances,
  subjects,
} from '../../db/schema/index.ts';
import { advance } from '../../engine/advance.ts';
import type { Standing } from '../../engine/operations/replay.ts';
import type { Visit } from '../../engine/state.ts';
import type { State } from '../../engine/types.ts';
import type { CommandContext } from '../context.ts';
import type { Locale, SubjectRef } from '../contract/common.ts';
import type {
  CheckMigrationRequest,
  InstanceDetail,
  InstanceOperation,
  InstanceSummary,
  MigrationCheck,
  OpenVisit,
} from '../contract/instances.ts';
import { ApiError } from '../errors.ts';
import { administeredInstance } from '../policies/instances.ts';
import { type Restartable, restartsOf } from '../policies/restarts.ts';
import { administeredSubject } from '../policies/subjects.ts';
import { requireAdmin } from './administration.ts';
import { definitionRow } from './definitions.ts';
import { nameOf } from './impact.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { operationProblems } from './problems.ts';
import { isoOrNull, personAs, subjectColumns, unitAs } from './references.ts';
import { standingOf } from './standings.ts';

export interface InstanceQuery extends Page {
  kind?: SubjectRef['kind'] | undefined;
  status?: InstanceDetail['status'] | undefined;
  q?: string | undefined;
}

/** Which instances have a status, as the pages name them. */
const statusIs: Record<InstanceDetail['status'], SQL | undefined> = {
  running: and(eq(processInstances.status, 'running'), isNull(processInstances.suspendedAt)),
  suspended: and(eq(processInstances.status, 'running'), isNotNull(processInstances.suspendedAt)),
  ended: eq(processInstances.status, 'ended'),
};

const statusOf = ({
  status,
  suspendedAt,
}: Pick<typeof processInstances.$inferSelect, 'status' | 'suspendedAt'>) =>
  status === 'ended' ? 'ended' : suspendedAt ? 'suspended' : 'running';

/** Instances of everything the actor administers, whatever they are about, the newest first. @throws ApiError forbidden */
export async function findInstances(context: CommandContext, { kind, status, q, ...page }: InstanceQuery) {
  requireAdmin(context);
  const { db } = context;
  const home = unitAs('home');
  const where = and(
    administeredSubject(context),
    kind && eq(subjects.kind, kind),
    status && statusIs[status],
    q ? contains(q, subjects.code, subjects.title) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        instance: processInstances,
        subject: subjectColumns,
        unit: home.columns,
        definition: {
          id: processDefinitions.id,
          processId: processDefinitions.processId,
          version: processDefinitions.version,
        },
      })
      .from(processInstances)
      .innerJoin(subjects, eq(subjects.instanceId, processInstances.id))
      .innerJoin(home.unit, eq(home.unit.id, subjects.unitId))
      .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
      .where(where)
      .orderBy(desc(processInstances.startedAt), processInstances.id)
      .limit(rowsOf(page).limit)
      .offset(rowsOf(page).offset),
    db
      .select({ count: count() })
      .from(processInstances)
      .innerJoin(subjects, eq(subjects.instanceId, processInstances.id))
      .where(where),
  ]);
  const items: InstanceSummary[] = rows.map(({ instance, ...row }) => ({
    id: instance.id,
    ...row,
    status: statusOf(instance),
    startedAt: instance.startedAt.toISOString(),
  }));
  return { items, total: total?.count ?? 0 };
}

/** An instance with everything that is open in it. @throws ApiError forbidden, instance_not_found */
export async function getInstance(
  context: CommandContext,
  instanceId: string,
  locale: Locale,
): Promise<InstanceDetail> {
  // Before all else: what is told as done has then been done in everything that is read after it.
  const operations = await operationsOn(context, instanceId, locale);
  const { instance, subject, definition } = await administeredInstance(context, instanceId);
  const [standing, can] = await Promise.all([
    standingOf(context.db, instanceId),
    restartable(context.db, instance, subject),
  ]);
  return {
    id: instance.id,
    subject,
    status: statusOf(instance),
    definition,
    startedAt: instance.startedAt.toISOString(),
    suspendedAt: isoOrNull(instance.suspendedAt),
    endedAt: isoOrNull(instance.endedAt),
    restartOf: instance.restartOf,
    visits: standing ? visitsOf(standing) : [],
    operations,
    held: standing?.state.suspended?.held.length ?? 0,
    can,
  };
}

/**
 * Whether a cancelled instance may be taken up again: an operation was the last that came to it (a modification that took the last
 * token away ends it too), and its subject allows it.
 */
export async function restartable(
  db: Executor,
  { id, status, appliedNumber }: typeof processInstances.$inferSelect,
  subject: Pick<SubjectRef, 'kind' | 'id'>,
): Promise<Restartable> {
  const never = { restart: false, beginAnew: false };
  if (status !== 'ended') return never;
  const [last] = await db
    .select({ kind: instanceOperations.kind, problems: instanceOperations.problems })
    .from(instanceOperations)
    .where(and(eq(instanceOperations.instanceId, id), eq(instanceOperations.number, appliedNumber)));
  const isCancelled = last?.problems === null && (last.kind === 'cancel' || last.kind === 'modify');
  return isCancelled ? restartsOf(db, subject) : never;
}

/** What a running multi-instance goes through; null for a visit that is none. */
function itemsOf({ visits }: State, { id, loop }: Visit): OpenVisit['items'] {
  if (loop?.total == null) return null;
  const running = new Set(
    Object.values(visits).flatMap(({ scope, index }) => (scope === id && index !== undefined ? index : [])),
  );
  const stateOf = (index: number) => {
    if (loop.dropped?.includes(index)) return 'dropped';
    if (running.has(index)) return 'running';
    return index >= loop.started ? 'to_come' : 'done';
  };
  return loop.items.map((element, index) => ({ index, element, state: stateOf(index) }));
}

function visitsOf({ graph, state }: Standing): OpenVisit[] {
  return Object.values(state.visits).map((visit) => {
    const { process, node: element } = visit;
    return {
      visit: visit.id,
      process,
      element,
      name: nameOf(graph, { process, element }),
      kind: graph.processes[process]?.nodes[element]?.kind ?? '',
      scope: visit.scope,
      role: visit.role ?? null,
      items: itemsOf(state, visit),
      work: visit.work ?? null,
      waits: visit.waits.map((wait) => ({
        event: wait.event,
        type: wait.type,
        due: 'due' in wait ? wait.due : null,
      })),
      incident: visit.incident ?? null,
    };
  });
}

const statuses = { pending: 'pending', delivered: 'pending', applied: 'done', overtaken: 'refused' } as const;

async function operationsOn(
  { db }: CommandContext,
  instanceId: string,
  locale: Locale,
): Promise<InstanceOperation[]> {
  const { account, person, columns } = personAs('operator');
  const rows = await db
    .select({ operation: instanceOperations, at: outbox.createdAt, status: outbox.status, by: columns })
    .from(instanceOperations)
    .innerJoin(
      outbox,
      and(eq(outbox.instanceId, instanceOperations.instanceId), eq(outbox.number, instanceOperations.number)),
    )
    .leftJoin(account, eq(account.id, outbox.createdBy))
    .leftJoin(person, eq(person.id, account.personId))
    .where(eq(instanceOperations.instanceId, instanceId))
    .orderBy(desc(instanceOperations.number));
  return rows.map(({ operation: { number, kind, reason, problems }, at, status, by }) => ({
    number,
    kind,
    reason,
    by,
    at: at.toISOString(),
    status: statuses[status],
    problems: operationProblems(problems ?? [], locale),
  }));
}

/**
 * What a migration would do, by the last committed step.
 * @throws ApiError forbidden, instance_not_found, instance_ended, instance_not_begun, definition_not_found
 */
export async function checkMigration(
  context: CommandContext,
  instanceId: string,
  { definitionId, nodes }: CheckMigrationRequest,
  locale: Locale,
): Promise<MigrationCheck> {
  await administeredInstance(context, instanceId);
  const [{ graph: to }, { graph, state }] = await Promise.all([
    definitionRow(context, definitionId),
    standingForOperation(context, instanceId),
  ]);
  const event = { type: 'migrated' as const, definition: definitionId, nodes };
  const step = advance({ from: graph, to }, state, event, context.now.toISOString());
  const problems = step.effects.flatMap((effect) => (effect.type === 'refused' ? effect.problems : []));
  return {
    problems: operationProblems(problems, locale),
    position:
      problems.length > 0
        ? []
        : positionOf(step.state).map((place) => ({ ...place, name: nameOf(to, place) })),
    moved: step.effects.flatMap((effect) =>
      effect.type === 'moved' ? [{ visit: effect.visit, element: effect.element, name: effect.name }] : [],
    ),
  };
}

const positionOf = ({ visits }: State) =>
  Object.values(visits)
    .filter(({ inside }) => inside === 0)
    .map(({ process, node }) => ({ process, element: node }));

/** Where a running instance stands. @throws ApiError instance_not_begun, instance_ended */
export async function standingForOperation({ db }: CommandContext, instanceId: string): Promise<Standing> {
  const standing = await standingOf(db, instanceId);
  if (!standing) throw new ApiError('instance_not_begun');
  if (standing.state.root === null) throw new ApiError('instance_ended');
  return standing;
}
