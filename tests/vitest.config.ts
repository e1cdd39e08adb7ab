import {join} from 'node:path'
import {defineConfig} from 'vitest/config'
import {steadyWasm} from '../scripts/steadyWasm.ts'

/** What Node makes of our sources, for the threads that tests start: without it, each makes the same again. */
const compileCache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'tests')

export default defineConfig({
  // The compiler leaves JSX to whoever bundles; here that is us.
  oxc: {jsx: {runtime: 'automatic'}},
  test: {
    environment: 'node',
    env: {NODE_COMPILE_CACHE: compileCache},
    execArgv: [steadyWasm],
    reporters: ['default', './tests/support/closingLine.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'lake',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/site/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: './tests/site/support/builtSite.ts',
          sequence: {groupOrder: 2},
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: './tests/e2e/support/builtStudio.ts',
          // One browser at a time, after everything else: it needs the whole machine.
          sequence: {groupOrder: 1},
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
