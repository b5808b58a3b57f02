import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** Largest mail the sink takes, in bytes. */
const sizeLimit = 10 * 1024 * 1024;

export interface MailSink {
  port: number;
  close(): Promise<void>;
}

/** One mail as lists show it. */
export interface StoredMail {
  /** Name for `readMail`: no path, no extension. */
  id: string;
  receivedAt: Date;
  subject: string;
  from: string;
  to: string[];
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

/** The newest `limit` mails of the sink's folder, newest first. */
export async function listMails(dir: string, limit = 200): Promise<StoredMail[]> {
  const names = (await readdir(dir)).filter((name) => fileName.test(name));
  names.sort().reverse();
  return Promise.all(
    names.slice(0, limit).map(async (name) => {
      const id = name.slice(0, -'.eml'.length);
      const email = await parse(dir, id);
      return {
        id,
        receivedAt: new Date(Number(id.split('-')[0])),
        subject: email.subject ?? '',
        from: email.from?.address ?? '',
        to: (email.to ?? []).map((to) => to.address ?? ''),
      };
    }),
  );
}

/** One mail with its text and HTML, or null if there is none of that id. */
export async function readMail(dir: string, id: string): Promise<Email | null> {
  if (!fileName.test(`${id}.eml`)) return null;
  try {
    return await parse(dir, id);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Milliseconds since 1970, so that names sort by time, and something unique. */
const fileName = /^\d{13}-[0-9a-f-]{36}\.eml$/;

/** Readers never see half a mail: it is written beside its place and moved there. */
async function store(dir: string, content: Buffer): Promise<void> {
  const path = join(dir, `${Date.now()}-${randomUUID()}.eml`);
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

async function parse(dir: string, id: string): Promise<Email> {
  return PostalMime.parse(await readFile(join(dir, `${id}.eml`)));
}
