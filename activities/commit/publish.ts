import { publications } from '../../db/schema/index.ts';
import { addDuration, parseDuration } from '../../engine/time/iso.ts';
import type { Effect } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';

/**
 * Notes a message or signal that the instance threw. It is carried to others after the commit (`carry-publications.ts`), so
 * that a step locks no instance but its own.
 */
export async function publish(
  { tx, instanceId, now }: CommitContext,
  { kind, element, name, correlationKey, variables, timeToLive }: Extract<Effect, { type: 'publish' }>,
): Promise<void> {
  // An escalation that nothing catches is only told.
  if (kind === 'escalation') return;
  const length = timeToLive === null ? null : parseDuration(timeToLive);
  const keptUntil = length && addDuration(now.toISOString(), length);
  await tx.insert(publications).values({
    instanceId,
    element,
    kind,
    name,
    correlationKey: correlationKey ?? '',
    variables,
    at: now,
    keptUntil: keptUntil === null ? now : new Date(keptUntil),
  });
}
