import { and, count, desc, eq, sql } from 'drizzle-orm';
import { processDefinitions, processInstances } from '../../db/schema/index.ts';
import { diff, type ModelDiff } from '../../engine/model/diff.ts';
import type { CommandContext } from '../context.ts';
import type { DefinitionDetail, DefinitionSummary } from '../contract/definitions.ts';
import { ApiError } from '../errors.ts';
import { requireAdmin } from './administration.ts';
import { personAs } from './references.ts';

/** Every version of every process, the newest first. @throws ApiError forbidden */
export async function listDefinitions(context: CommandContext): Promise<DefinitionSummary[]> {
  requireAdmin(context);
  return selectDefinitions(context);
}

/** One version with its files. @throws ApiError forbidden, definition_not_found */
export async function getDefinition(
  context: CommandContext,
  definitionId: string,
): Promise<DefinitionDetail> {
  requireAdmin(context);
  const { processId, graph, resources } = await definitionRow(context, definitionId);
  const summary = (await selectDefinitions(context)).find(({ id }) => id === definitionId);
  if (!summary) throw new ApiError('definition_not_found');
  const first = (id: string) => (id === processId ? 0 : 1);
  return {
    ...summary,
    files: Object.entries(resources).map(([name, content]) => ({ name, content })),
    processes: Object.values(graph.processes)
      .map(({ id, name, file }) => ({ process: id, name: name || id, file }))
      .sort((a, b) => first(a.process) - first(b.process)),
  };
}

/** What the second version changes in the first. @throws ApiError forbidden, definition_not_found */
export async function diffDefinitions(context: CommandContext, from: string, to: string): Promise<ModelDiff> {
  requireAdmin(context);
  const [before, after] = await Promise.all([definitionRow(context, from), definitionRow(context, to)]);
  return diff(before.graph, after.graph);
}

export async function definitionRow({ db }: Pick<CommandContext, 'db'>, definitionId: string) {
  const [row] = await db.select().from(processDefinitions).where(eq(processDefinitions.id, definitionId));
  if (!row) throw new ApiError('definition_not_found');
  return row;
}

async function selectDefinitions({ db }: CommandContext): Promise<DefinitionSummary[]> {
  const { account, person, columns } = personAs('deployer');
  const rows = await db
    .select({
      id: processDefinitions.id,
      processId: processDefinitions.processId,
      version: processDefinitions.version,
      hash: processDefinitions.hash,
      deployedAt: processDefinitions.deployedAt,
      name: sql<string>`${processDefinitions.graph} -> 'processes' -> ${processDefinitions.processId} ->> 'name'`,
      deployedBy: columns,
      runningInstances: count(processInstances.id),
    })
    .from(processDefinitions)
    .leftJoin(
      processInstances,
      and(eq(processInstances.definitionId, processDefinitions.id), eq(processInstances.status, 'running')),
    )
    .leftJoin(account, eq(account.id, processDefinitions.deployedBy))
    .leftJoin(person, eq(person.id, account.personId))
    .groupBy(processDefinitions.id, person.id)
    .orderBy(desc(processDefinitions.deployedAt), desc(processDefinitions.version));
  const newest = new Map<string, string>();
  return rows.map(({ name, deployedAt, ...row }) => {
    if (!newest.has(row.processId)) newest.set(row.processId, row.id);
    return {
      ...row,
      name: name || row.processId,
      deployedAt: deployedAt.toISOString(),
      isNewest: newest.get(row.processId) === row.id,
    };
  });
}
