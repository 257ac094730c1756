import { webAddress } from '../address.ts';
import { oneLine } from '../characters.ts';
import { isoDate } from '../dates.ts';
import type { Facts } from '../draft.ts';
import { headlineKey } from '../identity.ts';
import { decodeEntities } from './entities.ts';
import { factsInJsonLd } from './json-ld.ts';
import type { Page } from './page.ts';

/** Names of `meta` elements, most trusted first. */
const metaNames = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title', 'headline'],
  publisher: [
    'og:site_name',
    'publisher',
    'dc.publisher',
    'dcterms.publisher',
    'citation_journal_title',
    'application-name',
    'al:ios:app_name',
  ],
  author: [
    'author',
    'article:author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
    'twitter:data1',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'publication_date',
    'publish-date',
    'publishdate',
    'published-date',
    'pubdate',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'cxenseparse:recs:publishtime',
    'date',
    'displaydate',
  ],
  address: ['og:url', 'twitter:url', 'parsely-link'],
  language: ['og:locale', 'content-language', 'language', 'dc.language', 'inlanguage'],
} as const;

const metaReader =
  (page: Page) =>
  (names: readonly string[], fits: (value: string) => boolean = () => true): string | null => {
    for (const name of names) {
      for (const meta of page.metas) {
        const value = meta.name === name ? oneLine(decodeEntities(meta.content)) : '';
        if (value !== '' && fits(value)) return value;
      }
    }
    return null;
  };

const separators = /\s+[|–—·•:»«-]+\s+|\s*\|\s*|\s+::\s+/g;

/**
 * A title without its publisher's name: "Headline | The Daily" and "The Daily: Headline" lose it where `publisher` is
 * known by its name or by the site's host.
 */
export const withoutPublisher = (title: string, publisher: string | null, address: string | null): string => {
  const host = address === null ? '' : new URL(address).hostname.replace(/^www\./, '');
  const keys = new Set([publisher, host, host.split('.').at(-2) ?? ''].map((name) => squeezed(name ?? '')).filter((key) => key !== ''));
  const isPublisher = (text: string) => {
    const key = squeezed(text);
    return keys.has(key) || keys.has(key.replace(/^the/, '')) || keys.has(`the${key}`);
  };
  let rest = title;
  for (const match of [...title.matchAll(separators)].reverse()) {
    if (isPublisher(rest.slice(match.index + match[0].length))) rest = rest.slice(0, match.index);
  }
  const first = rest.match(separators)?.[0];
  const head = first === undefined ? '' : rest.slice(0, rest.indexOf(first));
  if (first !== undefined && isPublisher(head)) rest = rest.slice(head.length + first.length);
  return rest.trim() === '' ? title : rest.trim();
};

const squeezed = (name: string): string => headlineKey(name).replace(/ /g, '');

const titleOf = (
  page: Page,
  headings: readonly string[],
  stated: string | null,
  publisher: string | null,
  address: string | null,
): string | null => {
  const element = page.title === null ? '' : oneLine(decodeEntities(page.title.slice(0, 1000)));
  const written = stated === null ? '' : oneLine(stated.slice(0, 1000));
  const whole = written || element;
  if (whole === '') return headings.length === 1 ? (headings[0] ?? null) : null;
  const bare = withoutPublisher(whole, publisher, address);
  return sideOf(bare, headings) ?? bare;
};

/**
 * The site's name is not always known: then the page's own headline tells which side of a title is its. Some sites put
 * their name into an `h1` too, mostly as the shorter side behind the headline.
 */
const sideOf = (title: string, headings: readonly string[]): string | null => {
  const sides = title.split(separators).map((side) => side.trim());
  const [first = '', ...others] = sides;
  if (others.length === 0) return null;
  if (headings.includes(first)) return first;
  const longest = [...sides].sort((a, b) => b.length - a.length)[0] ?? '';
  return headings.includes(longest) ? longest : null;
};

/** What a page says of itself: JSON-LD first, then `meta` elements, then its `time`, `title` and `h1` elements. */
export const factsOfPage = (page: Page, byline: string | null): { facts: Facts; body: string | null } => {
  const meta = metaReader(page);
  const headings = page.headings.map((text) => oneLine(decodeEntities(text)));
  const stated = factsInJsonLd(page.jsonLd);
  const base = webAddress(decodeEntities(page.base ?? '')) ?? webAddress(page.savedFrom ?? '');
  const candidates = [page.canonical, meta(metaNames.address)].map((text) =>
    text === null ? null : webAddress(decodeEntities(text), base),
  );
  const addresses = [...candidates, stated?.facts.address ?? null, webAddress(page.savedFrom ?? '')].filter((one) => one !== null);
  // A canonical address that is the site's front page says nothing of this page.
  const address = addresses.find((one) => new URL(one).pathname.length > 1) ?? addresses[0] ?? null;
  const publisher = stated?.facts.publisher ?? meta(metaNames.publisher);
  const dates = [stated?.facts.published, meta(metaNames.published, (value) => isoDate(value) !== null), ...page.times];
  return {
    facts: {
      title: titleOf(page, headings, stated?.facts.title ?? meta(metaNames.title), publisher, address),
      publisher,
      author: stated?.facts.author ?? meta(metaNames.author, (value) => !/^https?:|^@|\d{3}/.test(value)) ?? byline,
      published: dates.find((date) => isoDate(date) !== null) ?? null,
      address,
      language: page.language ?? stated?.facts.language ?? meta(metaNames.language),
    },
    body: stated?.body ?? null,
  };
};
