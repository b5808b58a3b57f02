import { rootVisit } from '../start.ts';
import type { EngineEvent } from '../types.ts';

/** An event that changes nothing, in place of one that was taken back: numbers of the outbox leave no gaps. */
export const nothing: EngineEvent = { type: 'variablesChanged', scope: rootVisit, variables: {} };
