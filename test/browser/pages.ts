import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { projectDir } from '../../cli/environment.ts';
import { pagesFingerprint } from '../../cli/runtime/pages.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { openBrowser, type phone, Visitor } from './visitor.ts';

/** What answers the pages: the API alone (`startApiWorld`) or everything that runs in production (`startStack`). */
type Server = { baseUrl: string } & AsyncDisposable;

interface PassOptions {
  verdict?: string;
  before?: (visitor: Visitor) => Promise<void>;
  window?: typeof phone;
}

/** The pages as built from these sources, a server behind them and a browser before them, for one test file. */
export interface Pages<S extends Server> {
  /** For use in hooks and tests: it runs only then. */
  readonly server: S;
  /** A browser window of its own in which nobody has logged in and nothing is open yet. */
  arrive(window?: typeof phone): Promise<Visitor>;
  /** A page before one person of the demo, who has logged in. */
  visit(login: string, path: string, window?: typeof phone): Promise<Visitor>;
  /**
   * One person completes the task that is named on a page, once it is there; with a verdict where there is a choice, and after what
   * they do `before`.
   */
  pass(login: string, path: string, task: string, options?: PassOptions): Promise<void>;
  /** A file as a person has it on their own disk. @returns its path */
  onDisk(name: string, content: Uint8Array | string): Promise<string>;
}

/**
 * Gives the test file that calls it pages to look at, from before its first test (and its own `beforeAll`) to after the last.
 *
 * @example
 * const pages = startPages(startApiWorld);
 * test('a clerk sees the own dossiers', async () => {
 *   const clerk = await pages.visit('clerk.tkth', '/dossiers');
 *   await clerk.sees('Lập hồ sơ');
 *   await clerk.leave();
 * });
 */
export function startPages<S extends Server>(start: (options: { webDir: string }) => Promise<S>): Pages<S> {
  let folder: string;
  let server: S;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-pages-'));
    const webDir = await developmentPages();
    [server, browser] = await Promise.all([start({ webDir }), openBrowser()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const arrive: Pages<S>['arrive'] = (window) => Visitor.arrive(browser, server.baseUrl, window);
  const visit: Pages<S>['visit'] = async (login, path, window) => {
    const [visitor, { cookie }] = await Promise.all([
      arrive(window),
      new ApiClient(server.baseUrl).logIn(login, demoPassword),
    ]);
    await visitor.accept(cookie);
    await visitor.open(path);
    return visitor;
  };
  return {
    get server() {
      return server;
    },
    arrive,
    visit,
    async pass(login, path, task, { verdict, before, window } = {}) {
      const person = await visit(login, path, window);
      await person.follow(task);
      await person.sees('Quyết định của bạn');
      await before?.(person);
      if (verdict !== undefined) await person.tick(verdict);
      await person.press(verdict === undefined ? 'Hoàn thành việc' : 'Ghi nhận quyết định');
      await person.sees('Đã ghi nhận');
      await person.leave();
    },
    async onDisk(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/**
 * The pages as these sources give them, with the warnings of React that a build for production leaves out. Built once for
 * all files; two that come first at the same time build both, and whoever is later finds the other's in place.
 */
async function developmentPages(): Promise<string> {
  const out = join(projectDir, 'out');
  const built = join(out, `pages-under-test-${await pagesFingerprint()}`);
  if (existsSync(built)) return built;
  await mkdir(out, { recursive: true });
  const outDir = await mkdtemp(join(out, 'pages-'));
  try {
    await build({ configFile: join(projectDir, 'web/vite.config.ts'), logLevel: 'error', build: { outDir } });
    await rename(outDir, built).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  return built;
}
