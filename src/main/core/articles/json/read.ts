import type { Draft } from '../draft.ts';
import { readBody } from '../html/read.ts';
import { bodyOf, factsInFields, plainText } from './fields.ts';
import { isArticle, recordsIn } from './records.ts';
import type { JsonRecord } from './values.ts';

/** What a file of records gives: its articles, and what did not come in. `part` counts records or lines from 1. */
export interface ReadRecords {
  drafts: Draft[];
  problems: { part: number | null; reason: string }[];
}

/** More problems than these of one file are summed up: a huge file of another kind must not fill the report. */
const mostProblems = 200;

/** After so many broken lines and not one article, the file is of another kind. */
const mostBrokenLines = 1000;

const draftOf = (record: JsonRecord, feed: JsonRecord | null): Draft | null => {
  const body = isArticle(record) ? bodyOf(record) : null;
  if (body === null) return null;
  const facts = factsInFields(record);
  const whole = feed ? factsInFields(feed) : null;
  const known = {
    title: facts.title,
    published: facts.published,
    address: facts.address,
    publisher: facts.publisher ?? (feed ? plainText(feed.title) : null),
    author: facts.author ?? whole?.author ?? null,
    language: facts.language ?? whole?.language ?? null,
  };
  return readBody(body.text, body.html, known);
};

const collector = (read: ReadRecords) => {
  let more = 0;
  return {
    problem(part: number, reason: string): void {
      if (read.problems.length < mostProblems) read.problems.push({ part, reason });
      else more++;
    },
    done(): ReadRecords {
      if (more > 0) read.problems.push({ part: null, reason: `${more} more parts of the file did not come in for like reasons.` });
      return read;
    },
  };
};

const syntaxReason = (thrown: unknown): string => {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // V8 quotes the text around the mistake; a page of it is no help.
  return message
    .replace(/,? ?(?:\.\.\.)?"[\s\S]*$/, '')
    .replace(/ in JSON\b/, '')
    .slice(0, 160);
};

/** Reads one JSON value: an article, a list of them, or an object around either. Throws `SyntaxError` for broken JSON. */
export const readJson = (text: string): ReadRecords => {
  const read: ReadRecords = { drafts: [], problems: [] };
  const records = recordsIn(JSON.parse(text));
  if (!records) return { ...read, problems: [{ part: null, reason: 'The JSON holds no articles: nothing in it has a text or body.' }] };
  const { problem, done } = collector(read);
  for (const [index, record] of records.items.entries()) {
    const draft = record && draftOf(record, records.feed);
    if (draft) read.drafts.push(draft);
    else problem(index + 1, `Item ${index + 1} holds no article: it has no text or body.`);
  }
  return done();
};

/** Reads a JSON value a line. A line that is broken is a problem with its number; the others come in. */
export const readJsonLines = (text: string): ReadRecords => {
  const read: ReadRecords = { drafts: [], problems: [] };
  const { problem, done } = collector(read);
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    if (line.trim() === '') continue;
    if (read.drafts.length === 0 && index > mostBrokenLines) {
      return { drafts: [], problems: [{ part: null, reason: `The first ${index} lines hold no article: the file is not JSON Lines.` }] };
    }
    const number = index + 1;
    try {
      const records = recordsIn(JSON.parse(line));
      const drafts = records?.items.map((record) => record && draftOf(record, records.feed)).filter((draft) => draft !== null) ?? [];
      if (drafts.length === 0) problem(number, `Line ${number} holds no article: it has no text or body.`);
      read.drafts.push(...drafts);
    } catch (thrown) {
      problem(number, `Line ${number} is not valid JSON: ${syntaxReason(thrown)}.`);
    }
  }
  return done();
};

/** A sentence on what is wrong with a JSON file. */
export const jsonProblem = (thrown: unknown): string => `The file is not valid JSON: ${syntaxReason(thrown)}.`;
