import type { Store } from './store/index.ts';

/** Asks for what `make` makes of a library: made once, also for those who ask meanwhile, and kept until the library changes. What failed is not kept. */
export const keptWhileUnchanged = <Result>(store: Pick<Store, 'version'>, make: () => Promise<Result>): (() => Promise<Result>) => {
  let kept: { version: string; result: Promise<Result> } | null = null;
  return () => {
    const version = store.version();
    if (kept?.version === version) return kept.result;
    const now = { version, result: make() };
    kept = now;
    now.result.catch(() => {
      if (kept === now) kept = null;
    });
    return now.result;
  };
};
