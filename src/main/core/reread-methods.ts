import type { Implementation } from '../../shared/contract.ts';
import { extractionVersion } from '../../shared/extraction.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { Importer } from './importing/index.ts';
import type { Rereader, RereadTarget } from './importing/reread.ts';
import { remake } from './making.ts';
import type { Store } from './store/index.ts';

/** What the rest of the core does when articles were read anew. */
export type RereadHooks = Pick<RereadTarget, 'committed' | 'settled' | 'tell'>;

/** Every version is below it. */
const anyVersion = Number.MAX_SAFE_INTEGER;

/** The contract's methods that read articles anew. An article knows the version that it was read with, so a reading that was broken off goes on. */
export const rereadMethods = (
  store: Store,
  importer: Importer,
  rereader: Rereader,
  hooks: RereadHooks,
): Pick<Implementation, 'rereadStart' | 'rereadCancel'> => ({
  rereadStart: ({ all }) => {
    if (importer.progress()?.state === 'running') {
      throw new NewsgraphError('busy', 'An import is running.', 'Wait until it is done, or cancel it.');
    }
    const below = all ? anyVersion : extractionVersion;
    return rereader.start({
      next: (afterSeq, limit) => store.readBefore(below, afterSeq, limit),
      total: () => store.outdated(below),
      replace: (seq, extraction) => void remake(store, seq, { version: extractionVersion, extraction }),
      transaction: store.transaction,
      ...hooks,
    });
  },
  rereadCancel: () => rereader.cancel(),
});
