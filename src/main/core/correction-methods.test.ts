import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/corrections.ts';
import { extractionVersion } from '../../shared/extraction.ts';
import type { EntityId } from '../../shared/model.ts';
import { correctionMethods } from './correction-methods.ts';
import { toldArticle } from './graph/arbitrary.ts';
import { incoming, libraryOf, named, type Told } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { remake } from './making.ts';
import { readingMethods } from './reading-methods.ts';
import { createRemaker } from './remaking.ts';
import type { Store } from './store/index.ts';

const open: (() => void)[] = [];
const closeAll = (): void => {
  for (const close of open.splice(0)) close();
};
afterEach(closeAll);

const library = (...told: Told[]) => {
  const articles = told.map(incoming);
  const { store, close } = libraryOf();
  open.push(close);
  ingest(store, articles);
  const methods = correctionMethods(
    store,
    createRemaker(store, () => undefined),
  );
  const spot = (at: number, text: string, nth = 0) => {
    const article = articles[at];
    const mention = article?.extraction.mentions.filter((each) => each.text === text)[nth];
    if (article === undefined || mention === undefined) throw new Error(`No ${text} in article ${at}`);
    return { article: article.id, start: mention.start, end: mention.end };
  };
  return { store, articles, methods, spot, cards: readingMethods(store) };
};

const graphOf = (store: Store): unknown => {
  const nodes = store.entitiesAfter(0, 1000).map(({ key: _key, ...node }) => node);
  const idOf = new Map(store.entitiesAfter(0, 1000).map(({ key, id }) => [key, id]));
  const named = (key: number): string => idOf.get(key) ?? '';
  return {
    nodes: nodes.sort((left, right) => (left.id < right.id ? -1 : 1)),
    mentions: Array.from({ length: store.lastSeq() }, (_, at) => store.mentionsOf(at + 1)),
    relations: store
      .relationsAmong([...idOf.keys()])
      .map(({ subject, object, ...rest }) => ({ ...rest, subject: named(subject), object: named(object) }))
      .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
    pairs: store
      .pairsAfter(0, 0, 10_000)
      .map(({ a, b, ...rest }) => JSON.stringify([[named(a), named(b)].sort(), rest]))
      .sort(),
  };
};

describe('a mention', () => {
  it('tells what was decided of it, and why', () => {
    const { methods, spot } = library(
      {
        title: 'One',
        sentences: ['{Ida Vance:person} left {OpenAI}.', '{Vance=Ida Vance:person} said so. {Vance=Ida Vance:person} left.'],
      },
      { title: 'Two', sentences: ['{Ida Vance:person} and {Vance=Ida Vance:person}.'] },
    );
    expect(methods.mention(spot(0, 'Vance'))).toMatchObject({
      text: 'Vance',
      entity: { name: 'Ida Vance', type: 'person' },
      type: 'person',
      confidence: 1,
      reason: 'told',
      alias: 'surname',
      alike: { here: 2, everywhere: 3 },
      others: [],
      corrections: [],
    });
    expect(() => methods.mention({ ...spot(0, 'Vance'), start: 0 })).toThrow(/no mention/);
  });
});

