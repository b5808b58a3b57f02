import type { Logger } from 'pino';

/** Does `work` again and again with a pause in between; a failure is logged and tried again. Returns how to stop it. */
export function repeat(pause: number, work: () => Promise<unknown>, log: Logger): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      round = work()
        .catch((error) => log.warn({ error }, 'a repeated piece of work failed'))
        .then(() => {
          if (!stopped) next();
        });
    }, pause);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}
