import { parseHTML } from 'linkedom';

/** The little of the DOM that is used here: the main process knows no DOM types, and linkedom's own are loose. */
export interface DomNode {
  readonly nodeType: number;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument {
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** `nodeType` of an element. */
export const elementNode = 1;
/** `nodeType` of a stretch of text. */
export const textNode = 3;

/** True for an element. */
export const isElement = (node: DomNode): node is DomElement => node.nodeType === elementNode;

/** A document with this markup as its body and this title. The markup must be bounded in size and depth. */
export const documentOf = (body: string, title = ''): DomDocument => {
  const safe = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const html = `<!doctype html><html><head><title>${safe}</title></head><body>${body}</body></html>`;
  return parseHTML(html).document as unknown as DomDocument;
};
