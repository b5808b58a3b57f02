import type { Executor } from './client.ts';
import { incidents } from './schema/index.ts';

export interface NewIncident {
  instanceId: string;
  /** What tells it from the others of its instance. */
  incident: string;
  element: string;
  code: string;
  message: string;
  openedAt: Date;
}

/** Opens an incident once; a second report of the same one changes nothing. */
export async function openIncident(tx: Executor, incident: NewIncident): Promise<void> {
  await tx.insert(incidents).values(incident).onConflictDoNothing();
}
