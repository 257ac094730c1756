import type { FoundFile } from './tasks.ts';

/** A task's files: as many small ones as make the trip to a worker and back worth it, a large one alone. */
const chunkBytes = 96 * 1024;
const chunkFiles = 24;

/** Gathers files into chunks of at most 96 kB and 24 files, in order; a file that is larger is a chunk of its own. */
export async function* chunksOf(files: AsyncIterable<FoundFile>): AsyncGenerator<FoundFile[]> {
  let chunk: FoundFile[] = [];
  let bytes = 0;
  for await (const file of files) {
    if (chunk.length > 0 && (chunk.length === chunkFiles || bytes + file.bytes > chunkBytes)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(file);
    bytes += file.bytes;
  }
  if (chunk.length > 0) yield chunk;
}
