import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { EngineEvent, Graph, OperationProblem, Variables } from '../../engine/types.ts';
import { id, instant, serialNumber } from './columns.ts';
import { accounts } from './organisation.ts';

/** Process definition: one deployed set of BPMN and DMN files, compiled once and pinned by the hash of its graph. */
export const processDefinitions = pgTable(
  'process_definitions',
  {
    id: id(),
    /** Id of the process that starts, e.g. `award-chain`. */
    processId: text().notNull(),
    version: integer().notNull(),
    /** SHA-256 of the compiled graph, hex. */
    hash: text().notNull(),
    /** File name -> XML text, as deployed. */
    resources: jsonb().$type<Record<string, string>>().notNull(),
    graph: jsonb().$type<Graph>().notNull(),
    deployedBy: uuid().references(() => accounts.id),
    deployedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('process_definitions_hash').on(t.processId, t.hash),
    uniqueIndex('process_definitions_version').on(t.processId, t.version),
  ],
);

export const instanceStatusEnum = pgEnum('instance_status', ['running', 'ended']);

/** Process instance; its id is the Temporal workflow id. The row's lock orders everything that happens to the instance. */
export const processInstances = pgTable(
  'process_instances',
  {
    id: id(),
    definitionId: uuid()
      .notNull()
      .references(() => processDefinitions.id),
    status: instanceStatusEnum().notNull().default('running'),
    /** Number the next outbox row takes. */
    nextNumber: integer().notNull().default(0),
    /** Highest outbox number a committed step has consumed; -1 before the start. */
    appliedNumber: integer().notNull().default(-1),
    /** Number of the last committed step; 0 before the first. */
    step: integer().notNull().default(0),
    /** Where the tokens are: element ids that are active, with the process they belong to. */
    position: jsonb().$type<{ process: string; element: string }[]>().notNull().default([]),
    /** Version of the calendar that its clocks count on, or will when the event on its way arrives. */
    calendarVersion: integer().notNull().default(1),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
    /** Since when it takes everything in and does nothing; null while it runs. */
    suspendedAt: instant(),
    /** The cancelled instance that this one takes up again. */
    restartOf: uuid().references((): AnyPgColumn => processInstances.id),
  },
  (t) => [
    check(
      'process_instances_numbers',
      sql`${t.appliedNumber} < ${t.nextNumber} and ${t.appliedNumber} >= -1`,
    ),
    check('process_instances_ended', sql`(${t.status} = 'ended') = (${t.endedAt} is not null)`),
    index('process_instances_running').on(t.startedAt).where(sql`${t.status} = 'running'`),
    index('process_instances_definition').on(t.definitionId, t.status),
    uniqueIndex('process_instances_restarted_once').on(t.restartOf).where(sql`${t.restartOf} is not null`),
    index('process_instances_calendar').on(t.calendarVersion, t.id).where(sql`${t.status} = 'running'`),
  ],
);

/** A committed step. A second try of the same step finds the row and takes its event, time and answer instead of its own. */
export const instanceSteps = pgTable(
  'instance_steps',
  {
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    step: integer().notNull(),
    event: jsonb().$type<EngineEvent>().notNull(),
    now: instant().notNull(),
    /** What the step answered to its host, so that a second try answers the same. */
    outcome: jsonb().$type<{ results: EngineEvent[]; jobs: string[]; notices: boolean }>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.instanceId, t.step] })],
);

export const historyActionEnum = pgEnum('history_action', ['enter', 'complete', 'terminate']);

