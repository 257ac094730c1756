import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { findElectron, hasDisplay } from './electron.ts';
import { root, run, runTool } from './run.ts';

/**
 * `npm test`: types, lint, unit and contract tests, then journeys in a browser and in Electron. What can't run here is
 * named with its reason at the end; the last line counts.
 */

interface Outcome {
  passed: number;
  failed: number;
  /** What did not run, each with its reason. */
  skipped: { what: string; why: string }[];
}

// Every host and core that a test starts loads hundreds of files; compiled once, they load four times as fast (Node.js 22 and later).
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache', 'compiled');

const total: Outcome = { passed: 0, failed: 0, skipped: [] };
const add = (outcome: Partial<Outcome>) => {
  total.passed += outcome.passed ?? 0;
  total.failed += outcome.failed ?? 0;
  total.skipped.push(...(outcome.skipped ?? []));
};

const headline = (text: string) => console.log(`\n== ${text}`);
/** The place of a report; what an earlier run left there is gone, so that it is never taken for this one's. */
const reportPlace = (name: string): string => {
  const file = path.join(root, '.cache', name);
  rmSync(file, { force: true });
  return file;
};

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A check that passes or fails as a whole. */
const check = async (name: string, entry: string, args: string[]) => {
  headline(name);
  const { code } = await runTool(entry, args, { show: true });
  add(code === 0 ? { passed: 1 } : { failed: 1 });
};

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

const unitTests = async () => {
  headline('Unit and contract tests');
  const file = reportPlace('unit.json');
  const { code } = await runTool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    show: true,
  });
  const report = readJson(file) as VitestReport | null;
  if (!report) return add({ failed: 1 });
  const skipped = report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => test.status === 'skipped' || test.status === 'pending' || test.status === 'todo');
  add({
    passed: report.numPassedTests,
    // a suite that breaks before its tests run has no failed test to count
    failed: Math.max(report.numFailedTests, code === 0 ? 0 : 1),
    skipped: skipped.map(({ fullName }) => {
      // a test that can't run everywhere says in its title what it needs
      const [, what = fullName, why = 'its title does not say why'] = /^(.*) \[(needs .*)\]$/.exec(fullName) ?? [];
      return { what, why };
    }),
  });
};

interface E2eReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

const journeys = async (project: string, env: NodeJS.ProcessEnv, wrapper: string[] = []) => {
  const file = reportPlace(`e2e-${project}.json`);
  const alone = project.endsWith('-alone') ? ['--workers=1'] : [];
  const args = [path.join(root, 'node_modules', 'playwright', 'cli.js'), 'test', '--project', project, ...alone];
  const [command, ...first] = [...wrapper, process.execPath];
  const { code } = await run(command ?? process.execPath, [...first, ...args], {
    show: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = readJson(file) as E2eReport | null;
  if (!report) return add({ failed: 1 });
  const { expected, unexpected, flaky, skipped } = report.stats;
  add({
    passed: expected,
    failed: Math.max(unexpected + flaky, code === 0 ? 0 : 1),
    skipped: skipped > 0 ? [{ what: `${skipped} journeys in ${project}`, why: 'see their annotations above' }] : [],
  });
};

const desktopJourneys = async (env: NodeJS.ProcessEnv) => {
  headline('Journeys in Electron');
  const electron = await findElectron();
  if ('missing' in electron) return add({ skipped: [{ what: 'journeys in Electron', why: electron.missing }] });
  const wrapper = hasDisplay() ? [] : ['xvfb-run', '-a'];
  if (wrapper.length > 0 && (await run('xvfb-run', ['--help'])).code === 127) {
    return add({ skipped: [{ what: 'journeys in Electron', why: 'there is no display here, and no xvfb-run to make one' }] });
  }
  for (const project of ['desktop', 'desktop-alone']) await journeys(project, { ...env, NEWSGRAPH_ELECTRON: electron.path }, wrapper);
};

await check('Lint', '@biomejs/biome/bin/biome', ['check']);
await check('Types', 'typescript/bin/tsc', ['-b']);
try {
  // the tests of the browser host need a window to serve
  await ensureBuilt();
  await unitTests();
  headline('Journeys in a browser');
  const browser = await findBrowser();
  const env = browser ? { NEWSGRAPH_BROWSER: browser } : {};
  if (browser) for (const project of ['browser', 'browser-alone']) await journeys(project, env);
  else add({ skipped: [{ what: 'journeys in a browser', why: 'no Chromium is here, and none could be installed' }] });
  await desktopJourneys(env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  add({ failed: 1 });
}

if (total.skipped.length > 0) {
  console.log('\nSkipped:');
  for (const { what, why } of total.skipped) console.log(`  ${what}: ${why}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
