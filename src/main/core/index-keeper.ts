import type { ArticleId, ArticleRef } from '../../shared/model.ts';
import { indexFileBytes, readIndexFile, writeIndexFile } from './index-file.ts';
import { Pace } from './pace.ts';
import {
  type ArticleDocument,
  type ArticleMatches,
  createSearchIndex,
  type IndexLoader,
  type NameDocument,
  type NameMatches,
  type SearchIndex,
} from './search/index.ts';

/** What the index reads of the store. */
export interface IndexSource {
  articlesForIndex(afterSeq: number, limit: number): (ArticleDocument & { id: ArticleId })[];
  namesForIndex(afterRow: number, limit: number): NameDocument[];
  lastSeq(): number;
  lastNameRow(): number;
  articleForIndex(seq: number): ArticleDocument | null;
  changesForIndex(afterChange: number, limit: number): { change: number; kind: 'alias' | 'article'; number: number }[];
  lastChange(): number;
  articleRefsBySeq(seqs: readonly number[]): ArticleRef[];
}

/** Keeps the search index of an open library: opens it, brings it up to date, saves it. */
export interface IndexKeeper {
  readonly state: 'opening' | 'ready';
  names(query: string): NameMatches;
  articles(query: string): ArticleMatches;
  /** Reads what the store has gained, lost and changed since; resolves when the index is level with it. */
  catchUp(): Promise<void>;
  /** The same without waiting; should it fail, that is a notice. */
  follow(): void;
  /** Saves the index if it has changed; nothing to do for a library that is open for reading. Failing to is a notice. */
  save(): Promise<void>;
  bytes(): number;
  /** Resolves once the index is open and level with the store for the first time. */
  readonly ready: Promise<void>;
  /** Stops what is running and saves what there is. */
  close(): Promise<void>;
}

interface Options {
  folder: string;
  source: IndexSource;
  readOnly: boolean;
  /** Told in a sentence when the index had to be built anew. */
  notice: (message: string) => void;
  /** Told when the index is ready. */
  onReady: () => void;
}

