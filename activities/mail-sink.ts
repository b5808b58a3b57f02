import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** Largest mail the sink takes, in bytes. */
const sizeLimit = 10 * 1024 * 1024;

export interface MailSink {
  port: number;
  close(): Promise<void>;
}

/**
 * Mail server for development and tests: takes every mail on 127.0.0.1 and stores it as `.eml` under `dir`, instead of
 * delivering it. Port 0 picks a free one.
 */
export async function startMailSink({ port, dir }: { port: number; dir: string }): Promise<MailSink> {
  await mkdir(dir, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: sizeLimit,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(new Error('552 message too large'));
          return;
        }
        store(dir, Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    const socket = server.listen(port, '127.0.0.1', () => {
      const address = socket.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
  // A client that hangs up in the middle of a mail is its own loss.
  server.on('error', () => undefined);
  return { port: listening, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Readers never see half a mail: it is written beside its place and moved there. */
async function store(dir: string, content: Buffer): Promise<void> {
  // Named by the time, so that names sort by it.
  const path = join(dir, `${Date.now()}-${randomUUID()}.eml`);
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
