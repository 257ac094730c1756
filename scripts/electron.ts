import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run.ts';

/** Where Electron's program is, or one line on why there is none. */
export type ElectronFound = { path: string } | { missing: string };

const programs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const program = programs[process.platform] ?? 'electron';
const packageFolder = path.join(root, 'node_modules', 'electron');

const installed = (): string | null => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const chosen = path.join(override, program);
    return existsSync(chosen) ? chosen : null;
  }
  // path.txt is written last, so a half-unpacked download has none
  const named = path.join(packageFolder, 'path.txt');
  if (!existsSync(named)) return null;
  const own = path.join(packageFolder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(own) ? own : null;
};

/** Finds Electron's program, downloading it first where it is not there yet (up to three minutes). */
export const findElectron = async (): Promise<ElectronFound> => {
  const found = installed();
  if (found) return { path: found };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { missing: `ELECTRON_OVERRIDE_DIST_PATH holds no ${program}` };
  const { code } = await runTool('electron/install.js', [], { limitMs: 180_000 });
  const fetched = code === 0 ? installed() : null;
  return fetched ? { path: fetched } : { missing: 'the Electron download is blocked here' };
};

/** True where a window can be shown. */
export const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Chromium refuses its sandbox to root on Linux, so root must go without. */
export const isRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;
