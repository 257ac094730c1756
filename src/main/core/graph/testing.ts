import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AliasReason, ExtractedMention, ExtractedRelation } from '../../../shared/extraction.ts';
import type { ArticleId, Block, EntityType, ParsedArticle, Span } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import { type Incoming, ingest } from '../ingest.ts';
import { openStore, type Store } from '../store/index.ts';

/**
 * Articles for tests, written so that what extraction would find is plain to see:
 * `{OpenAI} bought {io}.` names two companies, `{Altman=Sam Altman:person}` a person by surname, and
 * `{IBM=International Business Machines!acronym}` says why.
 */
export interface Told {
  title?: string;
  sentences: string[];
  published?: string | null;
  publisher?: string;
  address?: string;
  /** Link targets, put on the first word of the body. */
  links?: string[];
  /** Subject, kind, object, and the number of the sentence (from 0, the title not counted). */
  relations?: [subject: string, kind: RelationKind, object: string, sentence: number, status?: RelationStatus][];
  place?: string;
}

const mark = /\{([^}=:!]+)(?:=([^}:!]+))?(?::(\w+))?(?:!([a-z ]+))?\}/g;

/** The article and extraction that a told article means. */
export const incoming = (told: Told): Incoming => {
  const title = told.title ?? told.sentences[0]?.replace(mark, '$1') ?? '';
  const mentions: ExtractedMention[] = [];
  let text = title;
  const sentences: Span[] = [{ start: 0, end: title.length }];
  const blocks: Block[] = [{ kind: 'title', start: 0, end: title.length }];
  for (const written of told.sentences) {
    text += '\n\n';
    const start = text.length;
    let at = 0;
    for (const found of written.matchAll(mark)) {
      text += written.slice(at, found.index);
      at = found.index + found[0].length;
      const [, surface = '', full, type = 'company', alias] = found;
      const place = { start: text.length, end: text.length + surface.length };
      const mention = { ...place, type: type as EntityType, text: surface, entity: full ?? surface, confidence: 1, reason: 'told' };
      mentions.push(alias === undefined ? mention : { ...mention, alias: alias as AliasReason });
      text += surface;
    }
    text += written.slice(at);
    sentences.push({ start, end: text.length });
    blocks.push({ kind: 'paragraph', start, end: text.length });
  }
  const relations = (told.relations ?? []).map(([subject, kind, object, sentence, status = 'stated']): ExtractedRelation => {
    const span = sentences[sentence + 1] ?? { start: 0, end: 0 };
    const nearest = (name: string): number => {
      const inside = mentions.findIndex(({ entity, start }) => entity === name && start >= span.start && start < span.end);
      return inside >= 0 ? inside : mentions.findIndex(({ entity }) => entity === name);
    };
    return { kind, status, subject: nearest(subject), object: nearest(object), rule: 'told', confidence: 0.9, ...span };
  });
  const bodyStart = blocks[1]?.start ?? 0;
  const article: ParsedArticle = {
    title,
    text,
    blocks,
    links: (told.links ?? []).map((href, index) => ({ href, start: bodyStart + index, end: bodyStart + index + 1 })),
    publisher: told.publisher ?? null,
    author: null,
    published: told.published === undefined ? '2025-01-01' : told.published,
    address: told.address ?? null,
    language: 'en',
  };
  const id = `a_${createHash('sha256').update(text).digest('hex').slice(0, 24)}` as ArticleId;
  return { id, article, extraction: { mentions, relations, sentences }, origin: { place: told.place ?? `${id}.txt`, part: 0 } };
};

/** A library in a folder of its own; `close` removes both. */
export interface TestLibrary {
  store: Store;
  folder: string;
  close: () => void;
}

/** A new library that holds some told articles. */
export const libraryOf = (...articles: readonly Told[]): TestLibrary => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-'));
  const store = openStore(folder);
  if (articles.length > 0) ingest(store, articles.map(incoming));
  return {
    store,
    folder,
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The node of an entity by a name of its. Throws where there is none. */
export const named = (store: Store, name: string) => {
  const [node] = store.entitiesNamed(name);
  const [row] = node === undefined ? [] : store.nodeRows([node.id]);
  if (row === undefined) throw new Error(`No entity ${name}`);
  return row;
};
