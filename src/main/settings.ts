import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';

/** What Newsgraph remembers beside its libraries, in one small file. Anything unreadable in it counts as not set. */
const settingsShape = z.object({
  /** The library that was open last. */
  lastLibrary: z.string().min(1).nullable().catch(null).default(null),
  /** Where the desktop window was. */
  window: z
    .object({ x: z.number(), y: z.number(), width: z.number().min(100), height: z.number().min(100), maximized: z.boolean() })
    .nullable()
    .catch(null)
    .default(null),
});
export type Settings = z.infer<typeof settingsShape>;

const defaults: Settings = settingsShape.parse({});

/** `NEWSGRAPH_HOME` puts settings and the default library into one folder of the caller's choice. */
const folders = (): { data: string; config: string } => {
  const home = process.env.NEWSGRAPH_HOME;
  if (home) return { data: path.resolve(home), config: path.resolve(home) };
  const { data, config } = envPaths(process.platform === 'linux' ? 'newsgraph' : 'Newsgraph', { suffix: '' });
  return { data, config };
};

const settingsFile = (): string => path.join(folders().config, 'settings.json');

/** What is remembered; defaults for what is missing or damaged. Never fails. */
export const readSettings = (): Settings => {
  try {
    const parsed = settingsShape.safeParse(JSON.parse(readFileSync(settingsFile(), 'utf8')));
    return parsed.success ? parsed.data : defaults;
  } catch {
    return defaults;
  }
};

/** Changes some settings; the file is replaced whole. Answers false where it can't be written: nothing depends on it. */
export const writeSettings = (changes: Partial<Settings>): boolean => {
  const file = settingsFile();
  const fresh = `${file}.${process.pid}.new`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(fresh, `${JSON.stringify({ ...readSettings(), ...changes }, null, 2)}\n`);
    renameSync(fresh, file);
    return true;
  } catch {
    discard(fresh);
    return false;
  }
};

const discard = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never made.
  }
};

/** The library to open when none is named: `NEWSGRAPH_LIBRARY`, else the last one, else the platform's place for such data. */
export const defaultLibraryFolder = (): string => {
  const named = process.env.NEWSGRAPH_LIBRARY;
  return path.resolve(named || readSettings().lastLibrary || path.join(folders().data, 'library'));
};
