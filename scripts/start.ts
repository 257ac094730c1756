import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.ts';
import { findElectron, hasDisplay, isRoot } from './electron.ts';
import { root } from './run.ts';

/**
 * `npm start [-- [--library DIR] [PATH…]]`: opens the window; where that can't be, says why in one line and serves the
 * same app to the browser.
 */

const given = process.argv.slice(2);
// the newcomer's library is not empty: without anything asked for, the sample comes in if nothing else is there
const args = given.length === 0 ? ['--sample'] : given;

const openWindow = (electron: string): Promise<'opened' | 'never opened'> =>
  new Promise((resolve) => {
    const child = spawn(electron, [...(isRoot() ? ['--no-sandbox'] : []), '.', '--', ...args], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NEWSGRAPH_CWD: process.env.INIT_CWD ?? process.cwd() },
    });
    let ready = false;
    child.on('message', () => {
      ready = true;
    });
    child.on('error', () => resolve('never opened'));
    child.on('exit', (code) => {
      if (!ready && code !== 0) return resolve('never opened');
      process.exitCode = code ?? 1;
      resolve('opened');
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  });

const serve = (): void => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'src', 'main', 'serve.ts'), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: path.join(root, '.cache', 'compiled'), ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
};

const whyNoWindow = async (): Promise<string | null> => {
  const electron = await findElectron();
  if ('missing' in electron) return electron.missing;
  if (!hasDisplay()) return 'there is no display here';
  return (await openWindow(electron.path)) === 'opened' ? null : 'Electron could not start here';
};

try {
  await ensureBuilt();
  const reason = await whyNoWindow();
  if (reason) {
    console.log(`No desktop window (${reason}), so Newsgraph runs in the browser.`);
    serve();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
