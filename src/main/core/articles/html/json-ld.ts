import type { Facts } from '../draft.ts';
import { addressOf, personsOf, publisherOf } from '../json/fields.ts';
import { asRecord, type JsonRecord, textOf } from '../json/values.ts';

/** Reads schema.org statements: what publishers tell search engines of an article. */

const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/;
const mostObjects = 500;

const typesOf = (record: JsonRecord): string[] => {
  const type = record['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
};

/** Objects of all scripts, those inside `@graph`, lists and `mainEntity` among them, nearest first. */
const objectsIn = (scripts: readonly string[]): JsonRecord[] => {
  const objects: JsonRecord[] = [];
  const open: unknown[] = scripts.map(parsed);
  for (let index = 0; index < open.length && objects.length < mostObjects; index++) {
    const value = open[index];
    if (Array.isArray(value)) {
      open.push(...value.slice(0, mostObjects));
      continue;
    }
    const record = asRecord(value);
    if (!record) continue;
    objects.push(record);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) {
      const inner = record[key];
      if (typeof inner === 'object') open.push(inner);
    }
  }
  return objects;
};

const parsed = (script: string): unknown => {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\]\]>|\]\]>)\s*$/, ''));
  } catch {
    return null;
  }
};

/** What the statements say of the page's article, its body's text included where they carry it; null where there is none. */
export const factsInJsonLd = (scripts: readonly string[]): { facts: Facts; body: string | null } | null => {
  const objects = objectsIn(scripts);
  const article = objects.find((record) => typesOf(record).some((type) => articleType.test(type)));
  if (!article) return null;
  const byId = (value: unknown): unknown => {
    const id = asRecord(value)?.['@id'];
    const full = typeof id === 'string' ? objects.find((record) => record['@id'] === id && record.name !== undefined) : undefined;
    return full ?? value;
  };
  const author = article.author ?? article.creator;
  return {
    facts: {
      title: textOf(article.headline) ?? textOf(article.name),
      publisher: publisherOf(byId(article.publisher)) ?? publisherOf(byId(article.sourceOrganization)),
      author: personsOf(Array.isArray(author) ? author.map(byId) : byId(author)),
      published: article.datePublished ?? article.dateCreated ?? null,
      address: addressOf(article.url) ?? addressOf(article.mainEntityOfPage),
      language: textOf(article.inLanguage),
    },
    body: textOf(article.articleBody),
  };
};
