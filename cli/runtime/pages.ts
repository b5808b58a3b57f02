import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDir } from '../environment.ts';
import type { DataDir } from './data-dir.ts';
import { fingerprint } from './fingerprint.ts';
import { lastLine, type ProcessGroup } from './processes.ts';
import type { Progress } from './progress.ts';
import { StartError } from './start-error.ts';

/** Where Vite puts the built pages, and the API serves them from. */
export const webDir = join(projectDir, 'web/dist');

/** Says in the built pages which sources they are built from. */
const stampName = '.built-from';

/** Names the sources that the pages are built from: everything that goes into them. */
export function pagesFingerprint(): Promise<string> {
  const isSource = (path: string) => !path.startsWith('web/dist/') && !/\.test\.tsx?$/.test(path);
  return fingerprint(projectDir, ['web', 'api/contract', 'package-lock.json'], isSource);
}

/**
 * Builds the pages unless they are built from just these sources.
 * @throws {StartError} `pages_not_built`.
 */
export async function providePages(options: {
  dataDir: DataDir;
  group: ProcessGroup;
  progress: Progress;
}): Promise<void> {
  const stamp = await pagesFingerprint();
  if ((await readFile(join(webDir, stampName), 'utf8').catch(() => '')) === stamp) return;
  await options.progress.during('Building the pages', async () => {
    // Built aside and moved into place whole: another start may be serving the old pages, or building too.
    const cache = join(projectDir, 'node_modules/.cache/vinhdanh');
    await mkdir(cache, { recursive: true });
    const outDir = await mkdtemp(join(cache, 'pages-'));
    try {
      const build = await options.group.start({
        name: 'vite',
        command: process.execPath,
        args: [join(projectDir, 'node_modules/vite/bin/vite.js'), 'build', 'web', '--outDir', outDir],
        cwd: projectDir,
        logFile: join(await options.dataDir.folder('logs'), 'pages.log'),
      });
      if ((await build.exited) !== 0) {
        throw new StartError(
          'pages_not_built',
          `The pages could not be built (${lastLine(build.logFile)}). Read ${build.logFile}.`,
        );
      }
      await writeFile(join(outDir, stampName), stamp);
      await rm(webDir, { recursive: true, force: true });
      // Somebody who built at the same time was quicker by a moment: theirs are as good.
      await rename(outDir, webDir).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
    } finally {
      // At once: a start that is being stopped does not wait for it.
      rmSync(outDir, { recursive: true, force: true });
    }
  });
}
