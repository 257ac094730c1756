import type { Extraction } from '../../shared/extraction.ts';
import type { ArticleId, Origin, ParsedArticle } from '../../shared/model.ts';

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
  /** Entities and relations that did not exist before. */
  entities: number;
  relations: number;
}
