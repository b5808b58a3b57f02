import { and, desc, eq, sql } from 'drizzle-orm';
import type { Graph } from '../engine/types.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { Executor } from './client.ts';
import { processDefinitions } from './schema/index.ts';

/** The process of a dossier. */
export const awardProcess = 'award-chain';

/** The process of a council's session. */
export const sessionProcess = 'council-session';

export interface Deployment {
  /** Id of the process that starts. */
  processId: string;
  /** File name -> text, as deployed. */
  resources: Record<string, string>;
  graph: Graph;
  /** Who deploys; null for the shipped models. */
  accountId: string | null;
  at: Date;
}

/**
 * Stores a definition under the next version number, unless its graph is stored already: the same content is the same
 * version. One deployment at a time.
 */
export async function storeDefinition(
  tx: Executor,
  { processId, resources, graph, accountId, at }: Deployment,
): Promise<{ id: string; version: number; isNew: boolean }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.deployment})`);
  const columns = { id: processDefinitions.id, version: processDefinitions.version };
  const [known] = await tx
    .select(columns)
    .from(processDefinitions)
    .where(and(eq(processDefinitions.processId, processId), eq(processDefinitions.hash, graph.hash)));
  if (known) return { ...known, isNew: false };
  const [highest] = await tx
    .select(columns)
    .from(processDefinitions)
    .where(eq(processDefinitions.processId, processId))
    .orderBy(desc(processDefinitions.version))
    .limit(1);
  const version = (highest?.version ?? 0) + 1;
  const [stored] = await tx
    .insert(processDefinitions)
    .values({
      processId,
      version,
      hash: graph.hash,
      resources,
      graph,
      deployedBy: accountId,
      deployedAt: await afterNewest(tx, processId, at),
    })
    .returning(columns);
  if (!stored) throw new Error('insert of a process definition returned no row');
  return { ...stored, isNew: true };
}

/** Makes a stored definition the newest of its process again; nothing where it is. */
export async function deployAgain(
  tx: Executor,
  { id, processId, accountId, at }: Pick<Deployment, 'processId' | 'accountId' | 'at'> & { id: string },
): Promise<void> {
  const newest = await newestDefinition(tx, processId);
  if (newest?.id === id) return;
  await tx
    .update(processDefinitions)
    .set({ deployedAt: await afterNewest(tx, processId, at), deployedBy: accountId })
    .where(eq(processDefinitions.id, id));
}

/** The newest is the one deployed last, also where the clocks of two machines differ. */
async function afterNewest(tx: Executor, processId: string, at: Date): Promise<Date> {
  const last = (await newestDefinition(tx, processId))?.deployedAt.getTime() ?? 0;
  return new Date(Math.max(at.getTime(), last + 1));
}

/** The definition that new instances of a process start on: the one deployed last. */
export async function newestDefinition(
  tx: Executor,
  processId: string,
): Promise<typeof processDefinitions.$inferSelect | undefined> {
  const [newest] = await tx
    .select()
    .from(processDefinitions)
    .where(eq(processDefinitions.processId, processId))
    .orderBy(desc(processDefinitions.deployedAt), desc(processDefinitions.version))
    .limit(1);
  return newest;
}
