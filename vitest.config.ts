import { defineConfig } from 'vitest/config';

const excluded = ['node_modules/**', '.data/**', 'out/**', 'web/dist/**'];
/** Folders of pure code, pages without a server, and tests of the project's files: they need neither PostgreSQL nor Temporal. */
const pure = ['engine', 'domain', 'rules', 'processes', 'web', 'test/project'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores; PostgreSQL, Temporal and Chromium want their share of them.
    maxWorkers: 2,
    // The files a process runs share its loaded modules: to load the whole api anew for each takes a fifth of the time.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: excluded,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stack',
          include: ['**/*.test.ts'],
          exclude: [...excluded, ...pure.map((folder) => `${folder}/**`)],
          globalSetup: ['test/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
