import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { appendEvent } from '../db/outbox.ts';
import { processDefinitions, processInstances } from '../db/schema/index.ts';
import { compile } from '../engine/compile.ts';
import { runningDossier } from '../test/fixtures/running-dossier.ts';
import { fiveStepsXml } from './five-steps.ts';

/** Deploys the benchmark's process and returns the definition's id. */
export async function deployFiveSteps(db: Database): Promise<string> {
  const resources = { 'five-steps.bpmn': fiveStepsXml };
  const { graph } = await compile(resources);
  const id = randomUUID();
  await db
    .insert(processDefinitions)
    .values({ id, processId: 'five-steps', version: 1, hash: graph.hash, resources, graph });
  return id;
}

/** A submitted dossier of that process, its start in the outbox and not yet delivered. Returns the instance's id. */
export async function startFiveSteps(db: Database, definitionId: string): Promise<string> {
  const { instanceId } = await runningDossier(db);
  await db.update(processInstances).set({ definitionId }).where(eq(processInstances.id, instanceId));
  const calendar = { daysOff: [], workingDays: [] };
  await db.transaction((tx) =>
    appendEvent(tx, {
      instanceId,
      accountId: null,
      event: { type: 'start', process: 'five-steps', variables: {}, calendar },
    }),
  );
  return instanceId;
}
