import { listenForStop, Stopped } from './stop-signal.ts';

/**
 * Waits until `work` fails or somebody asks the program to stop, then runs `close`. A second wish to stop ends the program
 * at once: what was committed is safe in the database.
 */
export async function untilStopped(work: Promise<unknown>, close: () => Promise<void>): Promise<void> {
  const stop = listenForStop(() => process.exit(1));
  try {
    await Promise.race([work, stop.wish]);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  await close();
}
