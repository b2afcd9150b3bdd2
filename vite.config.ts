import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist/client', emptyOutDir: true },
  test: {
    root: '.',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,server,client,fixtures}/**/*.test.{ts,tsx}'],
          exclude: ['client/e2e/**', 'node_modules/**'],
        },
      },
    ],
  },
});
