import { test as base, expect, type Page } from '@playwright/test';
import { type Running, type StartOptions, startBrowser, startDesktop } from './hosts.ts';
import { copyOf, makeSampleLibrary, remove, temporaryFolder } from './library.ts';

export interface HostOption {
  host: 'browser' | 'desktop';
}

/** Opens Newsgraph in the project's host; closed after the test. */
export type Open = (options?: Partial<StartOptions>) => Promise<Running>;

interface TestFixtures {
  open: Open;
  /** A window on a copy of the sample library. */
  window: Page;
  /** What the windows of this test complained of: console errors and exceptions. Checked to be empty at its end. */
  complaints: string[];
}

interface WorkerFixtures {
  sampleLibrary: string;
}

const listenTo = (page: Page, complaints: string[]) => {
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
};

/** Journeys run unchanged in a browser and in Electron's window. */
export const test = base.extend<TestFixtures & HostOption, WorkerFixtures>({
  host: ['browser', { option: true }],

  sampleLibrary: [
    async ({}, use) => {
      const library = await makeSampleLibrary();
      await use(library);
      await remove(library);
    },
    { scope: 'worker' },
  ],

  complaints: async ({ host }, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, `the ${host} window complained`).toEqual([]);
  },

  open: async ({ host, complaints }, use) => {
    const home = await temporaryFolder();
    const running: Running[] = [];
    await use(async (options = {}) => {
      const full: StartOptions = { library: `${home}/library-${running.length}`, home, ...options };
      const started = await (host === 'desktop' ? startDesktop(full) : startBrowser(full));
      listenTo(started.page, complaints);
      running.push(started);
      return started;
    });
    for (const each of running) await each.close().catch(() => undefined);
    await remove(home);
  },

  window: async ({ open, sampleLibrary }, use) => {
    const library = await copyOf(sampleLibrary);
    const { page } = await open({ library });
    await use(page);
  },
});

export { expect };
