import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The types that public sets mark. */
export const goldTypes = ['PER', 'ORG', 'LOC', 'PROD', 'MISC'] as const;
export type GoldType = (typeof goldTypes)[number];

export interface GoldSpan {
  start: number;
  end: number;
  type: GoldType;
}

/** A document of a marked set as running text: its sentences joined by spaces, tokens put together as they were written. */
export interface GoldText {
  doc: string;
  text: string;
  spans: GoldSpan[];
}

export interface GoldSet {
  name: string;
  /** Types that the set marks: what it leaves unmarked says nothing. */
  marks: ReadonlySet<GoldType>;
  texts: GoldText[];
}

interface Row {
  id: string;
  doc: string | number;
  tokens: string[];
  tags: string[];
}

const noSpaceBefore = /^(?:[.,;:!?%)\]}’”]|['’](?:s|S|t|re|ve|m|ll|d)?|n['’]t|\.\.\.|…)$/;
const noSpaceAfter = /^(?:[([{“‘$£€#@])$/;

/** Whether a space stands between two tokens; straight quotation marks open and close in turn. */
const spaced = (before: string, token: string, openQuote: boolean): boolean => {
  if (before === '' || noSpaceAfter.test(before) || noSpaceBefore.test(token)) return false;
  if (token === '"' || token === "''") return !openQuote;
  if ((before === '"' || before === '``') && openQuote) return false;
  if (token === '-' || before === '-' || token === '/' || before === '/') return false;
  return true;
};

/** Puts tokens together as they would be written; tells where each stands. */
export const joinTokens = (tokens: readonly string[]): { text: string; places: { start: number; end: number }[] } => {
  let text = '';
  let open = false;
  let before = '';
  const places: { start: number; end: number }[] = [];
  for (const token of tokens) {
    if (spaced(before, token, open)) text += ' ';
    if (token === '"') open = !open;
    places.push({ start: text.length, end: text.length + token.length });
    text += token;
    before = token;
  }
  return { text, places };
};

/** The spans that tags mark, moved by `offset`. */
const spansOf = (tags: readonly string[], places: readonly { start: number; end: number }[], offset: number): GoldSpan[] => {
  const spans: GoldSpan[] = [];
  let span: GoldSpan | undefined;
  for (const [i, place] of places.entries()) {
    const [mark = 'O', type = ''] = (tags[i] ?? 'O').split('-');
    if (mark === 'I' && span?.type === type) span.end = offset + place.end;
    else if (mark === 'O') span = undefined;
    else {
      span = { start: offset + place.start, end: offset + place.end, type: type as GoldType };
      spans.push(span);
    }
  }
  return spans;
};

const byMarks: readonly (readonly [RegExp, readonly GoldType[]])[] = [
  [/^crossner-(?:ai|science)/, ['PER', 'ORG', 'LOC', 'PROD', 'MISC']],
  [/^crossner/, ['PER', 'ORG', 'LOC', 'MISC']],
  [/^wnut17/, ['PER', 'ORG', 'LOC', 'PROD', 'MISC']],
  [/^gum/, ['PER', 'ORG', 'LOC', 'PROD', 'MISC']],
  [/^(?:wikigold|redocred|conllpp)/, ['PER', 'ORG', 'LOC', 'MISC']],
];

/** Sets whose documents are told apart; in the others each sentence is a text of its own. */
const hasDocuments = /^(?:gum|wikigold|redocred|conllpp|finer|sec)/;

const tagForm = new RegExp(`^(?:O|[BI]-(?:${goldTypes.join('|')}))$`);
const isListOfTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

/** One line of a `.jsonl`. Throws where it is no object, saying that `where` is broken. */
export const parseLine = (line: string, where: string): object => {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new Error(`${where}: this line is no JSON`);
  }
  if (typeof row !== 'object' || row === null) throw new Error(`${where}: this line is no JSON object`);
  return row;
};

/** Reads one `.jsonl` of marked sentences. Throws where a line is broken, naming it. */
export const readGoldSet = (path: string): GoldSet => {
  const name = basename(path, '.jsonl');
  const texts: GoldText[] = [];
  let last: GoldText | undefined;
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const where = `${path}:${index + 1}`;
    const row = parseLine(line, where) as Row;
    if (!isListOfTexts(row.tokens) || !isListOfTexts(row.tags) || row.tokens.length !== row.tags.length) {
      throw new Error(`${where}: tokens and tags must be lists of one length`);
    }
    const tag = row.tags.find((each) => !tagForm.test(each));
    if (tag !== undefined) throw new Error(`${where}: “${tag}” is no tag: O, or B- or I- before one of ${goldTypes.join(', ')}`);
    const doc = String(row.doc);
    if (!last || last.doc !== doc || !hasDocuments.test(name)) {
      last = { doc, text: '', spans: [] };
      texts.push(last);
    } else last.text += ' ';
    const { text, places } = joinTokens(row.tokens);
    last.spans.push(...spansOf(row.tags, places, last.text.length));
    last.text += text;
  }
  const marks = byMarks.find(([pattern]) => pattern.test(name))?.[1] ?? ['PER', 'ORG', 'LOC'];
  return { name, marks: new Set(marks), texts };
};

/** The `.jsonl` files in a folder (and below), or the one file that `path` is, in order. */
export const goldFilesIn = (path: string): string[] => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name));
};
