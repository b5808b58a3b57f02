import { catching } from './catching.ts';

/** Intermediate catch event: message, timer, signal, condition, or several of them; a link passes the token on. */
export const intermediateCatchEvent = catching;
