import { webAddress } from '../address.ts';
import { decodeEntities } from '../html/entities.ts';
import { asRecord, byPlainKey, type JsonRecord, own, textOf } from './values.ts';

/** The names under which collections of articles keep things, in order of preference; see `plainKey` for their form. */
const names = {
  title: ['title', 'headline', 'webtitle', 'articletitle', 'titletext', 'head', 'name'],
  published:
    `datepublished published publishedat datepublish publishdate publisheddate publicationdate publishedon webpublicationdate pubdate
    date datetime dategmt firstpublicationdate firstpublisheddate publishedtime articlepublishedtime published_parsed seendate displaydate created createdat
    datecreated createddate timestamp time isodate`.split(/\s+/),
  publisher:
    'publisher publishername publication publicationname sitename ogsitename outlet outletname newspaper source sourcename mediasource media feed feedname provider site domain sourcedomain'.split(
      ' ',
    ),
  author: 'author authors byline creator dccreator writer writers contributors journalist reporter by'.split(' '),
  address:
    'url link webaddress address canonicalurl canonical externalurl weburl articleurl sourceurl originalurl permalink guid href uri'.split(
      ' ',
    ),
  language: 'language lang inlanguage sourcelanguage'.split(' '),
} as const;

export type FieldName = keyof typeof names;

const firstOf = <Value>(
  fields: ReadonlyMap<string, unknown>,
  keys: readonly string[],
  read: (value: unknown) => Value | null,
): Value | null => {
  for (const key of keys) {
    const value = fields.get(key);
    const found = value === undefined ? null : read(value);
    if (found !== null) return found;
  }
  return null;
};

/** Text that stands by itself or one level down, as in `{"rendered": …}`, `{"name": …}`, `{"main": …}`. */
export const plainText = (value: unknown): string | null => {
  const text = textOf(value);
  if (text !== null) return decodeEntities(text.replace(/<[^<>]{1,200}>/g, ''));
  const record = asRecord(value);
  if (!record) return null;
  for (const key of ['rendered', 'name', 'main', 'title', 'text', 'value', 'original', '#text', '_', '$t', '@value']) {
    const inner = textOf(own(record, key));
    if (inner !== null) return plainText(inner);
  }
  return null;
};

/** The names of persons, from text, objects with names, or lists of either. */
export const personsOf = (value: unknown): string | null => {
  if (Array.isArray(value)) {
    const persons = value
      .slice(0, 20)
      .map(personsOf)
      .filter((name) => name !== null);
    return persons.length === 0 ? null : [...new Set(persons)].join(', ');
  }
  const record = asRecord(value);
  const first = record && textOf(own(record, 'firstname') ?? own(record, 'first_name') ?? own(record, 'givenName'));
  const last = record && textOf(own(record, 'lastname') ?? own(record, 'last_name') ?? own(record, 'familyName'));
  const name = plainText(value) ?? ([first, last].filter((part) => part !== null).join(' ') || null);
  return name === null || /^https?:/i.test(name) ? null : name;
};

/** A publisher's name, from text, an object with a name, or the first of a list. An address is given by its host. */
export const publisherOf = (value: unknown): string | null => {
  const name = plainText(Array.isArray(value) ? value[0] : value);
  if (name === null) return null;
  return webAddress(name) === null ? name : new URL(name).hostname.replace(/^www\./, '');
};

/** An http(s) address, from text, an object with one, or the first of a list. */
export const addressOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.length === 0 || Array.isArray(value[0]) ? null : addressOf(value[0]);
  const record = asRecord(value);
  if (record) return addressText(own(record, '@id') ?? own(record, 'url') ?? own(record, 'href'));
  return addressText(value);
};

const addressText = (value: unknown): string | null => {
  const text = textOf(value);
  return text === null ? null : webAddress(text);
};

const dateOf = (value: unknown): unknown => {
  const record = asRecord(value);
  // {"$date": …} is how a MongoDB export writes a date.
  const plain = record ? (own(record, '$date') ?? own(record, 'value') ?? own(record, 'iso')) : value;
  return typeof plain === 'number' || typeof plain === 'string' ? plain : null;
};

const readers = {
  title: plainText,
  published: dateOf,
  publisher: publisherOf,
  author: personsOf,
  address: addressOf,
  language: plainText,
} as const;

/** The facts that a record's usual fields state, each null where the record has none. */
export const factsInFields = (record: JsonRecord) => {
  const fields = byPlainKey(record);
  const address = firstOf(fields, names.address, readers.address);
  // `source: https://…` names the page, not the publisher, unless another field names the page.
  const source = address === null ? firstOf(fields, ['source'], addressOf) : null;
  const page = source !== null && new URL(source).pathname.length > 1 ? source : null;
  const publishers = page === null ? names.publisher : names.publisher.filter((name) => name !== 'source');
  return {
    title: firstOf(fields, names.title, readers.title),
    published: firstOf(fields, names.published, readers.published),
    publisher: firstOf(fields, publishers, readers.publisher),
    author: firstOf(fields, names.author, readers.author),
    address: address ?? page,
    language: firstOf(fields, names.language, readers.language),
  };
};

/** Fields that hold an article's text, and those that hold only its beginning or gist. */
const bodies =
  `body text content articlebody maintext fulltext contenthtml bodyhtml html contenttext bodytext plaintext rawtext article story
  articletext articlecontent markdown paragraphs`.split(/\s+/);
const gists = 'description summary excerpt abstract shortdescription leadparagraph lead snippet trailtext standfirst'.split(' ');

/** `… [+2314 chars]` and `…[1234 chars]`, as feeds cut texts off. */
const cutMark = /\s*(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$/;

const paragraphText = (value: unknown): string | null => {
  if (!Array.isArray(value)) return textOf(value) ?? (asRecord(value) ? plainBody(value) : null);
  const parts = value.slice(0, 20_000).map((part) => textOf(part) ?? (asRecord(part) ? plainBody(part) : null));
  const texts = parts.filter((part) => part !== null);
  return texts.length === 0 ? null : texts.join('\n\n');
};

const plainBody = (value: unknown): string | null => {
  const record = asRecord(value);
  if (!record) return null;
  for (const key of ['rendered', 'text', 'content', 'html', 'value', 'body', '#text', '_', '$t', '__cdata']) {
    const text = textOf(own(record, key));
    if (text !== null) return text;
  }
  return null;
};

interface Body {
  text: string;
  /** True where the field's name says that it holds HTML. */
  html: boolean;
  /** True for a description or summary. */
  gist: boolean;
}

const bodiesAmong = (fields: ReadonlyMap<string, unknown>, keys: readonly string[], gist: boolean): Body[] =>
  keys.flatMap((key) => {
    const text = paragraphText(fields.get(key))?.replace(cutMark, '…');
    return text ? [{ text, html: key.endsWith('html'), gist }] : [];
  });

/** The first by its name, unless another has several times as much: then the first is a teaser of it. */
const fullest = (found: readonly Body[], times: number): Body | null => {
  let best: Body | null = null;
  for (const body of found) if (best === null || body.text.length > best.text.length * times) best = body;
  return best;
};

/** The text of a record's article: the body, else the gist; null where it has neither. */
export const bodyOf = (record: JsonRecord): Body | null => {
  const fields = byPlainKey(record);
  return fullest(bodiesAmong(fields, bodies, false), 3) ?? fullest(bodiesAmong(fields, gists, true), 1);
};
