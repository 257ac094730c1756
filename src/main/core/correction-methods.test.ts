import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckedArgs } from '../../shared/contract.ts';
import type { Verdict } from '../../shared/corrections.ts';
import { extractionVersion } from '../../shared/extraction.ts';
import type { ArticleId, EntityId } from '../../shared/model.ts';
import type { NewsgraphError } from '../../shared/result.ts';
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
      verb: fc.nat({ max: 11 }),
      library: fc.boolean(),
      undo: fc.nat({ max: 20 }),
      later: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(toldArticle, { minLength: 2, maxLength: 5, selector: ({ title }) => title }),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        async (told, steps) => {
          const { store, articles, methods } = library(...told);
          const before = graphOf(store);
          const holding: number[] = [];
          for (const { article, mention, verb, library: everywhere, undo, later } of steps) {
            const place = articles[article % articles.length];
            const seq = store.articleRow(place?.id as never)?.seq ?? 0;
            const mentions = store.decidedIn(seq);
            const chosen = mentions[mention % Math.max(1, mentions.length)];
            if (place === undefined || chosen === undefined) continue;
            const entities = store.entitiesAfter(0, 100).map((node) => node as typeof node & { id: EntityId });
            const itself = entities.find(({ key }) => key === chosen.entity);
            const other = entities[mention % entities.length];
            if (itself === undefined || other === undefined) continue;
            const at = { article: place.id, start: chosen.start, end: chosen.end };
            const type = mention % 2 === 0 ? 'product' : 'organization';
            const stated = store.statedIn(seq)[0];
            const idOf = (key: number) => entities.find((node) => node.key === key)?.id ?? itself.id;
            const ofMention = (verdict: Verdict) => methods.correct({ ...at, scope: everywhere ? 'library' : 'article', verdict });
            const ofEntity = (verdict: CheckedArgs<'correctEntity'>['verdict']) => methods.correctEntity({ verdict });
            const { id: entity } = itself;
            const as = { entity: other.key === itself.key ? null : other.id, name: 'Rowan Ash', type: 'person' } as const;
            const corrections = [
              () => ofMention({ verb: 'not-an-entity' }),
              () => ofMention({ verb: 'other-type', type }),
              () => ofMention({ verb: 'somebody-else', entity: null, name: 'Rowan Ash', type: 'person' }),
              () => ofMention({ verb: 'somebody-else', entity: other.id, name: other.name, type: 'person' }),
              () => ofEntity({ verb: 'merge', entities: [entity, other.id], type: 'company' }),
              () => ofEntity({ verb: 'merge', entities: entities.slice(0, 4).map(({ id }) => id), name: 'All Of Them', type: 'person' }),
              () => ofEntity({ verb: 'split', entity, names: [], mentions: [at], as: { ...as, entity: null } }),
              () => ofEntity({ verb: 'split', entity, names: [store.aliasesOf(entity)[0]?.name ?? ''], mentions: [], as }),
              () => ofEntity({ verb: 'rename', entity, name: `Name ${mention}` }),
              () => ofEntity({ verb: 'retype', entity, type }),
              () => ofEntity({ verb: everywhere ? 'no-entity' : 'hide', entity }),
              () =>
                ofEntity({
                  verb: 'wrong-relation',
                  subject: idOf(stated?.subject ?? 0),
                  object: idOf(stated?.object ?? 0),
                  kind: stated?.kind ?? 'sued',
                  status: null,
                  sentence: everywhere
                    ? null
                    : { article: place.id, start: store.textsOf([seq]).get(seq)?.sentences[stated?.sentence ?? 0]?.start ?? 0 },
                }),
            ];
            try {
              const answer = await corrections[verb % corrections.length]?.();
              if (answer !== undefined) holding.push(answer.correction.id);
            } catch (thrown) {
              // What can't be so is refused, and must leave no trace either.
              expect(['bad-argument', 'not-found']).toContain((thrown as NewsgraphError).code);
            }
            const { store: now } = { store };
            if (later && seq > 0)
              now.transaction(() => void remake(now, seq, { version: extractionVersion, extraction: place.extraction }));
            if (undo % 3 === 0 && holding.length > 0)
              await methods.correctionUndo({ id: holding.splice(undo % holding.length, 1)[0] ?? 0 });
          }
          holding.sort((left, right) => ((left * 7) % 5) - ((right * 7) % 5));
          for (const id of holding) await methods.correctionUndo({ id });
          expect(graphOf(store)).toEqual(before);
          expect(store.entitiesAfter(0, 1000).filter(({ key }) => store.isHidden(key))).toEqual([]);
          closeAll();
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('a correction of whole entities', () => {
  const told: Told[] = [
    { title: 'One', sentences: ['{Altman:person} met {OpenAI}.', '{OpenAI} sued {Google}.'], relations: [['OpenAI', 'sued', 'Google', 1]] },
    {
      title: 'Two',
      sentences: ['{Sam Altman:person} of {OpenAI} spoke.', '{Google} sued {OpenAI}.'],
      relations: [['Google', 'sued', 'OpenAI', 1]],
    },
    { title: 'Three', sentences: ['{OpenAI} sued {Google} again.'], relations: [['OpenAI', 'sued', 'Google', 0]] },
  ];
  const ids = (store: Store, ...names: string[]) =>
    names.map((name) => named(store, name).id as EntityId) as [EntityId, EntityId, EntityId];

  it('merges: the first one’s id stays, the others lead there, later articles follow, and undoing brings all back', async () => {
    const { store, methods, cards } = library(...told);
    const [altman, sam] = ids(store, 'Altman', 'Sam Altman');
    const merged = await methods.correctEntity({ verdict: { verb: 'merge', entities: [sam, altman] } });
    expect(merged).toMatchObject({
      entity: sam,
      articles: 1,
      correction: { about: 'entity', was: [{ name: 'Sam Altman' }, { name: 'Altman' }] },
    });
    expect(cards.entity({ id: altman })).toMatchObject({ node: { id: sam, name: 'Sam Altman', articles: 2 }, corrections: [{ id: 1 }] });
    ingest(store, [incoming({ title: 'Four', sentences: ['{Altman:person} left.'] })]);
    expect(store.nodeRows([altman])).toMatchObject([{ id: sam, articles: 3 }]);
    await expect(methods.correctEntity({ verdict: { verb: 'merge', entities: [sam, altman] } })).rejects.toMatchObject({
      code: 'bad-argument',
    });
    await methods.correctionUndo({ id: 1 });
    expect(store.nodeRows([altman, sam])).toMatchObject([
      { id: altman, name: 'Altman', articles: 2 },
      { id: sam, articles: 1 },
    ]);
  });

  it('merges several under another name, and different kinds only where the type is chosen', async () => {
    const { store, methods } = library(...told);
    const [altman, openai, google] = ids(store, 'Sam Altman', 'OpenAI', 'Google');
    const verdict = { verb: 'merge', entities: [altman, openai, google] } as const;
    await expect(methods.correctEntity({ verdict: { ...verdict, entities: [...verdict.entities] } })).rejects.toMatchObject({
      code: 'bad-argument',
    });
    expect(store.ledger()).toEqual([]);
    await methods.correctEntity({ verdict: { ...verdict, entities: [...verdict.entities], name: 'The Lot', type: 'company' } });
    expect(store.nodeRows([google, openai])).toMatchObject([{ id: altman, name: 'The Lot', type: 'company', articles: 3 }]);
    // Nobody sues himself.
    expect(store.counts()).toMatchObject({ entities: 2, relations: 0 });
  });

  it('splits by names or by places, into somebody new or one of the library', async () => {
    const { store, methods, spot } = library(
      { title: 'One', sentences: ['{Michael Jordan:person} and {Jordan=Michael Jordan:person} met. {Jordan=Michael Jordan:person} left.'] },
      { title: 'Two', sentences: ['{Ida Vance:person} went.'] },
    );
    const [michael, ida] = ids(store, 'Michael Jordan', 'Ida Vance');
    const as = { entity: null, name: 'Jordan', type: 'place' } as const;
    const byName = await methods.correctEntity({ verdict: { verb: 'split', entity: michael, names: ['jordan'], mentions: [], as } });
    expect(byName.entity).toBe(michael);
    expect(named(store, 'Jordan')).toMatchObject({ type: 'place', mentions: 2 });
    await methods.correctionUndo({ id: byName.correction.id });
    const place = spot(0, 'Jordan', 1);
    await methods.correctEntity({
      verdict: { verb: 'split', entity: michael, names: [], mentions: [place], as: { entity: ida, name: 'Ida Vance', type: 'person' } },
    });
    expect(methods.mention(place)).toMatchObject({ entity: { id: ida }, corrections: [{ id: 3 }] });
    expect(methods.mention(spot(0, 'Jordan', 0))).toMatchObject({ entity: { id: michael }, corrections: [] });
    const all = { verb: 'split', entity: michael, names: ['Michael Jordan', 'Jordan'], mentions: [], as } as const;
    await expect(methods.correctEntity({ verdict: { ...all, names: [...all.names], mentions: [] } })).rejects.toMatchObject({
      code: 'bad-argument',
    });
  });

  it('renames and retypes with the id kept, which search and relations follow', async () => {
    const { store, methods } = library(...told);
    const [openai] = ids(store, 'OpenAI');
    await methods.correctEntity({ verdict: { verb: 'rename', entity: openai, name: 'Open Minds' } });
    expect(store.nodeRows([openai])).toMatchObject([{ name: 'Open Minds', articles: 3 }]);
    expect(store.entitiesNamed('Open Minds')).toHaveLength(1);
    await methods.correctEntity({ verdict: { verb: 'retype', entity: openai, type: 'place' } });
    expect(store.nodeRows([openai])).toMatchObject([{ name: 'Open Minds', type: 'place' }]);
    await methods.correctionUndo({ id: 1 });
    expect(store.nodeRows([openai])).toMatchObject([{ name: 'OpenAI', type: 'place' }]);
  });

  it('of a wrong relation respects its direction: one sentence, or all', async () => {
    const { store, articles, methods } = library(...told);
    const [openai, google] = ids(store, 'OpenAI', 'Google');
    const states = () =>
      store
        .statedOf(named(store, 'OpenAI').key, named(store, 'Google').key)
        .map(({ seq, subject }) => [seq, subject === named(store, 'OpenAI').key]);
    const article = articles[2]?.id as ArticleId;
    const start = articles[2]?.extraction.sentences[1]?.start ?? 0;
    const verdict = { verb: 'wrong-relation', subject: openai, object: google, kind: 'sued', status: null } as const;
    const one = await methods.correctEntity({ verdict: { ...verdict, sentence: { article, start } } });
    expect(one.articles).toBe(1);
    expect(states()).toHaveLength(2);
    await expect(methods.correctEntity({ verdict: { ...verdict, sentence: { article, start } } })).rejects.toMatchObject({
      code: 'not-found',
    });
    await methods.correctEntity({ verdict: { ...verdict, sentence: null } });
    expect(states()).toEqual([[2, false]]);
    ingest(store, [
      incoming({ title: 'Four', sentences: ['{OpenAI} sued {Google} once more.'], relations: [['OpenAI', 'sued', 'Google', 0]] }),
    ]);
    expect(states()).toEqual([[2, false]]);
    await methods.correctionUndo({ id: 2 });
    expect(states()).toHaveLength(3);
  });

  it('of a wrong relation holds of whom its subject was before a later merge, and of no other', async () => {
    const { store, methods } = library(
      { title: 'One', sentences: ['{Norvik} sued {Contara}.'], relations: [['Norvik', 'sued', 'Contara', 0]] },
      { title: 'Two', sentences: ['{Belmora} sued {Contara}.'], relations: [['Belmora', 'sued', 'Contara', 0]] },
    );
    const [norvik, contara, belmora] = ids(store, 'Norvik', 'Contara', 'Belmora');
    await methods.correctEntity({
      verdict: { verb: 'wrong-relation', subject: norvik, object: contara, kind: 'sued', status: null, sentence: null },
    });
    await methods.correctEntity({ verdict: { verb: 'merge', entities: [belmora, norvik] } });
    const suing = () => store.statedOf(named(store, 'Belmora').key, named(store, 'Contara').key).map(({ seq }) => seq);
    expect(suing()).toEqual([2]);
    await methods.correctionUndo({ id: 1 });
    expect(suing().sort()).toEqual([1, 2]);
  });

  it('takes an entity out everywhere, or hides it from all but its own page', async () => {
    const { store, methods, cards } = library(...told);
    const [openai, google] = ids(store, 'OpenAI', 'Google');
    await methods.correctEntity({ verdict: { verb: 'hide', entity: openai } });
    expect(cards.entity({ id: openai })).toMatchObject({ hidden: true, node: { articles: 3 } });
    const card = await cards.entity({ id: google });
    expect(card).toMatchObject({ hidden: false, relations: [] });
    expect(card.strongest.map(({ node }) => node.name)).not.toContain('OpenAI');
    expect(store.degrees([named(store, 'Google').key]).get(named(store, 'Google').key)).toBe(card.strongest.length);
    expect(store.largestEntities(['company'], 10).map(({ name }) => name)).toEqual(['Google']);
    await expect(methods.correctEntity({ verdict: { verb: 'hide', entity: openai } })).rejects.toMatchObject({ code: 'bad-argument' });
    const gone = await methods.correctEntity({ verdict: { verb: 'no-entity', entity: openai } });
    expect(gone).toMatchObject({ entity: null, articles: 3 });
    expect(store.nodeRows([openai])).toEqual([]);
    await methods.correctionUndo({ id: 1 });
    await methods.correctionUndo({ id: 2 });
    expect(cards.entity({ id: openai })).toMatchObject({ hidden: false, node: { articles: 3 }, corrections: [{ id: 2 }, { id: 1 }] });
  });

  it('of many articles tells how far it has come, and goes on where it was stopped', async () => {
    const { store } = library(
      ...Array.from({ length: 400 }, (_, at) => ({
        title: `Report ${at}`,
        sentences: ['{OpenAI} grows.', '{Sam Altman:person} met {Google} and {Ida Vance:person}.'],
        published: `20${String(10 + (at % 80)).padStart(2, '0')}-01-01`,
      })),
    );
    const [openai] = ids(store, 'OpenAI');
    const told: { done: number; total: number }[] = [];
    const remaker = createRemaker(
      store,
      () => undefined,
      (progress) => told.push(progress),
    );
    const answer = correctionMethods(store, remaker).correctEntity({ verdict: { verb: 'rename', entity: openai, name: 'Open Minds' } });
    await remaker.stop();
    await answer;
    expect(store.staleCount()).toBeGreaterThan(0);
    const next = createRemaker(
      store,
      () => undefined,
      (progress) => told.push(progress),
    );
    await next.drain();
    expect(store.nodeRows([openai])).toMatchObject([{ name: 'Open Minds', articles: 400 }]);
    for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total);
  });
});
