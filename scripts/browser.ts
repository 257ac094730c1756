import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { isRoot } from './electron.ts';
import { run, runTool } from './run.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const installed = (): string | null => {
  const chosen = process.env.NEWSGRAPH_BROWSER;
  if (chosen) return existsSync(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...fixed];
  return candidates.find((file) => existsSync(file)) ?? null;
};

const playwrightsOwn = (): string | null => {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
};

/** A way to get a browser, tried in order; each answers with its program or null. */
const ways: { say: string; get: () => Promise<string | null> }[] = [
  { say: '', get: async () => installed() ?? playwrightsOwn() },
  {
    say: 'No browser found: fetching Playwright’s …',
    get: async () => {
      await runTool('playwright/cli.js', ['install', 'chromium'], { limitMs: 300_000 });
      return playwrightsOwn();
    },
  },
  {
    say: 'That is blocked here: installing the distribution’s chromium …',
    get: async () => {
      if (!isRoot() || !existsSync('/etc/debian_version')) return null;
      await run('apt-get', ['update', '-qq'], { limitMs: 300_000 });
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        limitMs: 600_000,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      return installed();
    },
  },
];

/** Path of a Chromium for the end-to-end tests, installed where needed; null when there is no way to get one. */
export const findBrowser = async (): Promise<string | null> => {
  for (const way of ways) {
    if (way.say) console.log(way.say);
    const browser = await way.get();
    if (browser) return browser;
  }
  return null;
};
