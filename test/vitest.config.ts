import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = new URL('..', import.meta.url).pathname;

/** Tests that drive a real browser have time for it to start and be slow; they share one machine, so one file runs at a time. */
const inBrowser = { environment: 'node', fileParallelism: false, env: { TZ: 'UTC' }, testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [WxtVitest({ root })],
        test: {
          name: 'unit',
          // A file that needs a DOM says so in its first line: `// @vitest-environment happy-dom`.
          environment: 'node',
          include: ['test/architecture.test.ts', 'test/{core,db,i18n,messages,platforms,components}/**/*.test.{ts,tsx}'],
          exclude: ['test/platforms/{pages,saved-pages,spoilt-pages}.test.ts'],
          setupFiles: ['test/setup.ts'],
        },
      },
      { root, test: { ...inBrowser, name: 'pages', include: ['test/platforms/{pages,saved-pages,spoilt-pages}.test.ts'] } },
      { root, test: { ...inBrowser, name: 'browsers', globalSetup: 'test/e2e/global-setup.ts', include: ['test/e2e/**/*.test.ts'] } },
    ],
  },
});
