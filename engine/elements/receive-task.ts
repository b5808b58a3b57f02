import { catching } from './catching.ts';

/** Receive task: waits for its message. */
export const receiveTask = catching;