/** What the tokens did, for the timeline and the diagram. */
export const instanceHistory = pgTable(
  'instance_history',
  {
    id: serialNumber(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    step: integer().notNull(),
    at: instant().notNull(),
    process: text().notNull(),
    element: text().notNull(),
    scope: text().notNull(),
    action: historyActionEnum().notNull(),
  },
  (t) => [index('instance_history_instance').on(t.instanceId, t.id)],
);

export const publicationKindEnum = pgEnum('publication_kind', ['message', 'signal']);

/** Subscription: a visit of an instance waits for a message or signal of others. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Id of the element instance that waits. */
    visit: text().notNull(),
    kind: publicationKindEnum().notNull(),
    name: text().notNull(),
    /** Of a message; empty where any is taken. */
    correlationKey: text().notNull(),
    /** Since when, by the clock of the instance. */
    openedAt: instant().notNull(),
    /** Outbox number of the message that is on its way to this subscription. */
    takenBy: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.instanceId, t.visit, t.kind, t.name, t.correlationKey] }),
    index('subscriptions_name').on(t.kind, t.name, t.correlationKey),
  ],
);

/** Publication: a message or signal that an instance threw, until it has been carried to whom it concerns. */
export const publications = pgTable(
  'publications',
  {
    /** In the order of throwing, as far as one instance goes. */
    id: serialNumber(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Element that threw it. */
    element: text().notNull(),
    kind: publicationKindEnum().notNull(),
    name: text().notNull(),
    correlationKey: text().notNull(),
    variables: jsonb().$type<Variables>().notNull(),
    /** When, by the clock of the instance. */
    at: instant().notNull(),
    /** Who begins to wait until then may still receive it. */
    keptUntil: instant().notNull(),
    /** Signal: the last instance told of it, in the order of their ids. */
    toldUpTo: uuid(),
    /** It has been received, or can be no longer. */
    closedAt: instant(),
  },
  (t) => [
    index('publications_open').on(t.id).where(sql`${t.closedAt} is null`),
    check('publications_kept', sql`${t.keptUntil} >= ${t.at}`),
    check('publications_key', sql`${t.kind} = 'message' or ${t.correlationKey} = ''`),
  ],
);

/** Incident: the instance cannot go on at one place until a person acts. */
export const incidents = pgTable(
  'incidents',
  {
    id: id(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Incident id inside the engine's state. */
    incident: text().notNull(),
    element: text().notNull(),
    code: text().notNull(),
    message: text().notNull(),
    openedAt: instant().notNull(),
    resolvedAt: instant(),
    resolvedBy: uuid().references(() => accounts.id),
    resolution: text(),
  },
  (t) => [
    uniqueIndex('incidents_once').on(t.instanceId, t.incident),
    index('incidents_open').on(t.openedAt).where(sql`${t.resolvedAt} is null`),
  ],
);

export const outboxStatusEnum = pgEnum('outbox_status', ['pending', 'delivered', 'applied', 'overtaken']);

/** Outbox: what people did, on its way to Temporal, numbered without gaps per instance. Row 0 starts the workflow. */
export const outbox = pgTable(
  'outbox',
  {
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    number: integer().notNull(),
    event: jsonb().$type<EngineEvent>().notNull(),
    status: outboxStatusEnum().notNull().default('pending'),
    createdBy: uuid().references(() => accounts.id),
    createdAt: instant().notNull().defaultNow(),
    /** Until then it is not sent, nor what follows it, so that its author can take it back; null: sent at once. */
    notBefore: instant(),
    deliveredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.instanceId, t.number] }),
    index('outbox_pending').on(t.createdAt).where(sql`${t.status} = 'pending'`),
  ],
);

export const operationKindEnum = pgEnum('operation_kind', [
  'suspend',
  'resume',
  'cancel',
  'modify',
  'migrate',
  'restart',
]);

/**
 * Operation of an administrator on an instance: why, beside the outbox row that carries it, whose status says how far it
 * is. The reason stays here; Temporal's history holds what was done.
 */
export const instanceOperations = pgTable(
  'instance_operations',
  {
    instanceId: uuid().notNull(),
    number: integer().notNull(),
    kind: operationKindEnum().notNull(),
    reason: text().notNull(),
    /** Why it could not be done when its turn came; null unless it was refused. */
    problems: jsonb().$type<OperationProblem[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.instanceId, t.number] }),
    foreignKey({
      name: 'instance_operations_outbox',
      columns: [t.instanceId, t.number],
      foreignColumns: [outbox.instanceId, outbox.number],
    }),
    check('instance_operations_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
