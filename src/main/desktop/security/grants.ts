import path from 'node:path';
import { NewsgraphError } from '../../../shared/result.ts';

/**
 * Rule: the window may have imported only what the user has picked in a dialog, dropped on it, or named when starting;
 * a page that was taken over can't have other files read.
 */
export interface Grants {
  add(file: string): void;
  /** Throws `bad-argument` naming the first path that was never granted. */
  check(files: readonly string[]): void;
}

/** An empty set of granted paths. */
export const createGrants = (): Grants => {
  const granted = new Set<string>();
  return {
    add: (file) => void granted.add(path.resolve(file)),
    check: (files) => {
      const foreign = files.find((file) => !granted.has(path.resolve(file)));
      if (foreign !== undefined) {
        throw new NewsgraphError(
          'bad-argument',
          `“${foreign}” was not chosen in this window`,
          'Choose it with Import, or drop it on the window',
        );
      }
    },
  };
};
