import { UsageError } from './files.ts';

/** Where a command writes: line by line. */
export interface Streams {
  out: (line: string) => void;
  error: (line: string) => void;
}

/** Runs a command; a UsageError ends it with code 2, its sentence and the usage. Asked for help, it tells the usage alone. */
export async function withUsage(
  args: readonly string[],
  usage: string,
  streams: Streams,
  command: () => Promise<number>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    streams.out(usage);
    return 0;
  }
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
    streams.error(`${(error as Error).message}\n${usage}`);
    return 2;
  }
}

/** `node:util` parseArgs throws these for options it does not know. */
function isArgumentError(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
