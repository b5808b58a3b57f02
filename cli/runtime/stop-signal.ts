/** A wish to stop, from Ctrl+C, `kill`, a closed terminal, or the end of the program that started this one. */
export type StopSignal = {
  /** Rejects with `Stopped` at the first wish. */
  wish: Promise<never>;
};

/** Why something was left unfinished: somebody asked for the end. */
export class Stopped extends Error {
  /** The exit code shells expect: 130 after SIGINT, 143 after SIGTERM. */
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('stopped');
    this.name = 'Stopped';
    this.exitCode = exitCode;
  }
}

/** npm and the shell pass the same Ctrl+C on several times; a person's second one comes later. */
const echoMs = 1_000;

/**
 * Listens for wishes to stop.
 * @param onInsist is called when a person asks again while stopping is under way.
 */
export function listenForStop(onInsist: () => void): StopSignal {
  let first: number | null = null;
  let reject: (reason: Stopped) => void;
  const wish = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Whoever waits for it hears of it; nobody waiting is no fault.
  wish.catch(() => {});
  const stop = (exitCode: number) => {
    if (first === null) {
      first = performance.now();
      reject(new Stopped(exitCode));
    } else if (performance.now() - first > echoMs) {
      onInsist();
    }
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  process.on('disconnect', () => stop(129));
  // A terminal that went away must not keep the children from being stopped.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return { wish };
}
