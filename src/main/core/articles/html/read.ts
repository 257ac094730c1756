import { Readability } from '@mozilla/readability';
import { webAddress } from '../address.ts';
import { oneLine } from '../characters.ts';
import { type Draft, type Facts, factsOf, noFacts } from '../draft.ts';
import type { Piece } from '../pieces.ts';
import { countWords } from '../text/headline.ts';
import { paragraphsOf } from '../text/lines.ts';
import { readText, withoutTop } from '../text/read.ts';
import { type DomDocument, type DomNode, documentOf } from './dom.ts';
import { decodeEntities } from './entities.ts';
import { factsOfPage } from './facts.ts';
import { type Page, pageOf } from './page.ts';
import { piecesOf, piecesOfMarkup, type Resolve } from './walk.ts';

/** Resolves links against the page; those that lead to a place on the page itself are no links. */
const resolver = (base: string | null, own: string | null): Resolve => {
  const ownPage = own?.split('#')[0];
  return (href) => {
    if (href.trim().startsWith('#')) return null;
    const address = webAddress(href, base);
    const [page, place] = address?.split('#', 2) ?? [];
    return place !== undefined && page === ownPage ? null : address;
  };
};

const bylineIn = (document: DomDocument): string | null => {
  const element = document.querySelector('[rel~=author],[itemprop~=author],.byline,.article-author,.author-name,.author');
  const name = element?.querySelector('[itemprop~=name],[rel~=author]') ?? element;
  const text = oneLine((name?.textContent ?? '').slice(0, 400));
  return text !== '' && text.length <= 100 ? text : null;
};

const textLength = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** The main text as Readability finds it; null where it finds none. It changes the document. */
const mainText = (document: DomDocument): DomNode | null => {
  const reader = new Readability<DomNode>(document as never, {
    charThreshold: 200,
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomNode,
  });
  return reader.parse()?.content ?? null;
};

const resolverFor = (page: Page, address: string | null): Resolve => {
  const base = page.base === null ? null : webAddress(decodeEntities(page.base), address);
  return resolver(base ?? address, address);
};

/** Text that someone put into one `pre` element, as mail archives do, is plain text. */
const unpacked = (pieces: readonly Piece[]): Piece[] =>
  pieces.length > 0 && pieces.every((piece) => piece.kind === 'code') && countWords(pieces[0]?.text ?? '') > 40
    ? pieces.flatMap((piece) => paragraphsOf(piece.text))
    : [...pieces];

/** Less than this is a teaser or a mistake: then everything on the page counts. */
const fewestCharacters = 140;

/** What parsing a page finds: its main text, and who wrote it. */
const foundInTree = (page: Page, markup: string) => {
  const document = documentOf(markup, decodeEntities(page.title ?? ''));
  return { byline: bylineIn(document), main: mainText(document) };
};

/** Reads a web page: what it says of itself, and its main text as pieces. */
export const readHtml = (html: string): Draft => {
  const page = pageOf(html);
  const found = page.furnished && page.body !== null ? foundInTree(page, page.body) : null;
  const { facts, body } = factsOfPage(page, found?.byline ?? null);
  const resolve = resolverFor(page, facts.address);
  const main = found?.main ? piecesOf(found.main, resolve) : [];
  // A page without furniture was written or exported by hand: all of it counts, as it does where a tree is out of reach.
  const pieces = unpacked(textLength(main) >= fewestCharacters ? main : piecesOfMarkup(html, resolve));
  // Pages that a script fills in are empty but for what they state.
  if (body !== null && textLength(pieces) * 2 < body.length) return { ...readBody(body, false, facts), title: facts.title };
  // A title without a text is an empty page.
  const top = withoutTop(pieces, true);
  return {
    ...factsOf(facts, { ...noFacts, ...top.facts, title: null }),
    title: pieces.length === 0 ? null : facts.title,
    pieces: top.body,
  };
};

/** The pieces of a fragment of HTML, all of it: a record's body, or Markdown that was turned into HTML. */
export const piecesOfFragment = (html: string, base: string | null): Piece[] => piecesOfMarkup(html, resolver(base, base));

const markup =
  /<\/?(?:p|div|br|h[1-6]|ul|ol|li|a|strong|em|b|i|u|span|blockquote|img|figure|section|article|table|pre|code|html|body)(?:\s[^<>]{0,2000})?\/?>/i;
const entity = /&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});/i;

/** A record's body, HTML or plain text, as a draft that already has the record's facts. */
export const readBody = (text: string, html: boolean, known: Facts = noFacts): Draft => {
  if (html || markup.test(text)) return factsAndPieces(known, piecesOfFragment(text, known.address));
  return readText(entity.test(text) ? decodeEntities(text) : text, known);
};

const factsAndPieces = (known: Facts, pieces: Piece[]): Draft => ({ ...factsOf(known, noFacts), pieces });
