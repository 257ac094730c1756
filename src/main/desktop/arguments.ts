import path from 'node:path';

export interface DesktopArguments {
  /** Files and folders to import. */
  sources: string[];
  /** Library folder asked for. */
  library: string | null;
  /** Bring in the sample library if the library is empty. */
  sample: boolean;
}

/**
 * What `newsgraph [--library DIR] [--sample] [PATH…]` asks for. Unpackaged, the runtime's own arguments come first, so ours stand
 * after `--`. Paths are made absolute against `cwd`.
 */
export const desktopArguments = (argv: readonly string[], packaged: boolean, cwd: string): DesktopArguments => {
  const separator = argv.indexOf('--');
  const own = separator >= 0 ? argv.slice(separator + 1) : packaged ? argv.slice(1) : [];
  const found: DesktopArguments = { sources: [], library: null, sample: false };
  for (let at = 0; at < own.length; at += 1) {
    const argument = own[at] ?? '';
    if (argument === '--library') {
      at += 1;
      const folder = own[at];
      if (folder) found.library = path.resolve(cwd, folder);
    } else if (argument.startsWith('--library=')) found.library = path.resolve(cwd, argument.slice('--library='.length));
    else if (argument === '--sample') found.sample = true;
    else if (!argument.startsWith('-')) found.sources.push(path.resolve(cwd, argument));
  }
  return found;
};
