import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {yamlVitePlugin} from '../.scripts/build/yaml-plugin.mjs';
import {countReporter} from './count-reporter.js';

/** No test waits for time. These end what would hang, on a machine that is ten times slower. */
const PATIENCE_MS = 300_000;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [yamlVitePlugin()],
  test: {
    // The server's zone and locale must never change a result: run in odd ones.
    env: {TZ: 'Pacific/Chatham', NODE_ENV: 'test', CI: '', FORCE_COLOR: '3'},
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: {poll: {timeout: 60_000, interval: 10}},
    maxWorkers: 2,
    reporters: ['default', countReporter],
    projects: [
      {
        extends: true,
        test: {
          name: 'pty',
          include: ['test/pty/**/*.test.ts'],
          globalSetup: ['test/pty/build-programs.ts'],
          setupFiles: ['test/pty/end-sessions.ts'],
          // Real terminals, servers and signals; the report says what was needed twice.
          retry: 2,
        },
      },
      {
        extends: true,
        test: {name: 'units', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/pty/**']},
      },
    ],
  },
});
