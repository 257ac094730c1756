import { fileLimitBytes } from '../../shared/contract.ts';
import type { Extraction } from '../../shared/extraction.ts';
import { extract as extractionOf } from '../core/extract/index.ts';
import { linesOf } from '../core/lines.ts';
import { note, print } from './output.ts';

/** One text's extraction as this command writes it; these keys and no others. */
const written = (id: unknown, { mentions, relations }: Extraction) => ({
  id,
  mentions: mentions.map(({ start, end, type, text, entity }) => ({ start, end, type, text, entity })),
  relations: relations.map(({ kind, status, subject, object, start, end }) => ({ kind, status, subject, object, start, end })),
});

/** The id and text of an input line. Throws a sentence that says what is wrong with it. */
const parsedLine = (line: string): { id: unknown; text: string } => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not an object');
  const { id = null, text } = value as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') throw new Error('has no “text”');
  return { id, text };
};

/** Names are looked for in this much text of a line; more is no article. */
const lineLimit = fileLimitBytes;

const fromLines = async (input: AsyncIterable<string>): Promise<void> => {
  for await (const { number, text: line } of linesOf(input, lineLimit)) {
    if (line?.trim() === '') continue;
    try {
      if (line === null) throw new Error(`is longer than ${lineLimit / 1024 / 1024} million characters`);
      const { id, text } = parsedLine(line);
      await print(`${JSON.stringify(written(id, extractionOf(text)))}\n`);
    } catch (thrown) {
      process.exitCode = 1;
      note(`newsgraph: line ${number} ${thrown instanceof Error ? thrown.message : String(thrown)}.`);
    }
  }
};

/**
 * `newsgraph extract`: text from standard input, what is in it to standard output, as one line of JSON. With `jsonl`, for
 * each line `{"id","text"}` one line, in order; a line that is broken is said on standard error by its number, the others
 * go on, and the exit code is 1 at the end.
 */
export const extract = async ({ jsonl = false }: { jsonl?: boolean }): Promise<void> => {
  const input = process.stdin.setEncoding('utf8') as AsyncIterable<string>;
  if (jsonl) return fromLines(input);
  const pieces: string[] = [];
  for await (const piece of input) pieces.push(piece);
  const text = pieces.join('').replace(/^\uFEFF/, '');
  await print(`${JSON.stringify(written(null, extractionOf(text)))}\n`);
};
