import { z } from 'zod';
import { subjectKinds } from '../../domain/subjects.ts';
import {
  id,
  instant,
  line,
  listOf,
  pageQuery,
  personRef,
  plain,
  reason,
  ruled,
  searchWords,
  subjectRef,
  unitRef,
} from './common.ts';
import { nodeMapping, operationProblem } from './definitions.ts';

/** An open element of a running instance. */
export const openVisit = z
  .strictObject({
    /** Names it within the instance. */
    visit: z.string(),
    process: z.string(),
    element: z.string(),
    name: z.string(),
    kind: z.string(),
    /** The visit it lies in; null for the instance itself. */
    scope: z.string().nullable(),
    /** `body`: a loop that holds its repetitions; `item`: one of these. */
    role: z.enum(['body', 'item']).nullable(),
    /** Of a running multi-instance: what it goes through, in order; null for everything else. */
    items: z
      .array(
        z.strictObject({
          /** Its place, from 0; names it in `dropItems`. */
          index: z.int().min(0),
          element: z.unknown(),
          state: z.enum(['running', 'to_come', 'done', 'dropped']),
        }),
      )
      .nullable(),
    /** A task or job of it is open. */
    work: z.enum(['task', 'job']).nullable(),
    /** What it waits for: event and, for a timer, its moment. */
    waits: z.array(z.strictObject({ event: z.string(), type: z.string(), due: instant.nullable() })),
    incident: z.string().nullable(),
  })
  .meta({ id: 'OpenVisit' });

const operationKind = z.enum(['suspend', 'resume', 'cancel', 'modify', 'migrate', 'restart']);

/** What an administrator did to an instance. */
export const instanceOperation = z
  .strictObject({
    number: z.int(),
    kind: operationKind,
    reason: z.string(),
    by: personRef.nullable(),
    at: instant,
    /** `pending` until the process has taken it up; `refused` where it could not be done when its turn came. */
    status: z.enum(['pending', 'done', 'refused']),
    problems: z.array(operationProblem),
  })
  .meta({ id: 'InstanceOperation' });

export const instanceStatus = z.enum(['running', 'suspended', 'ended']);

export const instanceSummary = z
  .strictObject({
    id,
    /** What it is about. */
    subject: subjectRef,
    unit: unitRef,
    status: instanceStatus,
    definition: z.strictObject({ id, processId: z.string(), version: z.int() }),
    startedAt: instant,
  })
  .meta({ id: 'InstanceSummary' });
export const instanceList = listOf(instanceSummary).meta({ id: 'InstanceList' });
export const instanceQuery = z.strictObject({
  kind: z.enum(subjectKinds).optional(),
  status: instanceStatus.optional(),
  q: searchWords.optional(),
  ...pageQuery,
});

export const instanceDetail = instanceSummary
  .omit({ unit: true })
  .extend({
    suspendedAt: instant.nullable(),
    endedAt: instant.nullable(),
    /** The cancelled instance that this one takes up again. */
    restartOf: id.nullable(),
    visits: z.array(openVisit),
    /** Newest first. */
    operations: z.array(instanceOperation),
    /** Decisions and results that wait until it is resumed. */
    held: z.int().min(0),
    can: z.strictObject({
      /** Take it up again, at steps that are named. */
      restart: z.boolean(),
      /** Also from its beginning: nothing stands that the beginning cannot take back. */
      beginAnew: z.boolean(),
    }),
  })
  .meta({ id: 'InstanceDetail' });

export const operateRequest = z.strictObject({ reason }).meta({ id: 'OperateRequest' });

const elementName = line(200);
const target = z.strictObject({
  process: elementName,
  element: elementName,
  /** Visit from which its scope is looked for outwards, where the scope is open more than once. */
  near: z.string().max(40).optional(),
});
const loop = z.string().max(40);
/**
 * Tokens are put at `place`, then the visits of `cancel` are taken away; both together move a token. `addItems` and
 * `dropItems` add participants to the multi-instance whose body `loop` is, and take them out (by their place, from 0).
 */
export const modifyRequest = ruled(
  z.strictObject({
    place: z.array(target).max(50).default([]),
    cancel: z.array(z.string().max(40)).max(200).default([]),
    addItems: z
      .array(z.strictObject({ loop, element: plain(z.unknown()) }))
      .max(200)
      .default([]),
    dropItems: z
      .array(z.strictObject({ loop, index: z.int().min(0).max(100_000) }))
      .max(200)
      .default([]),
    reason,
  }),
  {
    code: 'nothing_to_do',
    vi: 'Cần ít nhất một thay đổi.',
    en: 'At least one change is needed.',
    path: ['place'],
    schema: {
      anyOf: ['place', 'cancel', 'addItems', 'dropItems'].map((list) => ({
        required: [list],
        properties: { [list]: { minItems: 1 } },
      })),
    },
  },
  ({ place, cancel, addItems, dropItems }) =>
    place.length + cancel.length + addItems.length + dropItems.length > 0,
).meta({ id: 'ModifyRequest' });

const migration = { definitionId: id, nodes: z.array(nodeMapping).max(500).default([]) };
export const checkMigrationRequest = z.strictObject(migration).meta({ id: 'CheckMigrationRequest' });
export const migrateRequest = z.strictObject({ ...migration, reason }).meta({ id: 'MigrateRequest' });

/** What a migration would do as the instance stands now. */
export const migrationCheck = z
  .strictObject({
    /** Tokens without a place; with any of them the migration is refused. */
    problems: z.array(operationProblem),
    /** Where the tokens would stand. */
    position: z.array(z.strictObject({ process: z.string(), element: z.string(), name: z.string() })),
    /** Open tasks that would be listed under another element or name. */
    moved: z.array(z.strictObject({ visit: z.string(), element: z.string(), name: z.string() })),
  })
  .meta({ id: 'MigrationCheck' });

export const restartRequest = z
  .strictObject({
    /** Where to begin; at the beginning if empty. */
    at: z
      .array(z.strictObject({ process: elementName, element: elementName }))
      .max(20)
      .default([]),
    reason,
  })
  .meta({ id: 'RestartRequest' });
export const restartResult = z.strictObject({ instanceId: id }).meta({ id: 'RestartResult' });

/** The outbox number under which the operation is on its way. */
export const operationAccepted = z.strictObject({ number: z.int() }).meta({ id: 'OperationAccepted' });

export type OpenVisit = z.infer<typeof openVisit>;
export type InstanceOperation = z.infer<typeof instanceOperation>;
export type InstanceSummary = z.infer<typeof instanceSummary>;
export type InstanceDetail = z.infer<typeof instanceDetail>;
export type ModifyRequest = z.infer<typeof modifyRequest>;
export type CheckMigrationRequest = z.infer<typeof checkMigrationRequest>;
export type MigrateRequest = z.infer<typeof migrateRequest>;
export type MigrationCheck = z.infer<typeof migrationCheck>;
export type RestartRequest = z.infer<typeof restartRequest>;
export type RestartResult = z.infer<typeof restartResult>;
