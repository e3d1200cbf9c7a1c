import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {yamlVitePlugin} from '../.scripts/build/yaml-plugin.mjs';
import {countReporter} from './count-reporter.js';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [yamlVitePlugin()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The server's zone and locale must never change a result: run in odd ones.
    env: {TZ: 'Pacific/Chatham', NODE_ENV: 'test', CI: '', FORCE_COLOR: '3'},
    testTimeout: 60_000,
    // Real terminals, servers and signals meet whatever else the machine does; what is broken stays so.
    retry: 2,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', countReporter],
  },
});
