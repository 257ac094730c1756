import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { linesOf } from './lines.ts';
import { Pace } from './pace.ts';
import { type IndexLoader, loadSearchIndex, type SearchIndex } from './search/index.ts';

/** The saved search index of a library: lines of JSON, the last one a digest of the others. */
export const indexFileName = 'index.jsonl';

const digestOf = () => createHash('sha1');
const digestLine = (hex: string) => JSON.stringify({ sha1: hex });

/** Size of the saved index in bytes; 0 where there is none. */
export const indexFileBytes = (folder: string): number => statSync(path.join(folder, indexFileName), { throwIfNoEntry: false })?.size ?? 0;

/**
 * Reads the saved index in slices of a few milliseconds. `onLoader` gets the loader at once: its names answer before the
 * rest is in. Answers null where there is no saved index; throws when it is damaged or of another version.
 */
export const readIndexFile = async (
  folder: string,
  onLoader: (loader: IndexLoader) => void,
  signal: AbortSignal,
): Promise<SearchIndex | null> => {
  if (indexFileBytes(folder) === 0) return null;
  const loader = loadSearchIndex();
  onLoader(loader);
  const input = createReadStream(path.join(folder, indexFileName), { encoding: 'utf8', highWaterMark: 1 << 18, signal });
  const digest = digestOf();
  const pace = new Pace();
  let held: string | null = null;
  for await (const { text } of linesOf(input)) {
    if (held !== null) {
      digest.update(held).update('\n');
      loader.line(held);
      await pace.breathe();
    }
    held = text;
  }
  if (held !== digestLine(digest.digest('hex'))) throw new Error('the saved index is cut off or changed');
  return loader.finish();
};

/** Writes the index beside the old one and puts it in its place when it is whole. Nothing may be added meanwhile. */
export const writeIndexFile = async (folder: string, index: SearchIndex): Promise<void> => {
  const target = path.join(folder, indexFileName);
  const fresh = `${target}.new`;
  const file = await open(fresh, 'w');
  try {
    const digest = digestOf();
    const pace = new Pace();
    for (const text of index.savedLines()) {
      digest.update(text).update('\n');
      await file.write(`${text}\n`);
      await pace.breathe();
    }
    await file.write(`${digestLine(digest.digest('hex'))}\n`);
    await file.sync();
  } catch (thrown) {
    await file.close();
    await rm(fresh, { force: true });
    throw thrown;
  }
  await file.close();
  await rename(fresh, target);
};
