import { throwing } from './throwing.ts';

/** End event: what a throw event does, and error, terminate and cancel; the token ends here. */
export const endEvent = throwing;
