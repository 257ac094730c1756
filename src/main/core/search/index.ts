import type { ArticleId } from '../../../shared/model.ts';
import { type ArticleDocument, type ArticleIndex, type ArticleMatches, createArticleIndex, matchArticles } from './articles.ts';
import { createNameIndex, matchNames, type NameDocument, type NameIndex, type NameMatches } from './names.ts';

export type { ArticleDocument, ArticleMatch, ArticleMatches } from './articles.ts';
export { marksIn } from './marks.ts';
export type { NameDocument, NameMatch, NameMatches } from './names.ts';
export type { Correction } from './query.ts';
export { type Snippet, snippetOf } from './snippet.ts';

/** Grows with every change of the words, fields or lines below: an index of another version is built anew. */
export const indexVersion = 2;

/** How far an index has read the library. */
export interface IndexMark {
  lastSeq: number;
  /** The article at `lastSeq`: an index whose library has another article there belongs to another library. */
  lastArticle: ArticleId | null;
  lastNameRow: number;
  /** The last change of what it had taken in before. */
  lastChange: number;
}

/**
 * The interactive index of a library: names of entities and articles, by their words. It is a cache of the store, fed in
 * the order of its numbers; it may be dropped and built anew at any time.
 */
export interface SearchIndex {
  readonly mark: IndexMark;
  /**
   * Documents must come with rising numbers; those that it has already are passed over. Answers how many could not be
   * taken in: they stay out, and the mark goes past them, so that one of them holds up none that follow.
   */
  addNames(names: readonly NameDocument[]): number;
  addArticles(articles: readonly (ArticleDocument & { id: ArticleId })[]): number;
  /** Goes past names up to this row: the last ones may be gone before they were read. */
  passNames(row: number): void;
  /** Forgets a name, where it has it. */
  dropName(row: number): void;
  /** Takes an article in anew that it has taken in before; others are left for `addArticles`. False where it could not be taken in. */
  replaceArticle(article: ArticleDocument): boolean;
  /** Goes past a change once it is made. */
  passChange(change: number): void;
  /** Clears away what replaced articles have left behind, in slices; nothing may be added meanwhile. */
  tidy(): Promise<void>;
  /** What matches; not to be changed by the caller. */
  names(query: string): NameMatches;
  articles(query: string): ArticleMatches;
  /** The index as lines of text. It must not be added to while they are drawn. */
  savedLines(): Generator<string>;
}

type SavedFrame = { newsgraphIndex: number } | { mark: IndexMark };

/** So many answers to one or two letters are kept: every search begins with them, and they match the most. */
const keptAnswers = 100;

/** `answer` with what it said of one or two letters kept until `forget`. */
const keeping = <Matches>(answer: (query: string) => Matches): { ask: (query: string) => Matches; forget: () => void } => {
  const kept = new Map<string, Matches>();
  return {
    ask: (query) => {
      const letters = query.trim();
      if (letters.length > 2) return answer(query);
      const known = kept.get(letters);
      if (known !== undefined) return known;
      const matches = answer(query);
      if (kept.size >= keptAnswers) kept.clear();
      kept.set(letters, matches);
      return matches;
    },
    forget: () => kept.clear(),
  };
};

const empty: IndexMark = { lastSeq: 0, lastArticle: null, lastNameRow: 0, lastChange: 0 };

const over = (nameIndex: NameIndex, articleIndex: ArticleIndex, start: IndexMark): SearchIndex => {
  let mark = start;
  const askNames = keeping((query) => matchNames(nameIndex, query));
  const askArticles = keeping((query) => matchArticles(articleIndex, query));
  return {
    get mark() {
      return mark;
    },
    addNames: (names) => {
      askNames.forget();
      let leftOut = 0;
      for (const name of names) {
        if (name.row <= mark.lastNameRow) continue;
        if (!nameIndex.takeIn(name, name.row)) leftOut += 1;
        mark = { ...mark, lastNameRow: name.row };
      }
      return leftOut;
    },
    addArticles: (articles) => {
      askArticles.forget();
      let leftOut = 0;
      for (const article of articles) {
        if (article.seq <= mark.lastSeq) continue;
        if (!articleIndex.takeIn(article, article.seq)) leftOut += 1;
        mark = { ...mark, lastSeq: article.seq, lastArticle: article.id };
      }
      return leftOut;
    },
    passNames: (row) => {
      mark = { ...mark, lastNameRow: Math.max(mark.lastNameRow, row) };
    },
    dropName: (row) => {
      askNames.forget();
      nameIndex.letGo(row);
    },
    replaceArticle: (article) => {
      if (article.seq > mark.lastSeq) return true;
      askArticles.forget();
      articleIndex.letGo(article.seq);
      return articleIndex.takeIn(article, article.seq);
    },
    passChange: (change) => {
      mark = { ...mark, lastChange: Math.max(mark.lastChange, change) };
    },
    tidy: async () => {
      await nameIndex.tidy();
      await articleIndex.tidy();
    },
    names: askNames.ask,
    articles: askArticles.ask,
    *savedLines() {
      yield JSON.stringify({ newsgraphIndex: indexVersion } satisfies SavedFrame);
      yield* nameIndex.savedLines();
      yield* articleIndex.savedLines();
      yield JSON.stringify({ mark } satisfies SavedFrame);
    },
  };
};

/** An index of an empty library. */
export const createSearchIndex = (): SearchIndex => over(createNameIndex(), createArticleIndex(), empty);

/** A saved index that is being read, a line at a time. */
export interface IndexLoader {
  /** Takes the next line. Throws when it is not what a saved index of this version goes on with. */
  line(text: string): void;
  /** From the moment the names are in: they answer while the articles are still coming. */
  readonly names: ((query: string) => NameMatches) | null;
  /** The whole index. Throws when lines are missing. */
  finish(): SearchIndex;
}

/** Reads what `savedLines` wrote. */
export const loadSearchIndex = (): IndexLoader => {
  const nameIndex = createNameIndex();
  const articleIndex = createArticleIndex();
  let stage: 'version' | 'names' | 'articles' | 'mark' | 'end' = 'version';
  let mark = empty;
  return {
    line: (text) => {
      if (stage === 'names') {
        if (nameIndex.loadLine(text)) stage = 'articles';
      } else if (stage === 'articles') {
        if (articleIndex.loadLine(text)) stage = 'mark';
      } else {
        const frame = JSON.parse(text) as SavedFrame;
        if (stage === 'version' && 'newsgraphIndex' in frame && frame.newsgraphIndex === indexVersion) stage = 'names';
        else if (stage === 'mark' && 'mark' in frame) {
          mark = frame.mark;
          stage = 'end';
        } else throw new Error(stage === 'version' ? 'an index of another version' : 'an unexpected line');
      }
    },
    get names() {
      return stage === 'version' || stage === 'names' ? null : (query: string) => matchNames(nameIndex, query);
    },
    finish: () => {
      if (stage !== 'end') throw new Error('lines are missing');
      return over(nameIndex, articleIndex, mark);
    },
  };
};
