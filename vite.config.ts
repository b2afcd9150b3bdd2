import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const SERVER = 'http://127.0.0.1:8080';

/** Big libraries in files of their own: they change seldom, and a page without a map never loads the map. */
const groups = [
  // Vite's own loader of chunks goes with what every page needs, else it lands in a big one.
  {
    name: 'react',
    test: /vite[\\/]preload-helper|node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/,
  },
  { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre)[\\/]/ },
  {
    name: 'deck',
    test: /node_modules[\\/](@deck\.gl|@luma\.gl|@math\.gl|@loaders\.gl|@probe\.gl|mjolnir)/,
  },
  // A wall's charts need less of it than the studio's: what only one of them needs is a file of its own.
  { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, entriesAware: true },
  // What the wall needs first stays in one file, however many later pages share parts of it: small files compress badly.
  { name: 'first', tags: ['$initial' as const] },
];

/** Compressed once here, so that the server compresses nothing per request: `x.js` and `x.js.gz`. */
const precompress = {
  name: 'precompress',
  apply: 'build' as const,
  writeBundle({ dir = '' }) {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /[.](js|css|html|json|svg)$/.test(name))) {
      const place = path.join(dir, file);
      writeFileSync(`${place}.gz`, gzipSync(readFileSync(place), { level: 9 }));
    }
  },
};

/** Resident memory belongs to a process, so this one gets its own. */
const MEASURES_MEMORY = 'server/realtime/slow-viewers.test.ts';

/** They live through whole demos, one of two million dossiers, or a month of alarms: a minute that only `npm test` spends. */
const WHOLE_DEMOS = [
  'server/facts.test.ts',
  'server/alert/month.test.ts',
  'server/export/office-readers.test.ts',
  'fixtures/traps/whole-demo.test.ts',
];

export default defineConfig({
  root: 'client',
  plugins: [react(), precompress],
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': SERVER,
      '/healthz': SERVER,
      '/readyz': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      // It would move what only later pages share into the first file.
      experimental: { chunkOptimization: false },
    },
  },
  test: {
    root: '.',
    maxWorkers: 2,
    // A property test on a busy machine is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // One registry of modules a thread: importing them anew for each file took longer than the tests.
          pool: 'threads',
          isolate: false,
          // Tests read the theme; without this a style sheet is an empty text.
          css: true,
          include: ['{shared,server,client,fixtures}/**/*.test.{ts,tsx}'],
          exclude: ['client/e2e/**', 'node_modules/**', MEASURES_MEMORY, ...WHOLE_DEMOS],
        },
      },
      {
        extends: true,
        test: { name: 'process', environment: 'node', pool: 'forks', include: [MEASURES_MEMORY] },
      },
      {
        extends: true,
        test: { name: 'whole', environment: 'node', include: WHOLE_DEMOS },
      },
    ],
  },
});
