import { blocks, empty, furniture } from './elements.ts';
import { openElements, scanMarkup, type Tag } from './scan.ts';

/** What one pass over a page's markup gives: its head's statements, and its body cut down to what can be text. */
export interface Page {
  /** Content of `<title>`, entities and all; so are all values below. */
  title: string | null;
  /** Texts of the first `h1` elements. */
  headings: string[];
  language: string | null;
  base: string | null;
  metas: { name: string; content: string }[];
  canonical: string | null;
  jsonLd: string[];
  /** `datetime` of the first `<time>` elements; those marked as the publication's first. */
  times: string[];
  /** The address that a browser wrote into the page when saving it. */
  savedFrom: string | null;
  /** True where more is on the page than its text: navigation, a header, forms, elements made for a style sheet. */
  furnished: boolean;
  /** Markup of the body with the attributes that tell text from furniture; null where it is too large or too deep. */
  body: string | null;
}

/** Real pages have up to some 6,000 elements, 60 deep. Beyond these a parsed tree costs seconds and gigabytes. */
const mostElements = 60_000;
const deepestNesting = 200;
const longestBody = 8_000_000;

/**
 * Attributes that Readability and the byline's finder look at. Each costs a node of the tree, so that inline elements keep
 * only what can name an author.
 */
const keptOfBlocks = ['id', 'class', 'role', 'rel', 'itemprop'];
const keptOfInline = ['rel', 'itemprop', 'href'];
const named = new Set(['span', 'time', 'button', 'label']);
const longestKept = 2048;
const hiddenStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** What stands in the head, or tells of the page wherever it stands; none of it is markup of the text. */
const unwrapped = new Set([
  'html',
  'head',
  'body',
  'meta',
  'link',
  'base',
  'img',
  'input',
  'source',
  'embed',
  'wbr',
  'col',
  'track',
  'area',
  'param',
]);

const quoted = (value: string): string => value.replace(/"/g, '&quot;').replace(/</g, '&lt;');

const markupOf = ({ name, attributes }: Tag): string => {
  let markup = `<${name}`;
  for (const kept of blocks.has(name) || named.has(name) ? keptOfBlocks : keptOfInline) {
    const value = attributes.get(kept);
    if (value !== undefined && value.length <= longestKept) markup += ` ${kept}="${quoted(value)}"`;
  }
  return isHidden(attributes) ? `${markup} hidden="">` : `${markup}>`;
};

const isHidden = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has('hidden') || attributes.get('aria-hidden') === 'true' || hiddenStyle.test(attributes.get('style') ?? '');

/** A page with more styled containers than these was made by a program around its text. */
const mostStyled = 3;
const mostLinks = 60;
/** Tables that lay out a page, as pages did before style sheets. */
const layoutAttributes = ['cellpadding', 'cellspacing', 'bgcolor', 'width'];

/** Element names are written back into markup: only plain ones. */
const plainName = /^[a-z][a-z0-9-]*$/;

/** Reads a page's markup once. Time and memory are linear in its length. */
export const pageOf = (html: string): Page => {
  const page: Page = {
    title: null,
    headings: [],
    language: null,
    base: null,
    metas: [],
    canonical: null,
    jsonLd: [],
    times: [],
    savedFrom: null,
    furnished: false,
    body: null,
  };
  const open = openElements();
  const body: string[] = [];
  let length = 0;
  let elements = 0;
  let fits = true;
  let styled = 0;
  let links = 0;
  let heading: string | null = null;
  /** White space next to a block's tag is none of the text, and would be a node each. */
  let atBlock = true;
  const add = (markup: string): void => {
    length += markup.length;
    if (length > longestBody) fits = false;
    if (fits) body.push(markup);
  };
  scanMarkup(html, {
    open(tag) {
      const { name, attributes } = tag;
      noteHead(page, tag);
      if (name === 'h1') heading = '';
      if (name === 'time') noteTime(page, attributes);
      if (!fits || unwrapped.has(name) || !plainName.test(name)) return;
      elements++;
      if (elements > mostElements || open.opened(name) > deepestNesting) fits = false;
      if (name === 'header' || name === 'form' || furniture.has(name)) page.furnished = true;
      if ((name === 'div' || name === 'section') && (attributes.has('class') || attributes.has('id')) && ++styled > mostStyled) {
        page.furnished = true;
      }
      if (name === 'a' && ++links > mostLinks) page.furnished = true;
      if (name === 'table' && layoutAttributes.some((one) => attributes.has(one))) page.furnished = true;
      atBlock = blocks.has(name);
      add(markupOf(tag));
    },
    close(name) {
      if (name === 'h1' && heading !== null) {
        if (heading.trim() !== '' && page.headings.length < 10) page.headings.push(heading);
        heading = null;
      }
      if (!fits || unwrapped.has(name) || !plainName.test(name) || empty.has(name)) return;
      open.closed(name);
      atBlock = blocks.has(name);
      add(`</${name}>`);
    },
    // A `<` that begins no tag is text to every parser; written out, none has to look twice.
    text(raw) {
      if (heading !== null && heading.length < 1000) heading += raw.slice(0, 1000);
      if (!atBlock || raw.trim() !== '') add(raw.replace(/</g, '&lt;'));
    },
    aside(tag, content) {
      if (tag.name === 'title') page.title ??= content.slice(0, 2000);
      else if (furniture.has(tag.name)) page.furnished ||= tag.name !== 'figcaption';
      else if (tag.name === 'script' && /ld\+json/i.test(tag.attributes.get('type') ?? '') && page.jsonLd.length < 50)
        page.jsonLd.push(content);
    },
    comment(content) {
      const saved = /saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)/.exec(content.slice(0, 2000));
      page.savedFrom ??= saved?.[1] ?? saved?.[2] ?? null;
    },
  });
  return { ...page, body: fits ? body.join('') : null };
};

const noteHead = (page: Page, { name, attributes }: Tag): void => {
  if (name === 'html' || name === 'body') page.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
  else if (name === 'base') page.base ??= attributes.get('href') ?? null;
  else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.get('rel') ?? ''))
    page.canonical ??= attributes.get('href') ?? null;
  else if (name === 'meta' && page.metas.length < 500) {
    const content = attributes.get('content');
    const property = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? attributes.get('http-equiv');
    if (content && property) page.metas.push({ name: property.toLowerCase(), content });
  }
};

const noteTime = (page: Page, attributes: ReadonlyMap<string, string>): void => {
  const when = attributes.get('datetime');
  if (when === undefined || page.times.length >= 20) return;
  const marked = attributes.has('pubdate') || /published/i.test(`${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`);
  if (marked) page.times.unshift(when);
  else page.times.push(when);
};
