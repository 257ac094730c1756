import { isUtf8 } from 'node:buffer';
import { fileLimitBytes } from '../../shared/contract.ts';
import type { Extraction } from '../../shared/extraction.ts';
import { extract as extractionOf } from '../core/extract/index.ts';
import { linesOf } from '../core/lines.ts';
import { note, print } from './output.ts';

/** One text's extraction as this command writes it: with `why` all that is known of each, else these keys and no others. */
const written = (id: unknown, { mentions, relations }: Extraction, why: boolean) => {
  if (why) return { id, mentions, relations };
  return {
    id,
    mentions: mentions.map(({ start, end, type, text, entity }) => ({ start, end, type, text, entity })),
    relations: relations.map(({ kind, status, subject, object, start, end }) => ({ kind, status, subject, object, start, end })),
  };
};

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

/** A text without the byte order mark that some programs put first. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

const fromLines = async (input: AsyncIterable<string>, why: boolean): Promise<void> => {
  for await (const { number, text } of linesOf(input, lineLimit)) {
    const line = number === 1 && text !== null ? withoutMark(text) : text;
    if (line?.trim() === '') continue;
    try {
      if (line === null) throw new Error(`is longer than ${lineLimit.toLocaleString('en')} characters`);
      const { id, text: given } = parsedLine(line);
      await print(`${JSON.stringify(written(id, extractionOf(given), why))}\n`);
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
export const extract = async ({ jsonl = false, why = false }: { jsonl?: boolean; why?: boolean }): Promise<void> => {
  if (jsonl) return fromLines(process.stdin.setEncoding('utf8') as AsyncIterable<string>, why);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) note('newsgraph: the text is not UTF-8; what can’t be read in it is replaced.');
  const text = withoutMark(bytes.toString('utf8'));
  await print(`${JSON.stringify(written(null, extractionOf(text), why))}\n`);
};
