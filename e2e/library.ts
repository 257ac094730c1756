import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const execute = promisify(execFile);

/** Absolute path of something in the project. */
export const projectPath = (...names: string[]): string => path.join(root, ...names);

/** Runs the command line and returns what it printed. Rejects with its message when it fails. */
export const newsgraph = async (args: readonly string[]): Promise<string> => {
  const { stdout } = await execute(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', projectPath('src', 'main', 'cli.ts'), ...args],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
};

/** A new empty folder under the system's temporary one. */
export const temporaryFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'newsgraph-e2e-'));

/** A library that holds the sample articles. Made once; copies of it are cheap. */
export const makeSampleLibrary = async (): Promise<string> => {
  const folder = await temporaryFolder();
  const library = path.join(folder, 'library');
  await newsgraph(['import', projectPath('resources', 'sample', 'articles'), '--library', library]);
  return library;
};

/** A copy of a closed library in a folder of its own. */
export const copyOf = async (library: string): Promise<string> => {
  const folder = path.join(await temporaryFolder(), 'library');
  await cp(library, folder, { recursive: true });
  return folder;
};

/** Removes a temporary folder; one that is in use still is left to the system. */
export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
