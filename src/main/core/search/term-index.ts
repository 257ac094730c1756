import MiniSearch, { type Options } from 'minisearch';
import { forgivenSlips, slipsBetween } from './distance.ts';

/** A term of the index that a misspelt word may have meant. */
export interface NearTerm {
  term: string;
  slips: number;
  documents: number;
}

/** A document of a saved index: MiniSearch's number for it, its id, its fields' lengths in words, its stored fields. */
type SavedDocument = [number: number, id: number, lengths: number[], stored: Record<string, unknown> | null];
/** A term of a saved index with its places: for each field, document number and frequency by turns. */
type SavedTerm = [term: string, fields: [field: number, places: number[]][]];

/** One line of a saved index; a whole index is one `head`, then all `documents`, then all `terms`, then `end`. */
type SavedLine =
  | { head: { name: string; fields: string[]; documents: number; nextId: number; averages: number[] } }
  | { documents: SavedDocument[] }
  | { terms: SavedTerm[] }
  | { end: { terms: number } };

/** Longer than any word that somebody would miswrite; looking around it would cost the more. */
const longestNear = 40;

/** Lines hold about this many numbers, so that writing or reading one takes some 2 ms. */
const numbersPerLine = 20_000;
const documentsPerLine = 1000;
/** So many take some 2 ms. */
const termsTidiedAtOnce = 1000;

/**
 * MiniSearch with what the product needs beside it: looking words up in the list of terms, and saving and loading in
 * slices. (`toJSON` and `loadJSONAsync` go through one string: 90 ms of standstill for 2,000 articles, a second for
 * 20,000, and an exception beyond 512 MB.) It reaches the members that MiniSearch keeps `protected` for its heirs.
 */
export class TermIndex<Document> extends MiniSearch<Document> {
  readonly name: string;

  constructor(name: string, options: Options<Document>) {
    super({ ...options, autoVacuum: false });
    this.name = name;
  }

  /**
   * Adds a document, or none of it: false where its text can't be made into words. (MiniSearch notes the id before it looks
   * at the text, and would call the next attempt a duplicate.)
   */
  takeIn(document: Document, id: number): boolean {
    try {
      this.add(document);
      return true;
    } catch {
      if (this.has(id)) this.discard(id);
      return false;
    }
  }

  /** Forgets a document, where there is one. Its words stay in the list of terms, matching nothing, until `tidy`. */
  letGo(id: number): void {
    if (this.has(id)) this.discard(id);
  }

  /** Clears words away that only forgotten documents had, in slices. */
  async tidy(): Promise<void> {
    if (this.dirtCount > 0) await this.vacuum({ batchSize: termsTidiedAtOnce, batchWait: 0 });
  }

  /** How many documents hold this very word. */
  documentsWith(word: string): number {
    return sizeOf(this._index.get(word));
  }

  /** Whether some word begins like this. */
  hasPrefix(prefix: string): boolean {
    return !this._index.atPrefix(prefix).entries().next().done;
  }

  /** Words that a slip of the hand away from `word`, likeliest first: fewest slips, same first letter, most documents. */
  near(word: string, most: number): NearTerm[] {
    const limit = forgivenSlips(word.length);
    if (limit === 0 || word.length > longestNear) return [];
    const found: NearTerm[] = [];
    // A swap of neighbours is one slip to us and two edits to MiniSearch.
    for (const [term, [places]] of this._index.fuzzyGet(word, Math.max(2, limit))) {
      const slips = slipsBetween(word, term, limit);
      if (slips <= limit && term !== word) found.push({ term, slips, documents: sizeOf(places) });
    }
    const sameStart = (near: NearTerm) => (near.term[0] === word[0] ? 0 : 1);
    found.sort((a, b) => a.slips - b.slips || sameStart(a) - sameStart(b) || b.documents - a.documents || (a.term < b.term ? -1 : 1));
    return found.slice(0, most);
  }

  /** The whole index as lines of JSON. It must not be changed while they are drawn. */
  *savedLines(): Generator<string> {
    yield line({
      head: {
        name: this.name,
        fields: Object.keys(this._fieldIds),
        documents: this._documentCount,
        nextId: this._nextId,
        averages: this._avgFieldLength,
      },
    });
    let documents: SavedDocument[] = [];
    for (const [number, id] of this._documentIds) {
      documents.push([
        number,
        id,
        [...(this._fieldLength.get(number) ?? [])].map((length) => length ?? 0),
        this._storedFields.get(number) ?? null,
      ]);
      if (documents.length === documentsPerLine) {
        yield line({ documents });
        documents = [];
      }
    }
    yield line({ documents });
    let terms: SavedTerm[] = [];
    let numbers = 0;
    let total = 0;
    for (const [term, fields] of this._index) {
      const saved: SavedTerm = [term, []];
      for (const [field, places] of fields) {
        saved[1].push([field, [...places].flat()]);
        numbers += 2 * places.size;
      }
      terms.push(saved);
      total += 1;
      numbers += 4;
      if (numbers >= numbersPerLine) {
        yield line({ terms });
        terms = [];
        numbers = 0;
      }
    }
    yield line({ terms });
    yield line({ end: { terms: total } });
  }

  /**
   * Fills an empty index from one saved line after another. Answers true when the line was the last one. Throws when
   * lines are missing, out of order, or of an index with other fields.
   */
  loadLine(text: string): boolean {
    const saved = JSON.parse(text) as SavedLine;
    if ('head' in saved) {
      const { name, fields, documents, nextId, averages } = saved.head;
      if (name !== this.name || fields.join() !== Object.keys(this._fieldIds).join() || this._nextId !== 0) {
        throw new Error(`a saved index called ${name} with the fields ${fields.join()}`);
      }
      this._documentCount = documents;
      this._nextId = nextId;
      this._avgFieldLength = averages;
      return false;
    }
    if ('documents' in saved) {
      for (const [number, id, lengths, stored] of saved.documents) {
        this._documentIds.set(number, id);
        this._idToShortId.set(id, number);
        this._fieldLength.set(number, lengths);
        if (stored) this._storedFields.set(number, stored);
      }
      return false;
    }
    if ('terms' in saved) {
      for (const [term, fields] of saved.terms) {
        this._index.set(term, new Map(fields.map(([field, places]) => [field, placesOf(places)])));
      }
      return false;
    }
    if (this._documentIds.size !== this._documentCount || this._index.size !== saved.end.terms) throw new Error('lines are missing');
    return true;
  }
}

const line = (saved: SavedLine): string => JSON.stringify(saved);

const placesOf = (flat: number[]): Map<number, number> => {
  const places = new Map<number, number>();
  for (let at = 0; at + 1 < flat.length; at += 2) places.set(flat[at] ?? 0, flat[at + 1] ?? 0);
  return places;
};

/** The most documents that any one field of a term names: near enough to rank by, without a set of them all. */
const sizeOf = (fields: Map<number, Map<number, number>> | undefined): number => {
  let most = 0;
  for (const places of fields?.values() ?? []) most = Math.max(most, places.size);
  return most;
};
