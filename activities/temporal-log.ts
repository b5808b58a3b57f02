import { type LogMetadata, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

/** Sends what the Temporal SDK has to say into the program's own log. Call once per process, before any worker is made. */
export function logTemporalTo(log: Logger): void {
  const line = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: LogMetadata) =>
    log[level]({ ...meta }, message);
  Runtime.install({
    logger: {
      log: (level, message, meta) =>
        log[level.toLowerCase() as Lowercase<typeof level>]({ ...meta }, message),
      trace: line('debug'),
      debug: line('debug'),
      info: line('debug'),
      warn: line('warn'),
      error: line('error'),
    },
  });
}
