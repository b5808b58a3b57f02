import { and, eq } from 'drizzle-orm';
import { processDefinitions, processInstances, subjects } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { requireAdmin } from '../queries/administration.ts';
import { administeredSubject } from './subjects.ts';

/**
 * The instance with its subject and definition, for an administrator of the subject's unit. A cancelled instance whose subject
 * was taken up again is found no more: the subject is another instance's.
 * @throws ApiError forbidden, instance_not_found (also where it only is hidden)
 */
export async function administeredInstance(context: CommandContext, instanceId: string) {
  requireAdmin(context);
  const [row] = await context.db
    .select({
      instance: processInstances,
      subject: { id: subjects.id, kind: subjects.kind, code: subjects.code, title: subjects.title },
      definition: {
        id: processDefinitions.id,
        processId: processDefinitions.processId,
        version: processDefinitions.version,
      },
    })
    .from(processInstances)
    .innerJoin(subjects, eq(subjects.instanceId, processInstances.id))
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(and(eq(processInstances.id, instanceId), administeredSubject(context)));
  if (!row) throw new ApiError('instance_not_found');
  return row;
}
