import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Where the product's own files are. Source (`src/main`) and build (`out/main`) have the same shape, so one rule serves
 * both; chunks of the build lie deeper, hence the search for the folder in this module's own path.
 */
const mainFolder = (() => {
  const match = /^(.*[\\/](?:src|out)[\\/]main)(?:[\\/]|$)/.exec(import.meta.dirname);
  if (!match?.[1]) throw new Error(`Newsgraph was started from an unknown place: ${import.meta.dirname}`);
  return match[1];
})();

const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';

/** Absolute path of a module that is started by path, such as `core/worker`. */
export const modulePath = (name: string): string => path.join(mainFolder, `${name}${extension}`);
/** The same as a `file:` URL. */
export const moduleUrl = (name: string): string => pathToFileURL(modulePath(name)).href;

/** Absolute path of the project or of the installed product. */
export const rootFolder = path.resolve(mainFolder, '..', '..');
/** Absolute path of something in `resources/`. */
export const resourcePath = (...names: string[]): string => path.join(rootFolder, 'resources', ...names);
/** Folder of the built window. */
export const rendererFolder = path.join(rootFolder, 'out', 'renderer');