const articlesAtOnce = 20;
const namesAtOnce = 400;
const changesAtOnce = 50;
const noNames: NameMatches = { matches: [], corrected: [] };
const noArticles: ArticleMatches = { matches: [], matched: 'all', corrected: [] };

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Starts to open the index of a library and answers at once. */
export const keepIndex = ({ folder, source, readOnly, notice, onReady }: Options): IndexKeeper => {
  const stop = new AbortController();
  let state: 'opening' | 'ready' = 'opening';
  let loader: IndexLoader | null = null;
  let index: SearchIndex | null = null;
  let savedSeq = -1;
  let savedRow = -1;
  let savedChange = -1;
  let running: Promise<void> | null = null;
  let lastTurn: Promise<void> = Promise.resolve();

  const belongs = ({ mark }: SearchIndex): boolean =>
    mark.lastSeq <= source.lastSeq() &&
    mark.lastNameRow <= source.lastNameRow() &&
    mark.lastChange <= source.lastChange() &&
    (mark.lastSeq === 0 || source.articleRefsBySeq([mark.lastSeq])[0]?.id === mark.lastArticle);

  const openSaved = async (): Promise<SearchIndex | null> => {
    try {
      const saved = await readIndexFile(
        folder,
        (opened) => {
          loader = opened;
        },
        stop.signal,
      );
      if (saved && belongs(saved)) return saved;
      if (saved) notice('The saved search index belonged to another state of this library; it is being built anew.');
      else if (source.lastSeq() > 0) notice('The saved search index was missing; it is being built anew.');
    } catch (thrown) {
      if (!stop.signal.aborted) {
        const why = thrown instanceof Error && /another version/.test(thrown.message) ? 'was of another version' : 'was damaged';
        notice(`The saved search index ${why}; it is being built anew.`);
      }
    }
    return null;
  };

  /** The index is read from to save it and added to in turns, never at once. */
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = lastTurn.then(task);
    lastTurn = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };

  const readBatch = async (into: SearchIndex, pace: Pace): Promise<boolean> => {
    const lastName = source.lastNameRow();
    const names = source.namesForIndex(into.mark.lastNameRow, namesAtOnce);
    let leftOut = into.addNames(names);
    if (names.length === 0) into.passNames(lastName);
    const articles = names.length === 0 ? source.articlesForIndex(into.mark.lastSeq, articlesAtOnce) : [];
    for (const article of articles) {
      leftOut += into.addArticles([article]);
      await pace.breathe();
    }
    const changes = names.length + articles.length === 0 ? source.changesForIndex(into.mark.lastChange, changesAtOnce) : [];
    for (const { change, kind, number } of changes) {
      if (kind === 'alias') into.dropName(number);
      else {
        const article = source.articleForIndex(number);
        if (article !== null && !into.replaceArticle(article)) leftOut += 1;
      }
      into.passChange(change);
      await pace.breathe();
    }
    if (leftOut > 0) complain('Some articles or names could not be made into words: search will not find them.');
    return names.length + articles.length + changes.length > 0;
  };

  const readOn = async (into: SearchIndex): Promise<void> => {
    const pace = new Pace();
    while (!stop.signal.aborted && (await inTurn(() => readBatch(into, pace)))) await pace.breathe();
  };

  const level = ({ mark }: SearchIndex): boolean =>
    mark.lastSeq >= source.lastSeq() && mark.lastNameRow >= source.lastNameRow() && mark.lastChange >= source.lastChange();

  const catchUp = async (): Promise<void> => {
    if (!index) await ready;
    while (index && !stop.signal.aborted && !level(index)) {
      running ??= readOn(index).finally(() => {
        running = null;
      });
      await running;
    }
  };

  const write = async (current: SearchIndex): Promise<void> => {
    const { lastSeq, lastNameRow, lastChange } = current.mark;
    if (readOnly || (lastSeq === savedSeq && lastNameRow === savedRow && lastChange === savedChange)) return;
    await current.tidy();
    await writeIndexFile(folder, current);
    savedSeq = lastSeq;
    savedRow = lastNameRow;
    savedChange = lastChange;
  };
  const save = async (): Promise<void> => {
    const current = index;
    if (current)
      await inTurn(() => write(current)).catch((thrown: unknown) => complain(`The search index can't be saved: ${messageOf(thrown)}.`));
  };

  let complained = '';
  const complain = (message: string): void => {
    if (message === complained) return;
    complained = message;
    notice(message);
  };
  const follow = (): void => {
    catchUp().catch((thrown: unknown) => {
      if (!stop.signal.aborted) complain(`The search index can't be brought up to date: ${messageOf(thrown)}.`);
    });
  };

  const opening = async (): Promise<void> => {
    const saved = await openSaved();
    if (saved) ({ lastSeq: savedSeq, lastNameRow: savedRow, lastChange: savedChange } = saved.mark);
    index = saved ?? createSearchIndex();
    loader = null;
    await catchUp();
    if (stop.signal.aborted) return;
    state = 'ready';
    onReady();
    if (index.mark.lastSeq > savedSeq || index.mark.lastChange > Math.max(0, savedChange)) await save();
  };
  const ready: Promise<void> = opening().catch((thrown: unknown) => {
    if (!stop.signal.aborted) complain(`The search index can't be opened: ${messageOf(thrown)}.`);
  });

  return {
    get state() {
      return state;
    },
    names: (query) => index?.names(query) ?? loader?.names?.(query) ?? noNames,
    articles: (query) => index?.articles(query) ?? noArticles,
    catchUp,
    follow,
    save,
    bytes: () => indexFileBytes(folder),
    ready,
    close: async () => {
      stop.abort();
      await ready;
      await running?.catch(() => undefined);
      await save();
    },
  };
};
