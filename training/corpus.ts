import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType, Span } from '../src/shared/model.ts';
import {
  kindAllows,
  type RelationKind,
  type RelationStatus,
  relationKindNames,
  relationKinds,
  relationStatuses,
} from '../src/shared/relations.ts';

/** A marked name: its place in the passage's plain text, and the fullest name of what it names. */
export interface GoldName extends Span {
  type: EntityType;
  text: string;
  entity: string;
}

/** What a relation was marked to keep of the passage's words. */
const attributeNames = ['role', 'amount', 'share', 'date'] as const;
type AttributeName = (typeof attributeNames)[number];

export interface GoldRelation {
  kind: RelationKind;
  status: RelationStatus;
  /** Fullest names, as in `GoldName.entity`. */
  subject: string;
  object: string;
  /** A reader could go either way: neither asked for nor wrong. */
  optional: boolean;
  attributes: Partial<Record<AttributeName, string>>;
}

/** A passage of the corpus: plain text with its names and relations. */
export interface Passage {
  batch: string;
  line: number;
  text: string;
  names: GoldName[];
  relations: GoldRelation[];
  /** Written as a negative or near miss. */
  negative: boolean;
}

/** A mistake in a corpus file. */
export interface CorpusError {
  batch: string;
  line: number;
  message: string;
}

const typeOfLetter: Readonly<Record<string, EntityType>> = {
  c: 'company',
  o: 'organization',
  p: 'person',
  l: 'place',
  t: 'product',
};

class Broken extends Error {}

const markPattern = /\[([^\]]*)\]/g;
const bracesPattern = /\s*\{([^{}]*)\}/g;

const readNames = (marked: string): { text: string; names: GoldName[] } => {
  let text = '';
  let place = 0;
  const names: GoldName[] = [];
  for (const mark of marked.matchAll(markPattern)) {
    text += marked.slice(place, mark.index);
    place = mark.index + mark[0].length;
    const parts = /^([a-z]):([^=]+)(?:=(.+))?$/u.exec(mark[1] ?? '');
    const type = typeOfLetter[parts?.[1] ?? ''];
    const name = parts?.[2];
    if (!type || !name) throw new Broken(`“${mark[0]}” is no mark: [c:…], [o:…], [p:…], [l:…] or [t:…]`);
    if (name !== name.trim() || /^the /i.test(name)) {
      throw new Broken(`“${mark[0]}” holds more than the name: a space or “the”`);
    }
    names.push({ start: text.length, end: text.length + name.length, type, text: name, entity: parts?.[3] ?? name });
    text += name;
  }
  text += marked.slice(place);
  if (/[[\]{}]/.test(text)) throw new Broken('a bracket stands alone');
  return { text, names };
};

const readRelation = (said: string, names: readonly GoldName[]): GoldRelation => {
  const [head = '', ...rest] = said.split(';').map((part) => part.trim());
  const parts = /^(\??)(\w+): (.+) -> (.+)$/u.exec(head);
  if (!parts) throw new Broken(`“{${said}}” is no relation: {kind: A -> B; status; attribute value}`);
  const kind = parts[2] as RelationKind;
  if (!relationKindNames.includes(kind)) throw new Broken(`“${kind}” is no kind of relation`);
  const find = (written: string): GoldName => {
    const name = names.find(({ text, entity }) => text === written || entity === written);
    if (!name) throw new Broken(`“${written}” in “{${said}}” is not marked in the passage`);
    return name;
  };
  const subject = find(parts[3] ?? '');
  const object = find(parts[4] ?? '');
  if (!kindAllows(kind, subject.type, object.type)) {
    throw new Broken(`“{${said}}”: ${kind} may not join ${subject.type} “${subject.text}” to ${object.type} “${object.text}”`);
  }
  if (subject.entity === object.entity) throw new Broken(`“{${said}}” joins a thing to itself`);
  const relation: GoldRelation = {
    kind,
    status: 'stated',
    subject: subject.entity,
    object: object.entity,
    optional: parts[1] === '?',
    attributes: {},
  };
  let statuses = 0;
  for (const part of rest) {
    if ((relationStatuses as readonly string[]).includes(part)) {
      relation.status = part as RelationStatus;
      statuses += 1;
      if (statuses > 1) throw new Broken(`“{${said}}” has two statuses`);
      continue;
    }
    const attribute = /^(\w+) (.+)$/u.exec(part);
    const name = attribute?.[1] as AttributeName;
    if (!attribute?.[2] || !attributeNames.includes(name)) throw new Broken(`“${part}” is neither a status nor an attribute`);
    if (relation.attributes[name] !== undefined) throw new Broken(`“{${said}}” has two of ${name}`);
    relation.attributes[name] = attribute[2];
  }
  return relation;
};

