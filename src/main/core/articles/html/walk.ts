import type { Piece } from '../pieces.ts';
import { type DomElement, type DomNode, isElement, textNode } from './dom.ts';
import { blocks, dropped } from './elements.ts';
import { entityDecoder } from './entities.ts';
import { type PieceWriter, pieceWriter } from './pieces.ts';
import { scanMarkup } from './scan.ts';

/** Gives a link's absolute http(s) address, or null where it leads nowhere worth going. */
export type Resolve = (href: string) => string | null;

/** The number of a footnote is no part of the sentence. */
const isFootnoteMark = (element: DomElement): boolean =>
  element.localName === 'sup' && /^\[?\w{1,3}\]$/.test(element.textContent?.trim() ?? '');

const isPassedOver = (element: DomElement): boolean =>
  dropped.has(element.localName) || element.hasAttribute('hidden') || isFootnoteMark(element);

const tell = (parent: DomNode, writer: PieceWriter, resolve: Resolve): void => {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === textNode) {
      writer.text(node.textContent ?? '');
    } else if (isElement(node) && !isPassedOver(node)) {
      const name = node.localName;
      const href = name === 'a' ? node.getAttribute('href') : null;
      writer.open(name, href === null ? null : resolve(href));
      tell(node, writer, resolve);
      writer.close(name);
    }
  }
};

/** The pieces of a parsed element, all of it but what is hidden. */
export const piecesOf = (element: DomNode, resolve: Resolve): Piece[] => {
  const writer = pieceWriter();
  tell(element, writer, resolve);
  return writer.end();
};

/**
 * The pieces of markup straight from its tags, without a tree: a small part of the time. For all but pages whose text has
 * to be found first; navigation and the like are left out.
 */
export const piecesOfMarkup = (html: string, resolve: Resolve): Piece[] => {
  const writer = pieceWriter();
  const decode = entityDecoder();
  let inNote = false;
  scanMarkup(html, {
    open({ name, attributes }) {
      // A link that was left open ends where its block does.
      if (blocks.has(name)) writer.close('a');
      inNote ||= name === 'sup';
      const href = name === 'a' ? attributes.get('href') : undefined;
      writer.open(name, href === undefined ? null : resolve(decode(href)));
    },
    close(name) {
      if (name === 'sup' || blocks.has(name)) inNote = false;
      writer.close(name);
    },
    text(raw) {
      if (!inNote || !/^\s*\[?\w{1,3}\]\s*$/.test(raw)) writer.text(decode(raw));
    },
    aside() {},
    comment() {},
  });
  return writer.end();
};
