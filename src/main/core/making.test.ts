import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Extraction, extractionVersion } from '../../shared/extraction.ts';
import { toldArticle } from './graph/arbitrary.ts';
import { incoming, libraryOf, named, type TestLibrary, type Told } from './graph/testing.ts';
import { type Incoming, ingest } from './ingest.ts';
import { remake } from './making.ts';
import type { Store } from './store/index.ts';

const open: (() => void)[] = [];
const closeAll = (): void => {
  for (const close of open.splice(0)) close();
};
afterEach(closeAll);
const library = (...articles: Told[]): TestLibrary => {
  const made = libraryOf(...articles);
  open.push(made.close);
  return made;
};

const reading = (file: string, sql: string): unknown[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

/** Everything that a library shows, by names instead of rows and ids: of two that turn out to be one the older id stays, and that is history. */
const shown = ({ file }: Store): Record<string, string[]> => {
  const queries = {
    entities: 'SELECT name, class, type, articles, stories, mentions, first, last FROM entity',
    types: 'SELECT e.name AS entity, t.type, t.count FROM entity_type AS t JOIN entity AS e ON e.row = t.entity',
    aliases: `SELECT e.name AS entity, n.name, n.count, n.full, n.as_surname, n.as_short_form, n.as_acronym, n.as_said, n.as_listed
      FROM alias AS n JOIN entity AS e ON e.row = n.entity`,
    mentions: `SELECT a.id, m.start, m.end, e.name AS entity, m.type, m.sentence, m.confidence, m.alias FROM mention AS m
      JOIN article AS a ON a.seq = m.article JOIN entity AS e ON e.row = m.entity`,
    articleEntities: `SELECT a.id, e.name AS entity, x.mentions, x.full_name FROM article_entity AS x
      JOIN article AS a ON a.seq = x.article JOIN entity AS e ON e.row = x.entity`,
    stories: 'SELECT id, articles, mentions, first, last FROM story',
    storyEntities: `SELECT s.id, e.name AS entity, x.articles, x.sentences, x.mentions FROM story_entity AS x
      JOIN story AS s ON s.row = x.story JOIN entity AS e ON e.row = x.entity`,
    relations: `SELECT r.kind, r.status, s.name AS subject, o.name AS object, r.sentences, r.articles FROM relation AS r
      JOIN entity AS s ON s.row = r.subject JOIN entity AS o ON o.row = r.object`,
    evidence: `SELECT a.id, r.kind, s.name AS subject, o.name AS object, v.sentence, v.subject_start, v.object_start, v.attributes
      FROM relation_evidence AS v JOIN relation AS r ON r.row = v.relation JOIN article AS a ON a.seq = v.article
      JOIN entity AS s ON s.row = r.subject JOIN entity AS o ON o.row = r.object`,
    pairs: `SELECT min(x.name, y.name) AS a, max(x.name, y.name) AS b, p.articles, p.near, p.sentences, p.relations, p.stories, p.first, p.last
      FROM pair AS p JOIN entity AS x ON x.row = p.a JOIN entity AS y ON y.row = p.b`,
    names: `SELECT i.id, n.class, n.key, n.reason, n.articles FROM known_name AS n JOIN identity AS i ON i.row = n.identity`,
    traits: 'SELECT i.id, t.value, t.articles FROM trait AS t JOIN identity AS i ON i.row = t.identity',
    texts: 'SELECT a.id, t.text, t.sentences FROM article_text AS t JOIN article AS a ON a.seq = t.article',
  };
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return Object.fromEntries(Object.entries(queries).map(([name, sql]) => [name, sorted(reading(file, sql))]));
};

/** The counts that are kept, counted again from mentions and evidence. */
const recounted = ({ file }: Store): unknown =>
  reading(
    file,
    `SELECT e.id, e.articles, e.stories, e.mentions, e.first, e.last,
       count(DISTINCT m.article) AS inArticles, count(DISTINCT a.story) AS inStories, count(*) AS named,
       min(a.published) AS earliest, max(a.published) AS latest
     FROM entity AS e LEFT JOIN mention AS m ON m.entity = e.row LEFT JOIN article AS a ON a.seq = m.article GROUP BY e.row`,
  );

/** Another reading of the same text: some mentions gone, some of another type, some that stand for another name. */
const otherReading = ({ extraction, article }: Incoming, seed: number): Extraction => {
  const chosen = (index: number): number => ((index + 1) * 2654435761 + seed * 40503) >>> 27;
  const kept = extraction.mentions.flatMap((mention, index) => {
    const how = chosen(index);
    if (how < 6) return [];
    if (how < 10) return [{ index, mention: { ...mention, type: 'organization' as const } }];
    if (how < 13) return [{ index, mention: { ...mention, entity: 'Rowan Holdings', alias: 'said' as const } }];
    return [{ index, mention }];
  });
  const placeOf = new Map(kept.map(({ index }, place) => [index, place]));
  return {
    sentences: seed % 3 === 0 ? [{ start: 0, end: article.text.length }] : extraction.sentences,
    mentions: kept.map(({ mention }) => mention),
    relations: extraction.relations.flatMap((relation) => {
      const [subject, object] = [placeOf.get(relation.subject), placeOf.get(relation.object)];
      return subject === undefined || object === undefined ? [] : [{ ...relation, subject, object, attributes: { role: `r${seed}` } }];
    }),
  };
};

const seqOf = (store: Store, { id }: Incoming): number => store.articleRow(id)?.seq ?? 0;
const reread = (store: Store, article: Incoming, extraction: Extraction): void =>
  store.transaction(() => void remake(store, seqOf(store, article), { version: extractionVersion, extraction }));

/** Makes anew whatever waits, which must come to an end. */
const drain = (store: Store): void => {
  for (let rounds = 0; store.staleCount() > 0; rounds += 1) {
    expect(rounds).toBeLessThan(6);
    const seqs = store.stale(1000);
    store.transaction(() => {
      for (const seq of seqs) remake(store, seq);
    });
  }
};

const steps = fc.array(fc.record({ article: fc.nat({ max: 20 }), seed: fc.nat({ max: 50 }) }), { maxLength: 12 });

describe('an article made anew', () => {
  it('leaves the library as if it had come in so, after any sequence of adding and replacing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(toldArticle, { minLength: 1, maxLength: 6, selector: ({ title }) => title }),
        steps,
        (told, replacements) => {
          // Years apart, so that no story depends on what was found first.
          const articles = told.map((each, at) => incoming({ ...each, published: `${2000 + at}-05-01` }));
          const last = new Map(articles.map((article) => [article, article.extraction]));
          const changed = library();
          for (const [at, article] of articles.entries()) {
            ingest(changed.store, [article]);
            for (const { article: number, seed } of replacements.filter((_, index) => index % articles.length === at)) {
              const replaced = articles[number % (at + 1)] ?? article;
              const extraction = otherReading(replaced, seed);
              last.set(replaced, extraction);
              reread(changed.store, replaced, extraction);
            }
          }
          drain(changed.store);
          const fresh = library();
          ingest(
            fresh.store,
            articles.map((article) => ({ ...article, extraction: last.get(article) ?? article.extraction })),
          );
          drain(fresh.store);
          expect(shown(changed.store)).toEqual(shown(fresh.store));
          closeAll();
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('keeps every count true where stories are shared', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(toldArticle, { minLength: 2, maxLength: 8, selector: ({ title }) => title }),
        steps,
        (told, replacements) => {
          const { store } = library();
          const articles = told.map(incoming);
          ingest(store, articles);
          for (const { article, seed } of replacements) {
            const replaced = articles[article % articles.length];
            if (replaced !== undefined) reread(store, replaced, otherReading(replaced, seed));
          }
          drain(store);
          for (const row of recounted(store) as Record<string, unknown>[]) {
            expect([row.articles, row.stories, row.mentions, row.first, row.last]).toEqual([
              row.inArticles,
              row.inStories,
              row.named,
              row.earliest,
              row.latest,
            ]);
          }
          const before = shown(store);
          store.rebuildPairs();
          expect(shown(store).pairs).toEqual(before.pairs);
          expect(store.tally().entities).toBe(store.counts().entities);
          expect(store.tally().relations).toBe(store.counts().relations);
          closeAll();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('from its own reading changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(toldArticle, { minLength: 1, maxLength: 6, selector: ({ title }) => title }), (told) => {
        const { store } = library(...told);
        const before = shown(store);
        store.transaction(() => {
          for (let seq = 1; seq <= store.lastSeq(); seq += 1) remake(store, seq);
        });
        expect(shown(store)).toEqual(before);
        closeAll();
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the id of a name that nothing mentioned for a while, and search follows', () => {
    const article = incoming({ sentences: ['{OpenAI} met {Sam Altman:person}.'] });
    const { store } = library();
    ingest(store, [article]);
    const { id } = named(store, 'Sam Altman');
    const [name] = store.namesForIndex(0, 10).filter((each) => each.entity === id);
    const mentions = article.extraction.mentions.filter(({ type }) => type !== 'person');
    reread(store, article, { ...article.extraction, mentions });
    expect(store.nodeRows([id])).toEqual([]);
    expect(store.counts().entities).toBe(1);
    expect(store.changesForIndex(0, 10)).toEqual([
      { change: 1, kind: 'article', number: 1 },
      { change: 2, kind: 'alias', number: name?.row },
    ]);
    reread(store, article, article.extraction);
    expect(named(store, 'Sam Altman').id).toBe(id);
    expect(store.namesForIndex(name?.row ?? 0, 10).map((each) => each.entity)).toEqual([id]);
  });

  it('knows the version that it was read with', () => {
    const article = incoming({ sentences: ['{OpenAI} grows.'] });
    const { store } = library();
    ingest(store, [article]);
    expect(store.outdated(extractionVersion)).toBe(0);
    expect(store.outdated(extractionVersion + 1)).toBe(1);
    store.transaction(() => void remake(store, 1, { version: extractionVersion + 1, extraction: article.extraction }));
    expect(store.outdated(extractionVersion + 1)).toBe(0);
    expect(store.readingOf(1)).toMatchObject({ version: extractionVersion + 1, extraction: article.extraction, id: article.id });
  });
});