/** Whether these words stand in a text, not from within a word or number; a plural's ending may be left off ("director" of "directors"). */
const says = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^\p{N}/u.test(text.slice(at + words.length))) return true;
  }
  return false;
};

/** One line of a corpus file. Throws an error whose message says what is wrong with it. */
export const readPassage = (line: string, batch = '', number = 0): Passage => {
  const first = /\s*\{/.exec(line);
  const marked = (first ? line.slice(0, first.index) : line).trim();
  const tail = first ? line.slice(first.index) : '';
  if (tail.replace(bracesPattern, '').trim() !== '') throw new Broken('relations stand at the end of the line, each in {…}');
  const { text, names } = readNames(marked);
  const said = [...tail.matchAll(bracesPattern)].map((match) => (match[1] ?? '').trim());
  const negative = said.includes('none');
  if (negative && said.length > 1) throw new Broken('{none} stands alone');
  const relations = negative ? [] : said.map((each) => readRelation(each, names));
  const seen = new Set<string>();
  for (const { kind, subject, object } of relations) {
    const key = `${kind}: ${subject} -> ${object}`;
    if (seen.has(key)) throw new Broken(`“${key}” is marked twice`);
    seen.add(key);
    if (relationKinds[kind].symmetric) seen.add(`${kind}: ${object} -> ${subject}`);
  }
  for (const { text: name, entity } of names) {
    if (entity !== name && !names.some((other) => other.text === entity && other.entity === entity)) {
      throw new Broken(`“${name}” is said to be “${entity}”, which the passage does not name`);
    }
  }
  for (const { attributes } of relations) {
    for (const [name, value] of Object.entries(attributes)) {
      if (!says(text, value)) throw new Broken(`${name} “${value}” is not in the passage's words`);
    }
  }
  return { batch, line: number, text, names, relations, negative };
};

/** All passages of one file's text, and what is wrong with the lines that could not be read. */
export const readBatch = (content: string, batch: string): { passages: Passage[]; errors: CorpusError[] } => {
  const passages: Passage[] = [];
  const errors: CorpusError[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    try {
      passages.push(readPassage(line, batch, index + 1));
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      errors.push({ batch, line: index + 1, message: error.message });
    }
  }
  return { passages, errors };
};

/** Whether a batch is one of those that nothing is trained or tuned on: every fifth. */
export const isHeldOut = (batch: string): boolean => Number.parseInt(batch, 10) % 5 === 0;

/** Names of the batches in a folder, in order: `01-agency-deals.txt` … */
export const batchesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-.+\.txt$/.test(name))
    .sort();

/** All passages of a corpus folder's open batches. Throws where a line of them is broken. */
export const readOpenBatches = (folder: string): Passage[] =>
  batchesIn(folder)
    .filter((batch) => !isHeldOut(batch))
    .flatMap((batch) => {
      const { passages, errors } = readBatch(readFileSync(join(folder, batch), 'utf8'), batch);
      const error = errors[0];
      if (error) throw new Error(`${error.batch}:${error.line}: ${error.message}`);
      return passages;
    });
