import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { processDefinitions, processInstances } from '../../db/schema/index.ts';
import { advance } from '../../engine/advance.ts';
import { ahead, type Place, placeKey } from '../../engine/model/ahead.ts';
import { diff, type ModelDiff } from '../../engine/model/diff.ts';
import type { Standing } from '../../engine/operations/replay.ts';
import type { Graph, NodeMapping, OperationProblem, State } from '../../engine/types.ts';
import type { Locale } from '../contract/common.ts';
import type { ImpactGroup } from '../contract/definitions.ts';
import { operationProblems } from './problems.ts';
import { Standings } from './standings.ts';

/** Instances replayed at a time; between two chunks other requests have their turn. */
const chunk = 100;

interface Candidate {
  graph: Graph;
  nodes: NodeMapping[];
  now: Date;
}

/** A running instance and the version it runs on. */
export interface OpenInstance {
  id: string;
  definitionId: string;
  version: number;
}

/** The running instances of a process, oldest first. */
export const openInstancesOf = (db: Executor, processId: string): Promise<OpenInstance[]> =>
  db
    .select({
      id: processInstances.id,
      definitionId: processDefinitions.id,
      version: processDefinitions.version,
    })
    .from(processInstances)
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(and(eq(processDefinitions.processId, processId), eq(processInstances.status, 'running')))
    .orderBy(asc(processInstances.startedAt), asc(processInstances.id));

/** What a version would mean for open instances, those at the same place together; most of them first. */
export async function impactOn(
  db: Executor,
  open: OpenInstance[],
  candidate: Candidate,
  locale: Locale,
): Promise<ImpactGroup[]> {
  const standings = new Standings(db);
  const groups = new Map<string, ImpactGroup>();
  const diffs = new Map<string, ModelDiff>();
  for (let i = 0; i < open.length; i += chunk) {
    const part = open.slice(i, i + chunk);
    const standing = await standings.of(part.map(({ id }) => id));
    for (const { id, definitionId, version } of part) {
      const at = standing.get(id);
      if (!at || at.graph.hash === candidate.graph.hash) continue;
      const position = innermost(at);
      const problems = problemsOf(at, candidate);
      const key = JSON.stringify([
        definitionId,
        position.map(placeKey),
        problems.map(({ code, element }) => [code, element]),
      ]);
      const group = groups.get(key);
      if (group) {
        group.instances += 1;
        continue;
      }
      const changes = diffs.get(definitionId) ?? diff(at.graph, candidate.graph);
      diffs.set(definitionId, changes);
      groups.set(key, {
        definitionId,
        version,
        position: position.map((place) => ({ ...place, name: nameOf(at.graph, place) })),
        instances: 1,
        example: id,
        problems: operationProblems(problems, locale),
        ahead: changesAhead(changes, at, candidate.graph),
      });
    }
  }
  return [...groups.values()].sort((a, b) => b.instances - a.instances);
}

/** Why the instance could not migrate as it stands. */
function problemsOf({ graph, state }: Standing, { graph: to, nodes, now }: Candidate): OperationProblem[] {
  const event = { type: 'migrated' as const, definition: to.hash, nodes };
  const { effects } = advance({ from: graph, to }, state, event, now.toISOString());
  return effects.flatMap((effect) => (effect.type === 'refused' ? effect.problems : []));
}

const placesOf = (state: State): Place[] =>
  Object.values(state.visits).map(({ process, node }) => ({ process, element: node }));

/** The open elements with nothing open inside, each once. */
function innermost({ state }: Standing): Place[] {
  const places = Object.values(state.visits)
    .filter(({ inside }) => inside === 0)
    .map(({ process, node }) => ({ process, element: node }));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

function changesAhead({ processes }: ModelDiff, at: Standing, to: Graph): ImpactGroup['ahead'] {
  const open = placesOf(at.state);
  const reachable = new Set([...ahead(at.graph, open), ...ahead(to, open)]);
  return processes.flatMap(({ process, elements }) =>
    elements
      .filter(({ element, kind }) => kind !== 'sequenceFlow' && reachable.has(placeKey({ process, element })))
      .map(({ element, name, change }) => ({ process, element, name, change })),
  );
}

export function nameOf(graph: Graph, { process, element }: Place): string {
  return graph.processes[process]?.nodes[element]?.name || element;
}
