import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron, chromium, expect, type Page } from '@playwright/test';
import { projectPath } from './library.ts';

/** The window of a running Newsgraph, whichever host runs it. */
export interface Running {
  page: Page;
  /** Where its settings are. */
  home: string;
  /** Ends the core's process as a crash would; in the desktop host alone. */
  killCore(): Promise<void>;
  /** What was last copied. */
  copied(): Promise<string>;
  /** The file that `act` has the window save, and the name that the window suggests; `as`: the name it gets in the desktop's dialog. */
  saved(act: () => Promise<void>, as?: string): Promise<{ name: string; bytes: Buffer }>;
  /** Has the next dialogs that ask where to save answer with a place, or be dismissed; in the desktop host alone. */
  answerSaveDialog(place: string | null): Promise<void>;
  close(): Promise<void>;
}

export interface StartOptions {
  library: string;
  /** Files and folders to import at the start. */
  sources?: string[];
  /** Settings live here, so that a test never meets the machine's own. */
  home: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const environment = (options: StartOptions): Record<string, string> => ({
  ...(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<string, string>),
  NEWSGRAPH_HOME: options.home,
});

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode !== null ? resolve() : child.once('exit', () => resolve())));

/** Starts the browser host's server; resolves with the address it prints. Rejects with its output when it ends first. */
export const startServer = (options: StartOptions): Promise<{ address: string; process: ChildProcess; stop(): Promise<void> }> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        projectPath('src', 'main', 'serve.ts'),
        '--no-open',
        '--library',
        options.library,
        ...(options.sources ?? []),
      ],
      { env: environment(options), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /(http:\/\/127\.0\.0\.1:\d+\/\S*)/.exec(output)?.[1];
      if (!address) return;
      const stop = async () => {
        child.kill('SIGTERM');
        await ended(child);
      };
      resolve({ address, process: child, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${output}`)));
  });

/** Opens Newsgraph in a browser of the test's own. */
export const startBrowser = async (options: StartOptions): Promise<Running> => {
  const server = await startServer(options);
  const executablePath = process.env.NEWSGRAPH_BROWSER;
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(server.address);
  return {
    page,
    home: options.home,
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    killCore: () => Promise.reject(new Error('only in the desktop host')),
    answerSaveDialog: () => Promise.reject(new Error('only in the desktop host')),
    saved: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};

/** Opens Newsgraph's own window. */
export const startDesktop = async (options: StartOptions): Promise<Running> => {
  const executablePath = process.env.NEWSGRAPH_ELECTRON;
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(isRoot ? ['--no-sandbox'] : []), projectPath(), '--', '--library', options.library, ...(options.sources ?? [])],
    env: environment(options),
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { width, height } = options.viewport ?? { width: 1280, height: 800 };
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), {
    width,
    height,
  });
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
  const savesGo = (where: { file: string } | { folder: string; as?: string | undefined } | null): Promise<void> =>
    app.evaluate(({ dialog }, to) => {
      const answered = async (...given: unknown[]) => {
        const { defaultPath } = given.at(-1) as { defaultPath: string };
        const name = defaultPath.split(/[\\/]/).at(-1) ?? '';
        Reflect.set(globalThis, 'suggestedName', name);
        if (to === null) return { canceled: true, filePath: '' };
        return { canceled: false, filePath: 'file' in to ? to.file : `${to.folder}/${to.as ?? name}` };
      };
      Reflect.set(dialog, 'showSaveDialog', answered);
    }, where);
  return {
    page,
    home: options.home,
    // the window itself may not read the clipboard
    copied: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    killCore: () =>
      app.evaluate(({ app: electron }) => {
        const core = electron.getAppMetrics().find((metric) => metric.type === 'Utility' && metric.name === 'Newsgraph library');
        if (!core) throw new Error('there is no core process');
        process.kill(core.pid, 'SIGKILL');
      }),
    answerSaveDialog: (place) => savesGo(place === null ? null : { file: place }),
    saved: async (act, as) => {
      const folder = await mkdtemp(path.join(options.home, 'saved-'));
      await savesGo({ folder, as });
      await act();
      await expect.poll(() => readdir(folder).then((names) => names.filter((name) => !name.endsWith('.part')).length)).toBe(1);
      const [file = ''] = await readdir(folder);
      const name = await app.evaluate(() => Reflect.get(globalThis, 'suggestedName') as string);
      return { name, bytes: await readFile(path.join(folder, file)) };
    },
    close: () => app.close(),
  };
};
