import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entityTypes } from '../src/shared/model.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import { batchesIn, type CorpusError, isHeldOut, type Passage, readBatch } from './corpus.ts';

/** The passage with its names taken out: what is left of a sentence that was stamped from a template. */
const skeleton = ({ text, names }: Passage): string => {
  let out = '';
  let place = 0;
  for (const { start, end, type } of names) {
    out += `${text.slice(place, start)}<${type}>`;
    place = end;
  }
  return `${out}${text.slice(place)}`
    .toLowerCase()
    .replace(/\d+(?:[.,]\d+)*/g, '0')
    .replace(/\s+/g, ' ');
};

const shingles = (words: readonly string[]): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 6 <= words.length; i += 1) found.add(words.slice(i, i + 6).join(' '));
  return found;
};

/** At most this many passages of one batch may begin with the same three words (names counted by type), and share six words. */
const mostAlike = { opening: 8, sixWords: 5 };

const sentenceEnd = /[.!?…]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d[])/gu;
/** How many sentences a passage has, roughly: stops before a capital, abbreviations left out. */
export const countSentences = (text: string): number =>
  1 +
  [...text.replace(/\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Inc|Corp|Co|Ltd|St|vs|U\.S|No|Prof|Gen|Sen|Rep)\./g, '$&\u0000').matchAll(sentenceEnd)].length;

/** What is wrong with the passages taken together: repeated sentences, sentences stamped from a template. */
export const findRepeats = (passages: readonly Passage[]): CorpusError[] => {
  const errors: CorpusError[] = [];
  const bySkeleton = new Map<string, Passage>();
  const openings = new Map<string, number>();
  const sixWords = new Map<string, number>();
  for (const passage of passages) {
    const { batch, line } = passage;
    const bare = skeleton(passage);
    const twin = bySkeleton.get(bare);
    if (twin) errors.push({ batch, line, message: `says the same as ${twin.batch}:${twin.line} with other names` });
    else bySkeleton.set(bare, passage);
    const words = bare.split(' ');
    const opening = `${batch} ${words.slice(0, 3).join(' ')}`;
    // Headlines and items of lists are short and may well begin alike.
    if (words.length > 6) openings.set(opening, (openings.get(opening) ?? 0) + 1);
    if (words.length > 6 && openings.get(opening) === mostAlike.opening + 1) {
      errors.push({ batch, line, message: `more than ${mostAlike.opening} passages begin “${words.slice(0, 3).join(' ')}”` });
    }
    for (const shingle of shingles(words)) {
      const count = (sixWords.get(shingle) ?? 0) + 1;
      sixWords.set(shingle, count);
      if (count === mostAlike.sixWords + 1) {
        errors.push({ batch, line, message: `more than ${mostAlike.sixWords} passages say “${shingle}”` });
      }
    }
  }
  return errors;
};

const count = <Key>(counts: Map<Key, number>, key: Key): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

const main = (folder: string): void => {
  const passages: Passage[] = [];
  const errors: CorpusError[] = [];
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const batches = batchesIn(folder);
  if (batches.length === 0) throw new Error(`There are no batches (NN-style.txt) in ${folder}`);
  for (const batch of batches) {
    const read = readBatch(readFileSync(join(folder, batch), 'utf8'), batch);
    passages.push(...read.passages);
    errors.push(...read.errors);
    const sentences = read.passages.reduce((sum, { text }) => sum + countSentences(text), 0);
    const negatives = read.passages.filter(({ negative }) => negative).length;
    const relations = read.passages.reduce((sum, each) => sum + each.relations.length, 0);
    console.log(
      `${batch.padEnd(34)} ${String(sentences).padStart(5)} sentences ${String(negatives).padStart(4)} negatives ${String(relations).padStart(5)} relations${isHeldOut(batch) ? '  held out' : ''}`,
    );
  }
  errors.push(...findRepeats(passages));
  const types = new Map<string, number>();
  const kinds = new Map<string, number>();
  const statuses = new Map<string, number>();
  for (const passage of passages) {
    for (const { type } of passage.names) count(types, type);
    for (const { kind, status } of passage.relations) {
      count(kinds, kind);
      count(statuses, status);
    }
  }
  console.log(`names: ${entityTypes.map((type) => `${type} ${types.get(type) ?? 0}`).join(', ')}`);
  console.log(`relations: ${relationKindNames.map((kind) => `${kind} ${kinds.get(kind) ?? 0}`).join(', ')}`);
  console.log(`status: ${[...statuses].map(([status, times]) => `${status} ${times}`).join(', ')}`);
  const sentences = passages.reduce((sum, { text }) => sum + countSentences(text), 0);
  console.log(`${sentences} sentences in ${passages.length} passages, ${passages.filter(({ negative }) => negative).length} negatives`);
  for (const { batch, line, message } of errors) console.error(`${batch}:${line}: ${message}`);
  if (errors.length > 0) process.exitCode = 1;
};

if (import.meta.main) {
  try {
    main(process.argv[2] ?? join(import.meta.dirname, 'corpus'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
