/** Articles in: bytes of the formats that news is kept in, read, told apart and identified. */
export { normaliseAddress } from './address.ts';
export { articleId, headlineKey } from './identity.ts';
export { type ArticleFormat, isReadable, kindOf } from './kinds.ts';
export { type ReadResult, readArticles } from './read.ts';
export { fileProblem, type Walked, type WalkSource, type WalkTally, walk } from './walk.ts';
