import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** A TCP port of 127.0.0.1 that was free a moment ago; for servers only this machine talks to. */
export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1');
}

/**
 * Refuses to go on when `port` of `host` cannot be listened on, before anything else is started.
 * @throws {StartError} `port_taken` when another program has it, `bad_setting` when this account or machine may not use it.
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === 'EADDRINUSE') {
      throw new StartError(
        'port_taken',
        `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=${port === 65535 ? 8080 : port + 1} npm start.`,
      );
    }
    if (reason === 'EACCES') {
      throw new StartError(
        'bad_setting',
        `This account may not listen on port ${port}. Choose a port above 1023, such as PORT=8080.`,
      );
    }
    throw new StartError(
      'bad_setting',
      `HOST "${host}" is not an address of this machine (${reason}). Use 127.0.0.1 or 0.0.0.0.`,
    );
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
