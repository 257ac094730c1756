import type { Implementation } from '../../shared/contract.ts';
import type { Importer } from './importing/index.ts';
import { resourcePath } from './places.ts';

type ImportMethods = Pick<Implementation, 'importStart' | 'importSample' | 'importCancel' | 'importReport'>;

/** The methods of the contract that bring articles in. */
export const importMethods = (importer: Importer): ImportMethods => ({
  importStart: ({ sources }) => importer.start(sources.map(({ path, name }) => (name === undefined ? { path } : { path, name }))),
  importSample: () => importer.start([{ path: resourcePath('sample', 'articles'), name: 'Sample library' }]),
  importCancel: () => importer.cancel(),
  importReport: () => importer.report(),
});
