import { closedByParser, dropped, empty, furniture } from './elements.ts';

/** A tag as the scanner meets it, with the attributes that matter here; values still hold entities. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** What is told of the markup, in order. Names are lower case. */
export interface ScanSink {
  open(tag: Tag): void;
  close(name: string): void;
  /** Text between tags, entities and all. */
  text(raw: string): void;
  /** An element that is not part of the text, with its content: `title`, `script`, `nav` and the like. */
  aside(tag: Tag, content: string): void;
  comment(content: string): void;
}

const mostAttributes = 40;
const longestValue = 8192;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const none: ReadonlyMap<string, string> = new Map();

const attributesOf = (raw: string): ReadonlyMap<string, string> => {
  if (raw === '') return none;
  const attributes = new Map<string, string>();
  for (const match of raw.slice(0, 65_536).matchAll(attribute)) {
    const name = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (value.length <= longestValue && !attributes.has(name)) attributes.set(name, value);
    if (attributes.size >= mostAttributes) break;
  }
  return attributes;
};

/** Where the tag that begins at `from` ends: past its `>`, with quoted values passed over. -1 where it never ends. */
const tagEnd = (html: string, from: number): number => {
  let afterEquals = false;
  for (let index = from; index < html.length; index++) {
    const char = html[index];
    if (char === '>') return index + 1;
    if (afterEquals && (char === '"' || char === "'")) {
      index = html.indexOf(char, index + 1);
      if (index === -1) return -1;
    }
    if (char === '=') afterEquals = true;
    else if (char !== ' ' && char !== '\n' && char !== '\t' && char !== '\r') afterEquals = false;
  }
  return -1;
};

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const nameAt = /[^\s/>]+/y;

/**
 * Goes through markup once, in linear time, whatever it holds, and tells the sink what it meets. Scripts, styles and
 * other elements that are not an article's text never reach it as text.
 */
export const scanMarkup = (html: string, sink: ScanSink): void => {
  /** Elements whose end does not come: looked for once only, so that the time stays linear. */
  const unclosed = new Set<string>();
  const endOf = (name: string, from: number, nests: boolean): { start: number; end: number } | null => {
    if (unclosed.has(name)) return null;
    const tags = new RegExp(nests ? `<(/?)${name}(?=[\\s/>])[^>]*>?` : `<(/)${name}(?=[\\s/>])[^>]*>?`, 'gi');
    tags.lastIndex = from;
    let depth = 1;
    for (let match = tags.exec(html); match; match = tags.exec(html)) {
      depth += match[1] === '/' ? -1 : 1;
      if (depth === 0) return { start: match.index, end: match.index + match[0].length };
    }
    unclosed.add(name);
    return null;
  };
  let index = 0;
  let textFrom = 0;
  const flush = (to: number): void => {
    if (to > textFrom) sink.text(html.slice(textFrom, to));
  };
  while (index < html.length) {
    const at = html.indexOf('<', index);
    if (at === -1) break;
    const next = html.charCodeAt(at + 1);
    if (next === 33 || next === 63) {
      // <!-- comment -->, <!doctype>, <![CDATA[, <?xml ?>
      flush(at);
      const isComment = html.startsWith('<!--', at);
      const end = isComment ? html.indexOf('-->', at + 4) : html.indexOf('>', at + 2);
      if (isComment) sink.comment(html.slice(at + 4, end === -1 ? at + 2000 : end));
      index = end === -1 ? html.length : end + (isComment ? 3 : 1);
      textFrom = index;
      continue;
    }
    const closing = next === 47;
    if (!isLetter(html.charCodeAt(closing ? at + 2 : at + 1))) {
      index = at + 1;
      continue;
    }
    flush(at);
    nameAt.lastIndex = closing ? at + 2 : at + 1;
    const written = nameAt.exec(html)?.[0] ?? '';
    const name = written.slice(0, 64).toLowerCase();
    const end = tagEnd(html, nameAt.lastIndex || at + 1);
    index = end === -1 ? html.length : end;
    textFrom = index;
    if (end === -1) break;
    if (closing) {
      sink.close(name);
      continue;
    }
    const selfClosed = html[end - 2] === '/';
    const tag = { name, attributes: attributesOf(html.slice(at + 1 + written.length, end - 1)) };
    const around = furniture.has(name);
    if ((around || dropped.has(name) || name === 'title') && !selfClosed) {
      const close = endOf(name, end, around);
      if (close) {
        sink.aside(tag, html.slice(end, close.start));
        index = close.end;
      } else if (name === 'script' || name === 'style') {
        index = html.length;
      } else if (around) {
        sink.open(tag);
      }
      textFrom = index;
    } else if (!dropped.has(name)) {
      sink.open(tag);
    }
  }
  flush(html.length);
};

const deepest = 512;

/** Follows which elements are open in the tree that a parser would build, without growing over 512 of them. */
export const openElements = () => {
  const open: string[] = [];
  return {
    /** Notes an opening tag. Returns the depth afterwards. */
    opened(name: string): number {
      if (empty.has(name)) return open.length;
      const closes = closedByParser.get(name);
      while (closes?.has(open.at(-1) ?? '')) open.pop();
      if (open.length < deepest) open.push(name);
      return open.length;
    },
    closed(name: string): void {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    },
  };
};
