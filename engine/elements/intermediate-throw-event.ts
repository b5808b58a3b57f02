import { throwing } from './throwing.ts';

/** Intermediate throw event: message, signal, escalation, link, compensation, or nothing. */
export const intermediateThrowEvent = throwing;
