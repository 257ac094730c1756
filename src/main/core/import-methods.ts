import type { Implementation } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { Importer } from './importing/index.ts';
import type { Rereader } from './importing/reread.ts';
import { resourcePath } from './places.ts';

type ImportMethods = Pick<Implementation, 'importStart' | 'importSample' | 'importCancel' | 'importReport'>;

/** The methods of the contract that bring articles in. */
export const importMethods = (importer: Importer, rereader: Rereader): ImportMethods => {
  const start: Importer['start'] = (sources) => {
    if (rereader.running) {
      throw new NewsgraphError('busy', 'The articles are being read anew.', 'Wait until that is done, or cancel it.');
    }
    return importer.start(sources);
  };
  return {
    importStart: ({ sources }) => start(sources.map(({ path, name }) => (name === undefined ? { path } : { path, name }))),
    importSample: () => start([{ path: resourcePath('sample', 'articles'), name: 'Sample library' }]),
    importCancel: () => importer.cancel(),
    importReport: () => importer.report(),
  };
};
