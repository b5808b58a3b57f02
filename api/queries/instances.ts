import { and, desc, eq } from 'drizzle-orm';
import { instanceOperations, outbox, type processInstances } from '../../db/schema/index.ts';
import { advance } from '../../engine/advance.ts';
import type { Standing } from '../../engine/operations/replay.ts';
import type { Visit } from '../../engine/state.ts';
import type { State } from '../../engine/types.ts';
import type { CommandContext } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type {
  CheckMigrationRequest,
  InstanceDetail,
  InstanceOperation,
  MigrationCheck,
  OpenVisit,
} from '../contract/instances.ts';
import { ApiError } from '../errors.ts';
import { administeredInstance } from '../policies/instances.ts';
import { definitionRow } from './definitions.ts';
import { nameOf } from './impact.ts';
import { operationProblems } from './problems.ts';
import { isoOrNull, personAs } from './references.ts';
import { standingOf } from './standings.ts';

/** An instance with everything that is open in it. @throws ApiError forbidden, instance_not_found */
export async function getInstance(
  context: CommandContext,
  instanceId: string,
  locale: Locale,
): Promise<InstanceDetail> {
  // Before all else: what is told as done has then been done in everything that is read after it.
  const operations = await operationsOn(context, instanceId, locale);
  const { instance, dossier, definition } = await administeredInstance(context, instanceId);
  const standing = await standingOf(context.db, instanceId);
  const { id, code, title, status } = dossier;
  const ended = instance.status === 'ended';
  return {
    id: instance.id,
    dossier: { id, code, title, status },
    status: ended ? 'ended' : instance.suspendedAt ? 'suspended' : 'running',
    definition,
    startedAt: instance.startedAt.toISOString(),
    suspendedAt: isoOrNull(instance.suspendedAt),
    endedAt: isoOrNull(instance.endedAt),
    restartOf: instance.restartOf,
    visits: standing ? visitsOf(standing) : [],
    operations,
    held: standing?.state.suspended?.held.length ?? 0,
    can: { restart: ended && status === 'withdrawn' && isCancelled(instance, operations) },
  };
}

/** Whether an operation was the last that came to the instance; a modification that took the last token away ends it too. */
const isCancelled = (
  { appliedNumber }: Pick<typeof processInstances.$inferSelect, 'appliedNumber'>,
  operations: InstanceOperation[],
) =>
  operations.some(
    ({ number, kind, status }) =>
      number === appliedNumber && status === 'done' && (kind === 'cancel' || kind === 'modify'),
  );

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
