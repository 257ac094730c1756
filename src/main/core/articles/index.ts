/**
 * Articles found, told apart and identified. What reads their bytes is `read.ts`: it loads parsers for a third of a
 * second, so only the workers of an import, which need it, import it.
 */
export { normaliseAddress } from './address.ts';
export { articleId, headlineKey } from './identity.ts';
export { type ArticleFormat, isReadable, kindOf } from './kinds.ts';
export { countWords } from './text/headline.ts';
export { fileProblem, type Walked, type WalkSource, type WalkTally, walk } from './walk.ts';
