/** Two kinds of tests: plain ones in milliseconds, and those that build the site and open it in a browser. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One for each of two cores; the tests of the site wait for the browser most of the time.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/*.test.ts', 'tests/golden/**/*.test.ts', 'tests/import/**/*.test.ts', 'tests/policies/**/*.test.ts'],
          globalSetup: ['tests/support/temporary-folder.ts'],
          environment: 'node',
          // No test changes what another sees, so the modules of the program are loaded once.
          isolate: false,
          // None takes more than a few seconds; a busy machine is no reason to fail.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/portals.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
