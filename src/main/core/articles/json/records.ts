import { bodyOf, factsInFields } from './fields.ts';
import { asRecord, type JsonRecord, own, plainKey, textOf } from './values.ts';

/** Finds the articles in a JSON value, whichever way a collection wraps them. */

/** Keys that hold a list of articles. */
const lists = new Set([
  'articles',
  'items',
  'documents',
  'docs',
  'results',
  'data',
  'posts',
  'entries',
  'entry',
  'item',
  'news',
  'stories',
  'hits',
  'records',
  'rows',
]);
/** Keys that hold one article, or the object that holds the list. */
const wrappers = new Set([
  'response',
  'article',
  'document',
  'doc',
  'post',
  'content',
  'data',
  'result',
  'results',
  'hits',
  'feed',
  'channel',
  'rss',
  'story',
  'source',
  'item',
  'news',
]);
const deepestWrapping = 4;

/** What one entry of a list really is: `{"_source": {…}}` and the like are opened. */
const opened = (value: unknown): JsonRecord | null => {
  const record = asRecord(value);
  if (!record) return null;
  const inner = asRecord(own(record, '_source')) ?? asRecord(own(record, 'article')) ?? asRecord(own(record, 'document'));
  const merged = inner ?? record;
  const fields = asRecord(own(merged, 'fields')) ?? asRecord(own(merged, 'attributes'));
  if (fields && bodyOf(merged) === null) return withFields(merged, fields);
  return merged;
};

/** The Guardian and JSON:API keep the text in an object inside: its fields count before the record's own. */
const withFields = (record: JsonRecord, fields: JsonRecord): JsonRecord => Object.assign(Object.create(null), record, fields) as JsonRecord;

/** True for an object that has an article's text under a usual name; a gist counts where a title goes with it. */
export const isArticle = (record: JsonRecord): boolean => {
  const body = bodyOf(record);
  if (body === null) return false;
  if (!body.gist) return true;
  return ['title', 'headline', 'webTitle'].some((key) => own(record, key) !== undefined) && factsInFields(record).title !== null;
};

/** A list of records in the file, with what its wrapping says of all of them. */
export interface Records {
  /** Entry by entry; null for one that is no object. */
  items: (JsonRecord | null)[];
  /** The feed's own title, authors and language, for a JSON Feed. */
  feed: JsonRecord | null;
}

/** The records in a JSON value; null where it holds nothing that could be one. */
export const recordsIn = (value: unknown, depth = 0): Records | null => {
  if (Array.isArray(value)) return value.some((item) => asRecord(item) !== null) ? { items: value.map(opened), feed: null } : null;
  const record = asRecord(value);
  if (!record || depth > deepestWrapping) return null;
  if (/jsonfeed\.org\/version/.test(textOf(own(record, 'version')) ?? '')) {
    const items = own(record, 'items');
    return { items: Array.isArray(items) ? items.map(opened) : [], feed: record };
  }
  const itself = opened(record);
  if (itself && isArticle(itself)) return { items: [itself], feed: null };
  const entries = Object.entries(record).slice(0, 200);
  for (const [key, inner] of entries) {
    if (lists.has(plainKey(key)) && Array.isArray(inner)) {
      const found = recordsIn(inner, depth + 1);
      if (found) return found;
    }
  }
  for (const [key, inner] of entries) {
    const found = wrappers.has(plainKey(key)) && asRecord(inner) ? recordsIn(inner, depth + 1) : null;
    if (found) return found;
  }
  return itself && factsInFields(itself).title !== null && depth === 0 ? { items: [itself], feed: null } : null;
};
