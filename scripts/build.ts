import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run.ts';

const stamp = path.join(root, 'out', '.built');

const newestIn = (place: string): number => {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
};

/** True when the build is missing, or older than what it is made from. */
export const buildIsStale = (): boolean => {
  if (!existsSync(stamp)) return true;
  const sources = ['src', 'package-lock.json', 'electron.vite.config.ts'].map((name) => newestIn(path.join(root, name)));
  return Math.max(...sources) > statSync(stamp).mtimeMs;
};

/** Builds the app into `out/` if that is needed. Throws with the builder's own output when it fails. */
export const ensureBuilt = async (): Promise<void> => {
  if (!buildIsStale()) return;
  console.log('Building Newsgraph …');
  const { code, output } = await runTool('electron-vite/bin/electron-vite.js', ['build']);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(stamp, '');
};

if (import.meta.main) await ensureBuilt();
