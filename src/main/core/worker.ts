/** The entry of the import's worker threads: the pool calls the default export with one task after another. */
export { runTask as default } from './importing/read-task.ts';
