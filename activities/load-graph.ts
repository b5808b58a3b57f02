import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { processDefinitions, processInstances } from '../db/schema/index.ts';
import type { Graph } from '../engine/types.ts';

/** The compiled graph that an instance was pinned to when it started. */
export async function loadGraph(db: Database, instanceId: string): Promise<Graph> {
  const [row] = await db
    .select({ graph: processDefinitions.graph })
    .from(processInstances)
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(eq(processInstances.id, instanceId));
  if (!row) throw new Error(`process instance ${instanceId} does not exist`);
  return row.graph;
}
