import type { Block, ParsedArticle, TextLink } from '../../../shared/model.ts';
import { normaliseAddress, webAddress } from './address.ts';
import { cut, oneLine, oneLineOrNull } from './characters.ts';
import { dateInAddress, isoDate } from './dates.ts';
import { headlineKey } from './identity.ts';
import { languageOf } from './language.ts';
import type { Piece } from './pieces.ts';

/** What is known of an article besides its text, as its source spells it. */
export interface Facts {
  title: string | null;
  publisher: string | null;
  author: string | null;
  /** Anything that `isoDate` takes. */
  published: unknown;
  address: string | null;
  language: string | null;
}

/** An article as a reader of a format hands it on, before it is checked and put together. */
export interface Draft extends Facts {
  pieces: Piece[];
}

/** What is known of an article before anything is found. */
export const noFacts: Facts = { title: null, publisher: null, author: null, published: null, address: null, language: null };

const longestTitle = 300;

/** Facts of `first`, and of `second` where the first has none. */
export const factsOf = (first: Partial<Facts>, second: Facts): Facts => ({
  title: first.title ?? second.title,
  publisher: first.publisher ?? second.publisher,
  author: first.author ?? second.author,
  published: first.published ?? second.published,
  address: first.address ?? second.address,
  language: first.language ?? second.language,
});

/** The first sentence of a text, shortened to a title's length. */
export const firstSentence = (text: string): string => {
  const line = oneLine(text.slice(0, 2000));
  const end = /^.{24,}?(?:[.!?…]["”’)]?(?=\s+["“‘(]?[\p{Lu}\p{N}])|[。！？])/u.exec(line);
  return cut(end?.[0] ?? line, 120);
};

/**
 * The title and the pieces below it. A heading or line that repeats the title before the text begins is dropped. Without
 * a title the first heading is it, if nothing stands above, else the first sentence (which stays in the text): never
 * the file's name, so that the same text under two names stays one article.
 */
const titled = (draft: Draft): { title: string; pieces: Piece[] } => {
  const [first] = draft.pieces;
  const given = oneLineOrNull(draft.title, longestTitle);
  const title = given ?? (first?.kind === 'heading' ? oneLineOrNull(first.text, longestTitle) : null);
  if (title === null) {
    const made = firstSentence(first?.text ?? '');
    return { title: made, pieces: made === first?.text ? draft.pieces.slice(1) : draft.pieces };
  }
  const key = headlineKey(title);
  const repeats = (piece: Piece, index: number) =>
    index < 4 && (index === 0 || piece.kind === 'heading') && headlineKey(piece.text) === key && key !== '';
  return { title, pieces: draft.pieces.filter((piece, index) => !repeats(piece, index)) };
};

const cleanAuthor = (author: string | null): string | null => {
  const line = oneLineOrNull(author?.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1'), 200);
  const name = line?.replace(/^(?:written\s+)?(?:by|von|par|por|di|door)\s*:?\s+(?=\p{Lu})/iu, '').replace(/[\s,;|·-]+$/, '');
  return name && !/^https?:/i.test(name) ? name : null;
};

/**
 * The article that a draft describes, in the form that the whole product relies on: `text` is exactly its blocks joined
 * by an empty line, the first block is the title, links lie inside blocks in order. Null where there is no text at all.
 */
export const articleOf = (draft: Draft): ParsedArticle | null => {
  const { title, pieces } = titled(draft);
  if (title === '') return null;
  const blocks: Block[] = [{ kind: 'title', start: 0, end: title.length }];
  const links: TextLink[] = [];
  let length = title.length;
  for (const piece of pieces) {
    const start = length + 2;
    length = start + piece.text.length;
    blocks.push({ kind: piece.kind, ...(piece.level === undefined ? {} : { level: piece.level }), start, end: length });
    for (const link of piece.links) links.push({ start: start + link.start, end: start + link.end, href: link.href });
  }
  const body = pieces.map((piece) => piece.text);
  const address = draft.address === null ? null : webAddress(draft.address);
  return {
    title,
    text: [title, ...body].join('\n\n'),
    blocks,
    links,
    publisher: oneLineOrNull(draft.publisher, 200),
    author: cleanAuthor(draft.author),
    published: isoDate(draft.published) ?? dateInAddress(address),
    address: address !== null && normaliseAddress(address) === null ? null : address,
    language: languageOf(body, draft.language),
  };
};
