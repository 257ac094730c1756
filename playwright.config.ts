import { defineConfig } from '@playwright/test';
import type { HostOption } from './e2e/fixtures.ts';

/** `npm test` tells here which browser and which Electron there are (scripts/test.ts). */
const electron = process.env.NEWSGRAPH_ELECTRON;

export default defineConfig<HostOption>({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: { viewport: { width: 1280, height: 800 }, trace: 'retain-on-failure' },
  projects: [
    // what measures time runs by itself: `--workers=1`, after the others
    { name: 'browser-alone', testDir: 'e2e', testMatch: ['alone/**/*.spec.ts'], use: { host: 'browser' } },
    ...(electron ? [{ name: 'desktop-alone', testDir: 'e2e', testMatch: ['alone/**/*.spec.ts'], use: { host: 'desktop' as const } }] : []),
    { name: 'browser', testDir: 'e2e', testMatch: ['journeys/**/*.spec.ts', 'browser/**/*.spec.ts'], use: { host: 'browser' } },
    ...(electron
      ? [
          {
            name: 'desktop',
            testDir: 'e2e',
            testMatch: ['journeys/**/*.spec.ts', 'desktop/**/*.spec.ts'],
            // what meets nothing of the host that other journeys do not meet; saving has a desktop spec of its own
            testIgnore: ['accessibility', 'entity-corrections', 'export', 'filter-time'].map((name) => `**/journeys/${name}.spec.ts`),
            grepInvert: /@browser/,
            use: { host: 'desktop' as const },
          },
        ]
      : []),
  ],
});
