import { describe, expect, it } from 'vitest';
import { activityJobTypes } from '../activities/jobs/activity-jobs.ts';
import { transactionalJobs } from '../activities/jobs/index.ts';
import { levelEnum, roleEnum } from '../db/schema/index.ts';
import { compile } from '../engine/compile.ts';
import type { Expression, Graph, Node, Process } from '../engine/model/graph.ts';
import { readModels } from './read-models.ts';

/** The award chain, the papers that carry its dossiers, and a council's session. */
const compiled = await Promise.all(
  ['', 'council-session', 'submission', 'decision'].map(async (name) => ({
    name,
    ...(await compile(readModels(name))),
  })),
);
const processes = compiled.flatMap(({ graph }) =>
  Object.values(graph.processes).map((process) => ({ process, graph })),
);
const nodes: [name: string, node: Node, process: Process, graph: Graph][] = processes.flatMap(
  ({ process, graph }) =>
    Object.values(process.nodes).map((node): [string, Node, Process, Graph] => [
      `${process.id} / ${node.id}`,
      node,
      process,
      graph,
    ]),
);
const ofKind = (kind: Node['kind']) => nodes.filter(([, node]) => node.kind === kind);

/** Places a task may name beside the levels: those of a dossier, and the council whose session it is. */
const places = ['proposer', 'decider', 'president', 'council', ...levelEnum.enumValues];

it.each(compiled)('$name is one deployment without problems', ({ problems }) => {
  expect(problems).toEqual([]);
});

it('the award chain is one deployment of all its levels', () => {
  const graph = compiled.find(({ name }) => name === '')?.graph;
  expect(Object.keys(graph?.processes ?? {}).sort()).toEqual([
    'award-chain',
    'central-level',
    'council-stage',
    'department-level',
    'issue',
    'ministry-level',
    'opinion-requests',
    'paper-stage',
    'public-posting',
    'state-level',
    'supplement',
    'unit-level',
  ]);
});

it.each(processes.map(({ process }) => [process.id, process]))(
  '%s can be started, and has a name',
  (_, process) => {
    expect(process).toMatchObject({ executable: true, name: expect.stringMatching(/\S/) });
  },
);

it.each(ofKind('serviceTask'))('%s is a job that somebody does', (_, node) => {
  expect([...Object.keys(transactionalJobs), ...activityJobTypes]).toContain(stated(node.job?.type));
});

it.each(ofKind('callActivity'))(
  '%s calls a process of the deployment, and takes nothing back unsaid',
  (_, node, _process, graph) => {
    expect(Object.keys(graph.processes)).toContain(stated(node.called?.process));
    expect(node.called?.allToParent).toBe(false);
  },
);

it.each(ofKind('exclusiveGateway'))(
  '%s says what it asks, and when each way is taken',
  (_, node, process) => {
    expect(node.name).toMatch(/\?$/);
    for (const flow of node.outgoing)
      expect(process.flows[flow]?.condition !== undefined || node.default === flow, flow).toBe(true);
  },
);

describe('every human step', () => {
  it.each(ofKind('userTask'))('%s is for one known role at one known place', (_, node) => {
    const [role, place] = groupOf(node).split('@');
    expect(roleEnum.enumValues).toContain(role);
    expect([...places, toldByCaller]).toContain(place);
  });

  it.each(ofKind('userTask'))('%s names the verdicts it allows, and its level', (_, node) => {
    const allowed = ['approve', 'approve,return', 'approve,return,reject', 'approve,reject'];
    expect(allowed).toContain(node.headers?.verdicts);
    // The level of the deciding unit is only known when the award is, of a session when the council is, of a called process
    // to its caller.
    const known = groupOf(node).endsWith(toldByCaller)
      ? [undefined]
      : [...levelEnum.enumValues, 'decider', 'council'];
    expect(known).toContain(node.headers?.level);
  });

  it.each(ofKind('userTask'))('%s is due in working days, or when a session is held', (_, node) => {
    const due = /^(working days\((\d+|request\.days)\)|scheduledAt|closesAt)$/;
    expect(node.task?.dueDate).toEqual({ feel: expect.stringMatching(due) });
  });

  it.each(ofKind('userTask'))(
    '%s reminds three days and one day before, one day after, and escalates',
    (_, node) => {
      expect(node.task?.reminders).toEqual([
        { kind: 'before', offset: -3 },
        { kind: 'before', offset: -1 },
        { kind: 'overdue', offset: 1 },
        { kind: 'escalation', offset: 2 },
      ]);
    },
  );
});

it('every element has an id of its own in all models', () => {
  const ids = nodes.map(([, node]) => node.id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The first group of a task; `"appraiser@" + postingLevel` leaves the place to whoever calls the process. */
function groupOf({ task }: Node): string {
  const groups = task?.candidateGroups;
  if (!groups || !('feel' in groups)) return String(stated(groups));
  // The request of an opinion names who is to answer: the head of an agency, or the appraiser who asked.
  if (groups.feel === 'request.group') return `head@${toldByCaller}`;
  return groups.feel.replace(/^"(\w+@)" \+ \w+$/, `$1${toldByCaller}`);
}
const toldByCaller = '(told by the caller)';

/** What an expression without FEEL states. */
function stated(expression: Expression | undefined): unknown {
  return expression && 'value' in expression ? expression.value : undefined;
}
