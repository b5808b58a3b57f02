import { z } from 'zod';
import { type OutsideEvent, type SimulateOptions, startable } from '../../engine/simulate.ts';
import { addDuration, parseDuration, parseInstant } from '../../engine/time/iso.ts';
import type { Graph, Json, Variables } from '../../engine/types.ts';
import { UsageError } from './files.ts';

const json: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const variables: z.ZodType<Variables> = z.record(z.string(), json, 'expected a JSON object of variables');
const duration = z
  .string()
  .refine((text) => parseDuration(text) !== null, 'expected an ISO duration such as PT2H or P3D');
const moment = z
  .string()
  .refine(
    (text) => (parseDuration(text) ?? parseInstant(text)) !== null,
    'expected an ISO duration, date or date and time',
  );

const expectedAct =
  'expected one of {"complete": {variables}}, {"bpmnError": code} and {"fail": message}, with "after": duration if not at once';
const act = z.union(
  [
    z.strictObject({ complete: variables, after: duration.optional() }),
    z.strictObject({ bpmnError: z.string(), after: duration.optional() }),
    z.strictObject({ fail: z.string(), after: duration.optional() }),
  ],
  expectedAct,
);

const event = z.union(
  [
    z.strictObject({
      at: moment.optional(),
      message: z.string(),
      correlationKey: z.union([z.string(), z.number().transform(String)]).optional(),
      variables: variables.optional(),
      timeToLive: duration.optional(),
    }),
    z.strictObject({ at: moment.optional(), signal: z.string(), variables: variables.optional() }),
    z.strictObject({ at: moment.optional(), completeTask: z.string(), variables: variables.optional() }),
    z.strictObject({ at: moment.optional(), cancel: z.union([z.string(), z.literal(true)]) }),
  ],
  'expected one of {"message": name}, {"signal": name}, {"completeTask": id} and {"cancel": true}, with "at" and what belongs to it',
);

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoDate = z.string().regex(isoDay);

/** What one simulation is told; the options of the command line, and the fields of a line of a batch. */
export const simulationInput = z.strictObject({
  process: z.string().optional(),
  startEvent: z.string().optional(),
  variables: variables.optional(),
  until: z.union([z.literal('idle'), moment]).optional(),
  at: z
    .string()
    .refine((text) => parseInstant(text) !== null, 'expected an ISO date or date and time')
    .optional(),
  behaviour: z
    .record(
      z.string(),
      z.union([z.array(act).min(1), act], expectedAct),
      'expected a JSON object by element id or job type',
    )
    .optional(),
  events: z.array(event, 'expected a list of events').optional(),
  calendar: z.strictObject({ daysOff: z.array(isoDate), workingDays: z.array(isoDate) }).optional(),
});

export type SimulationInput = z.infer<typeof simulationInput>;

/** Checks input against the schema. Throws a UsageError that names the field. */
export function checkInput(value: unknown, from: string): SimulationInput {
  const { error, data } = simulationInput.safeParse(value);
  if (!error) return data;
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new UsageError(`${from}${path === '' ? '' : `: ${path}`}: ${issue?.message ?? 'not as expected'}.`);
}

/** The options of the simulation. Throws a UsageError if the deployment has no such process, or more than one. */
export function optionsOf(graph: Graph, input: SimulationInput): SimulateOptions {
  const begin = parseInstant(input.at ?? '2026-01-01T00:00:00Z') ?? '';
  const { process: _, until, at: __, ...rest } = withoutUndefined(input);
  const options: SimulateOptions = {
    ...rest,
    processes: processesOf(graph, input),
    at: begin,
  } as SimulateOptions;
  if (until !== undefined) options.until = until === 'idle' ? until : endOf(until, begin);
  options.events = (input.events ?? []).map(
    (outside) => ({ ...outside, at: from(outside.at ?? begin, begin) }) as OutsideEvent,
  );
  return options;
}

/** A day alone lasts until 24:00. */
function endOf(text: string, begin: string): string {
  const moment = from(text, begin);
  const day = { years: 0, months: 0, weeks: 0, days: 1, milliseconds: 0, sign: 1 as const };
  return (isoDay.test(text) ? addDuration(moment, day) : null) ?? moment;
}

/** A duration counts from the start of the simulation. */
function from(text: string, begin: string): string {
  const length = parseDuration(text);
  return (length ? addDuration(begin, length) : parseInstant(text)) ?? begin;
}

function processesOf(graph: Graph, { process, startEvent }: SimulationInput): string[] {
  const all = Object.keys(graph.processes);
  if (all.length === 0) throw new UsageError('The files hold no process.');
  if (process !== undefined) {
    // A pool is known by its participant as well.
    const id = graph.participants.find((participant) => participant.id === process)?.process ?? process;
    if (!all.includes(id))
      throw new UsageError(`There is no process ${process}. Processes: ${all.join(', ')}.`);
    if (startEvent !== undefined && !graph.processes[id]?.nodes[startEvent]) {
      throw new UsageError(`Process ${process} has no start event ${startEvent}.`);
    }
    return [id];
  }
  const found = startable(graph);
  if (found.length > 1 && graph.participants.length === 0) {
    throw new UsageError(`Say which process to start by --process: ${found.join(', ')}.`);
  }
  return found;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
