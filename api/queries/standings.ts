import { asc, inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { instanceSteps, processDefinitions, processInstances } from '../../db/schema/index.ts';
import { type PastStep, replay, type Standing } from '../../engine/operations/replay.ts';
import type { Graph } from '../../engine/types.ts';

/**
 * Where instances stand, replayed from their committed steps: PostgreSQL knows all that happened, so a dry run asks nobody
 * else. Instances without a step are left out. Each definition's graph is read once.
 */
export class Standings {
  readonly #db: Executor;
  readonly #graphs = new Map<string, Graph>();

  constructor(db: Executor) {
    this.#db = db;
  }

  async of(instanceIds: string[]): Promise<Map<string, Standing>> {
    const [rows, pinned] = await Promise.all([
      this.#db
        .select({ instanceId: instanceSteps.instanceId, event: instanceSteps.event, now: instanceSteps.now })
        .from(instanceSteps)
        .where(inArray(instanceSteps.instanceId, instanceIds))
        .orderBy(asc(instanceSteps.instanceId), asc(instanceSteps.step)),
      this.#db
        .select({ id: processInstances.id, definitionId: processInstances.definitionId })
        .from(processInstances)
        .where(inArray(processInstances.id, instanceIds)),
    ]);
    const steps = Map.groupBy(rows, ({ instanceId }) => instanceId);
    await this.#read([
      ...pinned.map(({ definitionId }) => definitionId),
      ...rows.flatMap(({ event }) => ('definition' in event && event.definition ? [event.definition] : [])),
    ]);
    const standings = new Map<string, Standing>();
    for (const { id, definitionId } of pinned) {
      const past = (steps.get(id) ?? []).map(
        ({ event, now }): PastStep => ({ event, now: now.toISOString() }),
      );
      const standing = replay(past, (definition) => this.#known(definition ?? definitionId));
      if (standing) standings.set(id, standing);
    }
    return standings;
  }

  async #read(ids: string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#graphs.has(id));
    if (missing.length === 0) return;
    const rows = await this.#db
      .select({ id: processDefinitions.id, graph: processDefinitions.graph })
      .from(processDefinitions)
      .where(inArray(processDefinitions.id, missing));
    for (const { id, graph } of rows) this.#graphs.set(id, graph);
  }

  #known(id: string): Graph {
    const graph = this.#graphs.get(id);
    if (!graph) throw new Error(`there is no definition ${id}`);
    return graph;
  }
}

/** Where one instance stands; undefined before its first step. */
export async function standingOf(db: Executor, instanceId: string): Promise<Standing | undefined> {
  return (await new Standings(db).of([instanceId])).get(instanceId);
}
