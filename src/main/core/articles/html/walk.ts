import type { Piece } from '../pieces.ts';
import { type DomElement, type DomNode, isElement, textNode } from './dom.ts';
import { dropped, furniture } from './elements.ts';
import { entityDecoder } from './entities.ts';
import { type PieceWriter, pieceWriter } from './pieces.ts';
import { scanMarkup } from './scan.ts';

/** Gives a link's absolute http(s) address, or null where it leads nowhere worth going. */
export type Resolve = (href: string) => string | null;

const isHidden = (element: DomElement): boolean => element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';

/** The number of a footnote is no part of the sentence. */
const isFootnoteMark = (element: DomElement): boolean =>
  element.localName === 'sup' && /^\[?\w{1,3}\]$/.test(element.textContent?.trim() ?? '');

const tell = (parent: DomNode, writer: PieceWriter, resolve: Resolve, skip: (element: DomElement) => boolean): void => {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === textNode) {
      writer.text(node.textContent ?? '');
    } else if (isElement(node) && !skip(node)) {
      const name = node.localName;
      const href = name === 'a' ? node.getAttribute('href') : null;
      writer.open(name, href === null ? null : resolve(href));
      tell(node, writer, resolve, skip);
      writer.close(name);
    }
  }
};

/** The pieces of a parsed element. `whole` keeps navigation and the like: for text that a reader has chosen already. */
export const piecesOf = (element: DomNode, resolve: Resolve, whole: boolean): Piece[] => {
  const writer = pieceWriter();
  tell(element, writer, resolve, (inner) => {
    const name = inner.localName;
    if (dropped.has(name) || name === 'figcaption' || isHidden(inner) || isFootnoteMark(inner)) return true;
    return !whole && furniture.has(name);
  });
  return writer.end();
};

/** The pieces of markup too large or too deep for a tree, straight from its tags. */
export const piecesOfMarkup = (html: string, resolve: Resolve): Piece[] => {
  const writer = pieceWriter();
  const decode = entityDecoder();
  scanMarkup(html, {
    open({ name, attributes }) {
      const href = name === 'a' ? attributes.get('href') : undefined;
      writer.open(name, href === undefined ? null : resolve(decode(href)));
    },
    close: writer.close,
    text: (raw) => writer.text(decode(raw)),
    aside() {},
    comment() {},
  });
  return writer.end();
};