describe('a correction', () => {
  const told: Told[] = [
    { title: 'One', sentences: ['{March:person} met {OpenAI}.'], relations: [['March', 'works_for', 'OpenAI', 0]] },
    { title: 'Two', sentences: ['{March:person} spoke of {Google}.'] },
  ];

  it('of one article leaves the others', async () => {
    const { store, methods, spot } = library(...told);
    const answer = await methods.correct({ ...spot(0, 'March'), scope: 'article', verdict: { verb: 'not-an-entity' } });
    expect(answer).toMatchObject({ articles: 1, entity: null, correction: { id: 1, undoneAt: null, name: 'March' } });
    expect(named(store, 'March')).toMatchObject({ articles: 1 });
    expect(store.counts()).toMatchObject({ entities: 3, relations: 0 });
  });

  it('of the library holds everywhere, for what comes later, and for what is read anew; undone it leaves no trace', async () => {
    const { store, articles, methods, spot } = library(...told);
    const before = graphOf(store);
    const answer = await methods.correct({ ...spot(1, 'March'), scope: 'library', verdict: { verb: 'not-an-entity' } });
    expect(answer.articles).toBe(2);
    expect(store.entitiesNamed('March')).toEqual([]);
    ingest(store, [incoming({ title: 'Three', sentences: ['{March:person} went.'] })]);
    expect(store.entitiesNamed('March')).toEqual([]);
    const [first] = articles;
    if (first) store.transaction(() => void remake(store, 1, { version: extractionVersion, extraction: first.extraction }));
    expect(store.entitiesNamed('March')).toEqual([]);

    const undone = await methods.correctionUndo({ id: 1 });
    expect(undone).toMatchObject({ articles: 3, correction: { undoneAt: expect.stringMatching(/^2/) } });
    expect(undone.entity).toBe(named(store, 'March').id);
    expect(named(store, 'March').articles).toBe(3);
    await expect(methods.correctionUndo({ id: 1 })).rejects.toMatchObject({ code: 'not-found' });
    expect(await methods.corrections({})).toHaveLength(1);
    const other = library(...told);
    expect(graphOf(other.store)).toEqual(before);
  });

  it('of the type keeps the entity among companies and organizations, and goes to another else', async () => {
    const { store, methods, spot } = library(...told);
    const { id } = named(store, 'OpenAI');
    await methods.correct({ ...spot(0, 'OpenAI'), scope: 'library', verdict: { verb: 'other-type', type: 'organization' } });
    expect(named(store, 'OpenAI')).toMatchObject({ id, type: 'organization' });
    const moved = await methods.correct({ ...spot(1, 'March'), scope: 'library', verdict: { verb: 'other-type', type: 'product' } });
    expect(named(store, 'March')).toMatchObject({ id: moved.entity, type: 'product', articles: 2 });
    // A product works for nobody.
    expect(store.counts().relations).toBe(0);
  });

  it('names somebody else: one of the library, or somebody new', async () => {
    const { store, methods, spot, cards } = library(
      { title: 'One', sentences: ['{Jordan:person} met {Amman:place}.'] },
      { title: 'Two', sentences: ['{Michael Jordan:person} won.'] },
    );
    const michael = named(store, 'Michael Jordan').id as EntityId;
    const one = await methods.correct({
      ...spot(0, 'Jordan'),
      scope: 'article',
      verdict: { verb: 'somebody-else', entity: michael, name: 'Michael Jordan', type: 'person' },
    });
    expect(one.entity).toBe(michael);
    expect(cards.entity({ id: michael })).toMatchObject({
      aliases: [
        { name: 'Jordan', count: 1, reason: 'correction' },
        { name: 'Michael Jordan', count: 1, reason: null },
      ],
      corrections: [{ id: 1, was: { name: 'Jordan' } }],
    });
    expect(methods.mention(spot(0, 'Jordan'))).toMatchObject({ alias: 'correction', why: 'corrected', corrections: [{ id: 1 }] });
    const two = await methods.correct({
      ...spot(1, 'Michael Jordan'),
      scope: 'article',
      verdict: { verb: 'somebody-else', entity: null, name: 'Michael Jordan', type: 'person' },
    });
    expect(two.entity).not.toBe(michael);
    expect(store.nodeRows([two.entity as EntityId])).toMatchObject([{ name: 'Michael Jordan', articles: 1 }]);
    expect((await methods.corrections({ entity: michael })).map(({ id }) => id)).toEqual([2, 1]);
  });

  it('that is refused changes nothing', async () => {
    const { store, methods, spot } = library(...told);
    const verdict: Verdict = { verb: 'somebody-else', entity: `e_${'0'.repeat(24)}` as EntityId, name: 'Nobody', type: 'person' };
    await expect(methods.correct({ ...spot(0, 'March'), scope: 'article', verdict })).rejects.toMatchObject({ code: 'not-found' });
    const nameless: Verdict = { verb: 'somebody-else', entity: null, name: '…', type: 'person' };
    await expect(methods.correct({ ...spot(0, 'March'), scope: 'article', verdict: nameless })).rejects.toMatchObject({
      code: 'bad-argument',
    });
    expect(await methods.corrections({})).toEqual([]);
    expect(store.staleCount()).toBe(0);
  });

  it('any of them, undone in any order, leave the graph as extraction made it', async () => {
    const step = fc.record({
      article: fc.nat({ max: 20 }),
      mention: fc.nat({ max: 40 }),
      verb: fc.nat({ max: 3 }),
      library: fc.boolean(),
      undo: fc.nat({ max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(toldArticle, { minLength: 1, maxLength: 5, selector: ({ title }) => title }),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async (told, steps) => {
          const { store, articles, methods } = library(...told);
          const before = graphOf(store);
          const holding: number[] = [];
          for (const { article, mention, verb, library: everywhere, undo } of steps) {
            const place = articles[article % articles.length];
            const seq = store.articleRow(place?.id as never)?.seq ?? 0;
            const mentions = store.decidedIn(seq);
            const chosen = mentions[mention % Math.max(1, mentions.length)];
            if (place === undefined || chosen === undefined) continue;
            const [other] = store.entitiesAfter(mention % 5, 1);
            const verdicts: Verdict[] = [
              { verb: 'not-an-entity' },
              { verb: 'other-type', type: mention % 2 === 0 ? 'product' : 'organization' },
              { verb: 'somebody-else', entity: null, name: 'Rowan Ash', type: 'person' },
              { verb: 'somebody-else', entity: (other?.id ?? null) as EntityId | null, name: other?.name ?? 'Rowan Ash', type: 'person' },
            ];
            const { correction } = await methods.correct({
              article: place.id,
              start: chosen.start,
              end: chosen.end,
              scope: everywhere ? 'library' : 'article',
              verdict: verdicts[verb] ?? { verb: 'not-an-entity' },
            });
            holding.push(correction.id);
            if (undo % 3 === 0) await methods.correctionUndo({ id: holding.splice(undo % holding.length, 1)[0] ?? 0 });
          }
          holding.sort((left, right) => ((left * 7) % 5) - ((right * 7) % 5));
          for (const id of holding) await methods.correctionUndo({ id });
          expect(graphOf(store)).toEqual(before);
          closeAll();
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
