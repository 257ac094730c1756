import { type Extraction, extractionVersion } from '../../shared/extraction.ts';
import type { ArticleId, EntityId, Origin, ParsedArticle, StoryId } from '../../shared/model.ts';
import { countWords, normaliseAddress } from './articles/index.ts';
import {
  candidateLimit,
  founderOf,
  openingCharacters,
  storyOf,
  storySpanDays,
  storyWindowDays,
  type Traits,
  traitsOf,
} from './graph/stories.ts';
import { makeFindings } from './making.ts';
import type { Findings, Store } from './store/index.ts';

/** An article as the importer hands it on: read, identified, extracted, with where it came from. */
export interface Incoming {
  id: ArticleId;
  article: ParsedArticle;
  extraction: Extraction;
  origin: Origin;
}

/** What one batch changed. */
export interface Ingested {
  /** Articles that are new, in order. */
  added: ArticleId[];
  /** Articles that the library had already; a new origin was noted. */
  duplicates: number;
  /** Entities and relations gained, less those that turned out to be one with others. */
  entities: number;
  relations: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The dates around `published` as text that compares with dates and dates with times; null where there is none. */
const datesAround = (published: string | null, days: number): { from: string; to: string } | null => {
  const time = published === null ? Number.NaN : Date.parse(published);
  if (Number.isNaN(time)) return null;
  const dateAt = (offset: number) => new Date(time + offset * dayMs).toISOString().slice(0, 10);
  return { from: dateAt(-days), to: `${dateAt(days)}~` };
};

/** How many articles' traits are kept, the last used: comparing again costs no reading. */
const rememberedTraits = 2000;
/** Rare entities looked up for candidates, and how many mentions of theirs in all. */
const lookedUpEntities = 12;
const lookedUpArticles = 1000;

const traitsOfStore = new WeakMap<Store, Map<ArticleId, Traits>>();

const remember = (known: Map<ArticleId, Traits>, id: ArticleId, traits: Traits): void => {
  known.delete(id);
  known.set(id, traits);
  const oldest = known.size > rememberedTraits ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
};

const storedTraits = (store: Store, known: Map<ArticleId, Traits>, id: ArticleId): Traits | null => {
  const remembered = known.get(id);
  if (remembered !== undefined) return remembered;
  const opening = store.openingOf(id, openingCharacters);
  if (opening === null) return null;
  const traits = traitsOf(
    opening.title,
    opening.text,
    opening.entities.map(({ id: entity, mentions }) => [entity, mentions] as const),
  );
  remember(known, id, traits);
  return traits;
};

/** Finds the story of a new article among those that share its rarest entities within days. */
const findStory = (store: Store, { id, article }: Incoming, { entities }: Findings): StoryId => {
  const known = traitsOfStore.get(store) ?? new Map<ArticleId, Traits>();
  traitsOfStore.set(store, known);
  const traits = traitsOf(
    article.title,
    article.text,
    entities.map((entity) => [entity.id, entity.mentions.length] as const),
  );
  remember(known, id, traits);

  const total = store.lastSeq() + 1;
  const frequencies = store.entityFrequencies([...traits.entities.keys()]);
  const rarity = (entity: EntityId): number => Math.log(1 + total / (1 + (frequencies.get(entity)?.articles ?? 0)));
  const weights: { row: number; weight: number }[] = [];
  let articles = 0;
  for (const [entity, { row, articles: count }] of [...frequencies].sort(([, left], [, right]) => left.articles - right.articles)) {
    articles += count;
    if (weights.length === lookedUpEntities || articles > lookedUpArticles) break;
    weights.push({ row, weight: rarity(entity) });
  }
  if (weights.length === 0) return storyOf(id, traits, [], () => null, rarity);

  const tooOld = datesAround(article.published, storySpanDays)?.from ?? '';
  const candidates = store
    .storyCandidates(weights, datesAround(article.published, storyWindowDays), candidateLimit)
    .filter(({ storyFirst }) => storyFirst === null || storyFirst >= tooOld)
    .flatMap((candidate) => {
      const its = storedTraits(store, known, candidate.id);
      if (its === null) return [];
      return [{ story: candidate.story, traits: its, dated: candidate.published !== null && article.published !== null }];
    });
  return storyOf(id, traits, candidates, (story) => storedTraits(store, known, founderOf(story)), rarity);
};

const addressKeyOf = ({ address }: ParsedArticle): string | null => (address === null ? null : normaliseAddress(address));

const add = (store: Store, incoming: Incoming, importedAt: string): void => {
  const { id, article, extraction, origin } = incoming;
  makeFindings(store, { id, text: article.text, reading: { version: extractionVersion, extraction } }, (findings) => {
    store.addArticle({
      id,
      article,
      origin,
      addressKey: addressKeyOf(article),
      linkKeys: article.links.flatMap(({ href }) => normaliseAddress(href) ?? []),
      words: countWords(article.text),
      story: findStory(store, incoming, findings),
      importedAt,
      ...findings,
    });
  });
};

/**
 * Puts a batch of articles into the library in one transaction: when this returns, all of it is on disk; when it throws,
 * nothing of it is. An article that the library has keeps what it has, gains the origin, and what was not known of it: publisher,
 * author, date, address, language.
 */
export const ingest = (store: Store, batch: readonly Incoming[]): Ingested => {
  const importedAt = new Date().toISOString();
  const ingested: Ingested = { added: [], duplicates: 0, entities: 0, relations: 0 };
  const before = store.tally();
  store.transaction(() => {
    for (const incoming of batch) {
      if (store.hasArticle(incoming.id)) {
        store.addOrigin(incoming.id, incoming.origin);
        store.addFacts(incoming.id, incoming.article, addressKeyOf(incoming.article));
        ingested.duplicates += 1;
        continue;
      }
      add(store, incoming, importedAt);
      ingested.added.push(incoming.id);
    }
  });
  const after = store.tally();
  return { ...ingested, entities: after.entities - before.entities, relations: after.relations - before.relations };
};
