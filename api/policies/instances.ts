import { and, eq } from 'drizzle-orm';
import { dossiers, processDefinitions, processInstances } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { administered, requireAdmin } from '../queries/administration.ts';

/**
 * The instance with its dossier and definition, for an administrator of the dossier's unit. A cancelled instance whose dossier
 * was taken up again is found no more: its dossier is another instance's.
 * @throws ApiError forbidden, instance_not_found (also where it only is hidden)
 */
export async function administeredInstance(context: CommandContext, instanceId: string) {
  requireAdmin(context);
  const [row] = await context.db
    .select({
      instance: processInstances,
      dossier: dossiers,
      definition: {
        id: processDefinitions.id,
        processId: processDefinitions.processId,
        version: processDefinitions.version,
      },
    })
    .from(processInstances)
    .innerJoin(dossiers, eq(dossiers.instanceId, processInstances.id))
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(and(eq(processInstances.id, instanceId), administered(context)));
  if (!row) throw new ApiError('instance_not_found');
  return row;
}
