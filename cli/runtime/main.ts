import { StartError } from './start-error.ts';
import { Stopped } from './stop-signal.ts';

/**
 * Runs a program to its end. A `StartError` is printed as its one sentence and ends with exit code 1; a wish to stop ends
 * with the code shells expect for it; anything else is a fault of ours and shows its stack.
 */
export async function runMain(program: () => Promise<void>): Promise<never> {
  try {
    await program();
    process.exit(0);
  } catch (error) {
    if (error instanceof Stopped) process.exit(error.exitCode);
    console.error(error instanceof StartError ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}
