import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { processDefinitions, processInstances } from '../db/schema/index.ts';
import type { Graph } from '../engine/types.ts';

/** The compiled graph of a definition; without one, that on which the instance runs. */
export async function loadGraph(db: Database, instanceId: string, definition: string | null): Promise<Graph> {
  const pinned = db
    .select({ id: processInstances.definitionId })
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  const [row] = await db
    .select({ graph: processDefinitions.graph })
    .from(processDefinitions)
    .where(eq(processDefinitions.id, definition ?? pinned));
  if (!row) throw new Error(`there is no definition ${definition ?? `of process instance ${instanceId}`}`);
  return row.graph;
}
