import { fileLimitBytes } from '../../../shared/contract.ts';
import type { ParsedArticle } from '../../../shared/model.ts';
import { decodeText } from './decode.ts';
import { articleOf, type Draft } from './draft.ts';
import { readHtml } from './html/read.ts';
import { jsonProblem, type ReadRecords, readJson, readJsonLines } from './json/read.ts';
import { type ArticleFormat, binaryKind, kindOf, looksLike } from './kinds.ts';
import { tooLarge } from './limits.ts';
import { readMarkdown } from './markdown/read.ts';
import { mostPieces } from './pieces.ts';
import { splitPasted } from './text/pasted.ts';
import { readText } from './text/read.ts';

export interface ReadResult {
  articles: ParsedArticle[];
  /**
   * What did not come in, or not whole. `part` is the number of the record or line, from 1, and null where the sentence
   * is about the whole file.
   */
  problems: { part: number | null; reason: string }[];
  /** Teasers of a pasted page that repeated an article of the same page, and were left out. */
  repeats: number;
}

const failed = (reason: string): ReadResult => ({ articles: [], problems: [{ part: null, reason }], repeats: 0 });

const formatOf = (name: string, text: string): ArticleFormat | 'xml' => {
  const promised = kindOf(name);
  const look = looksLike(text);
  if (promised === 'json' || promised === 'jsonl' || promised === 'markdown') return promised;
  if (look === 'html') return 'html';
  if (promised === 'html') return look === 'xml' && !/<(?:body|p|div)[\s>]/i.test(text) ? 'xml' : 'html';
  if (look === 'xml') return 'xml';
  // The name tells nothing: what begins like JSON or front matter is taken for it.
  if (promised === null && look === 'json') return 'json';
  return promised === null && look === 'front-matter' ? 'markdown' : 'text';
};

const recordsOf = (format: 'json' | 'jsonl', text: string): ReadRecords => {
  if (format === 'jsonl') return readJsonLines(text);
  try {
    return readJson(text);
  } catch (thrown) {
    // A value a line in a file called .json: the first line is a whole value then.
    const lines = text.trimStart().split('\n', 2);
    if (lines.length > 1 && isJson(lines[0] ?? '')) return readJsonLines(text);
    return { drafts: [], problems: [{ part: null, reason: jsonProblem(thrown) }] };
  }
};

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

const draftsOf = (format: ArticleFormat, text: string): ReadRecords => {
  switch (format) {
    case 'json':
    case 'jsonl':
      return recordsOf(format, text);
    case 'markdown': {
      const { draft, problem } = readMarkdown(text);
      return { drafts: [draft], problems: problem === null ? [] : [{ part: null, reason: problem }] };
    }
    case 'html':
      return { drafts: [readHtml(text)], problems: [] };
    case 'text':
      return { drafts: [readText(text)], problems: [] };
  }
};

const assemble = (drafts: readonly Draft[], problems: ReadRecords['problems']): ReadResult => {
  const result: ReadResult = { articles: [], problems: [...problems], repeats: 0 };
  for (const draft of drafts) {
    // A page of a title alone is an empty page; so is a text of marks and numbers alone.
    if (draft.pieces.length === 0 && draft.title === null) continue;
    if (draft.pieces.length > mostPieces) {
      result.problems.push({
        part: null,
        reason: `The text has over ${mostPieces.toLocaleString('en')} paragraphs or lines: that is no article.`,
      });
      continue;
    }
    const split = splitPasted(draft);
    result.repeats += split.repeats;
    for (const one of split.drafts) {
      const article = articleOf(one);
      if (article && /[\p{L}\p{N}]/u.test(article.text)) result.articles.push(article);
    }
  }
  return result;
};

/**
 * Reads the articles in a file's bytes. `name` is the file's name or path: its extension tells the format where the
 * content does not. Never throws: whatever can't be read is a problem in a plain sentence, and the rest comes in.
 */
export const readArticles = (bytes: Uint8Array, name: string): ReadResult => {
  if (bytes.length === 0) return failed('The file is empty.');
  if (bytes.length > fileLimitBytes) return failed(tooLarge(bytes.length));
  const binary = binaryKind(bytes);
  if (binary !== null) return failed(`The file is ${binary}, not a text.`);
  try {
    const text = decodeText(bytes, kindOf(name));
    if (text === null) return failed('The file is binary, not a text.');
    if (text.trim() === '') return failed('The file holds no text.');
    const format = formatOf(name, text);
    if (format === 'xml') return failed('The file is XML of a kind that is not read, such as a feed.');
    const { drafts, problems } = draftsOf(format, text);
    const result = assemble(drafts, problems);
    return result.articles.length === 0 && result.problems.length === 0 ? failed('The file holds no text.') : result;
  } catch (thrown) {
    return failed(`The file can't be read: ${thrown instanceof Error ? thrown.message : String(thrown)}.`);
  }
};
