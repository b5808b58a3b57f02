import { execFileSync } from 'node:child_process';
import { StartError } from './start-error.ts';

/** How to run a program that refuses to run as root. */
export type Unprivileged = {
  wrap(command: string, args: string[]): { command: string; args: string[]; uid?: number; gid?: number };
  /** The account that must own the program's files, or null when the files simply stay ours. */
  owner: { uid: number; gid: number } | null;
};

/**
 * PostgreSQL refuses to run as root. For an ordinary account nothing is to be done. For root, the program runs in a
 * user namespace of its own (`unshare`), where it has no privileges and yet owns our files, so the project may lie in a folder
 * closed to everybody else; where namespaces are not allowed (some containers) it runs as `postgres` or `nobody`.
 */
export function unprivileged(): Unprivileged {
  const asIs = { wrap: (command: string, args: string[]) => ({ command, args }), owner: null };
  if (process.getuid?.() !== 0) return asIs;
  if (succeeds('unshare', ['--user', 'true'])) {
    return {
      wrap: (command, args) => ({ command: 'unshare', args: ['--user', command, ...args] }),
      owner: null,
    };
  }
  const owner = idOf('postgres') ?? idOf('nobody');
  if (owner === null) {
    throw new StartError(
      'database_failed',
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return { wrap: (command, args) => ({ command, args, ...owner }), owner };
}

function idOf(account: string): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, account], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function succeeds(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
