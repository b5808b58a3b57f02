import { and, eq, isNull } from 'drizzle-orm';
import { incidents, instanceHistory, processDefinitions, processInstances } from '../../db/schema/index.ts';
import { incidentMessage } from '../../engine/model/incident-message.ts';
import type { CommandContext } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type { Diagram } from '../contract/dossiers.ts';
import { visibleDossier } from '../policies/dossiers.ts';

/**
 * The BPMN models of a dossier that its tokens have entered, with where they are and where they have been.
 * A draft has none yet.
 * @throws ApiError dossier_not_found
 */
export async function getDiagram(
  context: CommandContext,
  dossierId: string,
  locale: Locale,
): Promise<Diagram> {
  const { db } = context;
  const { instanceId } = await visibleDossier(context, dossierId);
  if (!instanceId) return { processes: [] };
  const [[running], completed, open] = await Promise.all([
    db
      .select({
        position: processInstances.position,
        processId: processDefinitions.processId,
        graph: processDefinitions.graph,
        resources: processDefinitions.resources,
      })
      .from(processInstances)
      .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
      .where(eq(processInstances.id, instanceId)),
    db
      .selectDistinct({ process: instanceHistory.process, element: instanceHistory.element })
      .from(instanceHistory)
      .where(and(eq(instanceHistory.instanceId, instanceId), eq(instanceHistory.action, 'complete'))),
    db
      .select()
      .from(incidents)
      .where(and(eq(incidents.instanceId, instanceId), isNull(incidents.resolvedAt))),
  ]);
  if (!running) return { processes: [] };
  const { position, processId, graph, resources } = running;
  const entered = new Set([
    processId,
    ...position.map(({ process }) => process),
    ...completed.map(({ process }) => process),
  ]);
  const processes = [...entered].flatMap((id) => {
    const process = graph.processes[id];
    const xml = process && resources[process.file];
    if (!process || !xml) return [];
    const active = [...new Set(position.filter((at) => at.process === id).map(({ element }) => element))];
    return [
      {
        process: id,
        name: process.name,
        xml,
        active,
        completed: completed
          .filter((at) => at.process === id && !active.includes(at.element))
          .map(({ element }) => element),
        incidents: open
          .filter(({ element }) => element in process.nodes)
          .map(({ id: incidentId, element, code, message }) => ({
            id: incidentId,
            element,
            code,
            message: incidentMessage(message, locale),
          })),
      },
    ];
  });
  return { processes };
}
