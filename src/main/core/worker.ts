import os from 'node:os';

/** The entry of the import's worker threads: the pool calls the default export with one task after another. */
export { runTask as default } from './importing/read-task.ts';

// An import must not be felt: where two cores are all there is, the window and the core's answers come first. On Linux a
// thread has a priority of its own; elsewhere this would slow the whole core down.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW);
