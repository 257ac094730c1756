import assert from 'node:assert/strict';
import { type BoardContent, boardVersion, noFilter } from '../../shared/board.ts';
import type { Contract } from '../../shared/contract.ts';
import { type EntityId, idPattern, linkIdOf, type NodeId, nodesOfLink, type Span } from '../../shared/model.ts';
import { kindAllows } from '../../shared/relations.ts';
import type { CoreEvent, ImportProgress, RereadProgress } from '../../shared/views.ts';
import { boardFormats } from '../../shared/views-export.ts';

/**
 * What the contract promises, as checks that any host can be put through: over the core itself, over HTTP, over IPC. They
 * run in order on one library that is empty at first; they need nothing but the contract and its events.
 */
export interface Subject {
  contract: Contract;
  /** Hears events until the function it answers is called. */
  on(listener: (event: CoreEvent) => void): () => void;
}

export interface ContractCheck {
  name: string;
  run(subject: Subject): Promise<void>;
}

const failsWith = async (call: Promise<unknown>, code: string, says: RegExp = /./): Promise<void> => {
  await assert.rejects(call, (error: unknown) => {
    const failure = error as { code?: unknown; message?: unknown };
    assert.equal(failure.code, code);
    assert.match(String(failure.message), says);
    return true;
  });
};

/** Runs `start` and resolves with the last progress of the import that it starts. */
const importing = async ({ on }: Subject, start: () => Promise<ImportProgress>): Promise<ImportProgress> => {
  let stop: () => void = () => undefined;
  const ended = new Promise<ImportProgress>((resolve) => {
    stop = on((event) => {
      if (event.type === 'import' && event.progress.state !== 'running') resolve(event.progress);
    });
  });
  const started = await start();
  assert.ok(started.job > 0);
  const last = await ended;
  stop();
  assert.equal(last.job, started.job);
  return last;
};

const entityCalled = async (contract: Contract, name: string): Promise<EntityId> => {
  const { entities } = await contract.search({ query: name });
  const hit = entities.find(({ node }) => node.name === name);
  assert.ok(hit, `${name} is not found`);
  return hit.node.id as EntityId;
};

const within = (text: string, { start, end }: Span): string => {
  assert.ok(start >= 0 && end > start && end <= text.length, `${start}–${end} is no span of ${text.length} characters`);
  return text.slice(start, end);
};

const missing = { article: `a_${'0'.repeat(24)}`, entity: `e_${'0'.repeat(24)}`, story: `s_${'0'.repeat(24)}` } as const;
/** Articles of the sample library; a few more or less may come with a new version of it. */
const sampleArticles = 50;

/** What every host of the contract must hold to, in this order: later checks ask about what earlier ones imported. */
export const contractChecks: readonly ContractCheck[] = [
  {
    name: 'an empty library answers everything with nothing',
    run: async ({ contract }) => {
      const status = await contract.status({});
      assert.deepEqual([status.articles, status.entities, status.relations, status.readOnly, status.import], [0, 0, 0, false, null]);
      assert.deepEqual((await contract.overview({})).nodes, []);
      assert.deepEqual(await contract.articles({}), { items: [], total: 0 });
      const found = await contract.search({ query: 'anything' });
      assert.deepEqual([found.entities, found.articles, found.total], [[], [], 0]);
      assert.equal(await contract.importReport({}), null);
      assert.equal(await contract.importCancel({}), null);
    },
  },
  {
    name: 'wrong arguments are refused by field, and unknown ids are not found',
    run: async ({ contract }) => {
      await failsWith(contract.entity({ id: 'nonsense' as EntityId }), 'bad-argument', /id/);
      await failsWith(contract.search({ query: 'x', articles: -1 }), 'bad-argument', /articles/);
      await failsWith(contract.overview({ limit: 1e9 }), 'bad-argument', /limit/);
      await failsWith(contract.importStart({ sources: [] }), 'bad-argument', /sources/);
      await failsWith(contract.entity({ id: missing.entity as EntityId }), 'not-found');
      await failsWith(contract.article({ id: missing.article as never }), 'not-found');
      await failsWith(contract.story({ id: missing.story as never }), 'not-found');
      await failsWith(contract.neighbours({ id: missing.entity as EntityId }), 'not-found');
    },
  },
  {
    name: 'an import runs alone, tells its progress, and counts what came in',
    run: async (subject) => {
      const { contract, on } = subject;
      const told: ImportProgress[] = [];
      const changed: number[] = [];
      const stop = on((event) => {
        if (event.type === 'import') told.push(event.progress);
        if (event.type === 'changed') changed.push(event.status.articles);
      });
      let busy: Promise<void> | undefined;
      const last = await importing(subject, () => {
        const started = contract.importSample({});
        busy = started.then(() => failsWith(contract.importSample({}), 'busy'));
        return started;
      });
      await busy;
      assert.equal(last.state, 'done', last.error?.message);
      assert.ok(last.walked && last.articles >= sampleArticles, `${last.articles} articles`);
      assert.deepEqual([last.filesDone, last.problems, last.leftMs], [last.files, 0, 0]);
      for (const [at, progress] of told.entries()) assert.ok(progress.articles >= (told[at - 1]?.articles ?? 0));
      const report = await contract.importReport({});
      assert.ok(report && report.articles === last.articles && report.firstArticles.length > 0 && report.problemList.length === 0);
      const status = await contract.status({});
      assert.deepEqual([status.articles, status.entities, status.relations], [last.articles, last.entities, last.relations]);
      assert.equal(status.index, 'ready');
      // The end of an import is followed by word that the library has changed; it may still be under way here.
      if (!changed.includes(status.articles)) {
        await new Promise<void>((resolve) => {
          const done = on((event) => {
            if (event.type !== 'changed' || event.status.articles !== status.articles) return;
            done();
            resolve();
          });
          if (changed.includes(status.articles)) resolve();
        });
      }
      stop();
    },
  },
  {
    name: 'the same again brings nothing new and nothing twice',
    run: async (subject) => {
      const before = await subject.contract.status({});
      const last = await importing(subject, () => subject.contract.importSample({}));
      assert.deepEqual([last.state, last.articles, last.entities, last.relations], ['done', 0, 0, 0]);
      assert.equal(last.duplicates, before.articles);
      const after = await subject.contract.status({});
      assert.deepEqual(
        [after.articles, after.entities, after.relations, after.stories],
        [before.articles, before.entities, before.relations, before.stories],
      );
    },
  },
  {
    name: 'search: entities by name, articles with exact marks, slips forgiven',
    run: async ({ contract }) => {
      const { entities, articles, total, matched, complete } = await contract.search({ query: 'openai', articles: 5 });
      assert.equal(entities[0]?.node.name, 'OpenAI');
      assert.ok(total > articles.length && articles.length === 5 && matched === 'all' && complete);
      for (const { article, titleMarks, snippet } of articles) {
        for (const mark of titleMarks) assert.match(within(article.title, mark), /open\W?ai/i);
        for (const mark of snippet.marks) assert.match(within(snippet.text, mark), /open\W?ai/i);
        const { text } = await contract.article({ id: article.id });
        assert.equal(text.slice(snippet.start, snippet.start + snippet.text.length), snippet.text);
      }
      const next = await contract.search({ query: 'openai', articles: 5, offset: 5 });
      assert.ok(next.articles.every(({ article }) => articles.every((earlier) => earlier.article.id !== article.id)));
      const slip = await contract.search({ query: 'deepseak' });
      assert.deepEqual(slip.corrected, [{ from: 'deepseak', to: 'deepseek' }]);
      assert.equal(slip.entities[0]?.node.name, 'DeepSeek');
      assert.ok(slip.articles.length > 0);
    },
  },
  {
    name: 'neighbours: ranked, and every link opens its evidence',
    run: async ({ contract }) => {
      const id = await entityCalled(contract, 'OpenAI');
      const { of, items, total } = await contract.neighbours({ id, limit: 12 });
      assert.ok(of.id === id && items.length === 12 && total >= items.length);
      const rest = await contract.neighbours({ id, offset: 12, limit: 1000 });
      assert.equal(new Set([...items, ...rest.items].map(({ node }) => node.id)).size, total);
      for (const { node, link } of items) {
        assert.equal(link.id, linkIdOf(id, node.id));
        assert.deepEqual([...nodesOfLink(link.id)].sort(), [id, node.id].sort());
        const { groups, a, b } = await contract.evidence({ link: link.id });
        assert.deepEqual([a.id, b.id].sort(), [id, node.id].sort());
        assert.ok(
          groups.length > 0 && groups.every(({ passages, total: all }) => passages.length > 0 && all >= passages.length),
          `${node.name}: no evidence`,
        );
        for (const { article, parts, relation } of groups.flatMap(({ passages }) => passages)) {
          const { text } = await contract.article({ id: article.id });
          for (const part of parts) {
            assert.equal(within(text, part), part.text);
            for (const mark of part.marks) within(part.text, mark);
          }
          const named = new Set(parts.flatMap(({ marks }) => marks.map((mark) => mark.node)));
          if (node.type !== 'story') assert.deepEqual([...named].sort(), [id, node.id].sort(), `${article.title}: not both named`);
          if (relation) assert.deepEqual([relation.from, relation.to].sort(), [id, node.id].sort());
        }
        for (const { kind, from } of link.relations) {
          const [subject, object] = from === id ? [of, node] : [node, of];
          assert.ok(
            subject.type !== 'story' && object.type !== 'story' && kindAllows(kind, subject.type, object.type),
            `${subject.name} ${kind} ${object.name}`,
          );
        }
      }
      const people = await contract.neighbours({ id, types: ['person'], limit: 1000 });
      assert.ok(people.total > 0 && people.items.every(({ node }) => node.type === 'person'));
    },
  },
  {
    name: 'slices: a place for every node, links among them only, what is fixed stays',
    run: async ({ contract }) => {
      const id = await entityCalled(contract, 'OpenAI');
      const overview = await contract.overview({});
      const around = await contract.neighbourhood({ id, limit: 20 });
      assert.ok(overview.nodes.length > 10 && overview.nodes.length <= 150);
      assert.ok(around.nodes.length === 21 && around.focus === id && around.more === around.total - 20);
      for (const { nodes, links, positions } of [overview, around]) {
        const ids = new Set<NodeId>(nodes.map((node) => node.id));
        assert.equal(ids.size, nodes.length);
        for (const node of nodes) {
          assert.match(node.id, idPattern.node);
          assert.ok(Number.isFinite(positions[node.id]?.x) && Number.isFinite(positions[node.id]?.y), `${node.name} has no place`);
        }
        for (const link of links) assert.ok(ids.has(link.source) && ids.has(link.target) && link.source !== link.target);
      }
      const shown = around.nodes.map((node) => node.id);
      const first = shown.find((node) => node !== id) as NodeId;
      const grown = await contract.neighbourhood({ id: first, limit: 5, shown, fixed: around.positions });
      for (const node of shown) assert.deepEqual(grown.positions[node], around.positions[node]);
      assert.ok(grown.nodes.length <= shown.length + 5);
      const slice = await contract.slice({ nodes: [id, first, missing.entity as EntityId] });
      assert.deepEqual(slice.nodes.map((node) => node.id).sort(), [id, first].sort());
    },
  },
  {
    name: 'a board can be laid out anew, and told from its articles within a time and without some publishers',
    run: async ({ contract }) => {
      const id = await entityCalled(contract, 'OpenAI');
      const { nodes: around, links } = await contract.neighbourhood({ id, limit: 20 });
      const nodes = around.map((node) => node.id);
      for (const layout of ['force', 'concentric', 'timeline', 'grid'] as const) {
        const fixed = { [id]: { x: 30, y: -40 } };
        const { positions, axis } = await contract.arrange({ nodes, layout, fixed });
        assert.deepEqual([Object.keys(positions).sort(), positions[id]], [[...nodes].sort(), fixed[id]]);
        assert.equal(axis.length > 0, layout === 'timeline');
      }
      const every = await contract.activity({ nodes, links: links.map((link) => link.id) });
      for (const link of links) {
        const { articles, stories, sentences } = every.links[link.id] ?? {};
        assert.deepEqual([articles, stories, sentences], [link.articles, link.stories, link.sentences]);
      }
      for (const node of around) assert.equal(every.nodes[node.id], node.articles);
      assert.ok(every.histogram.bars.length > 1 && every.publishers.length > 1 && every.fresh.nodes.length === 0);
      const [publisher] = every.publishers;
      assert.ok(publisher);
      const filter = { span: { from: '2025-01-01' }, publishersOff: [publisher.name] };
      const some = await contract.activity({
        nodes,
        links: links.map((link) => link.id),
        filter,
        since: { date: '2025-01-01', by: 'published' },
      });
      assert.deepEqual(
        some.histogram.bars.map(({ from }) => from),
        every.histogram.bars.map(({ from }) => from),
      );
      for (const link of links) {
        const there = some.links[link.id];
        assert.ok((there?.articles ?? 0) <= link.articles);
        if (link.kind === 'mention' || !there) continue;
        const evidence = await contract.evidence({ link: link.id, filter });
        assert.deepEqual([evidence.articles, evidence.stories], [there.articles, there.stories]);
        const passages = evidence.groups.flatMap((group) => group.passages);
        assert.ok(passages.every(({ article }) => article.publisher !== publisher.name && (article.published ?? '') >= '2025'));
      }
      await failsWith(contract.activity({ nodes, filter: { span: { from: 'yesterday' } } }), 'bad-argument', /from/);
    },
  },
  {
    name: 'a path is a chain with a passage at each step, and "not connected" is an answer',
    run: async ({ contract }) => {
      const from = await entityCalled(contract, 'DeepSeek');
      const to = await entityCalled(contract, 'SoftBank');
      const answer = await contract.paths({ from, to });
      assert.ok(answer.found, 'DeepSeek and SoftBank are not connected');
      for (const { steps } of answer.paths) {
        assert.equal(steps[0]?.from.id, from);
        assert.equal(steps.at(-1)?.to.id, to);
        for (const [at, step] of steps.entries()) {
          if (at > 0) assert.equal(step.from.id, steps[at - 1]?.to.id);
          assert.equal(step.link.id, linkIdOf(step.from.id, step.to.id));
          assert.ok(step.passage.parts.length > 0);
        }
      }
      const strengths = answer.paths.map(({ strength }) => strength);
      assert.deepEqual(strengths, [...strengths].sort().reverse());
      const between = answer.paths.flatMap(({ steps }) => steps.slice(1).map((step) => step.from.id));
      const around = await contract.paths({ from, to, most: 1, without: between, withoutTypes: ['place'] });
      const passed = around.found ? around.paths.flatMap(({ steps }) => steps.slice(1).map((step) => step.from)) : [];
      assert.ok(passed.every(({ id, type }) => !between.includes(id) && type !== 'place'));
      await failsWith(contract.paths({ from, to: missing.entity as EntityId }), 'not-found');
    },
  },
  {
    name: 'structure: what lies between others, and the community behind a name of the overview',
    run: async ({ contract }) => {
      const { nodes, communities } = await contract.overview({});
      const ids = nodes.map((node) => node.id);
      const centrality = await contract.centrality({ nodes: ids });
      assert.deepEqual(Object.keys(centrality).sort(), [...ids].sort());
      assert.ok(Object.values(centrality).every((value) => value >= 0 && value <= 1) && Object.values(centrality).includes(1));
      const [first] = communities;
      assert.ok(first, 'an overview without communities');
      const community = await contract.community({ head: first.head, limit: 10 });
      assert.ok(community.nodes.some((node) => node.id === first.head) && community.nodes.length <= 10);
      assert.ok(community.total >= community.nodes.length && community.name !== '');
      const deep = await contract.neighbourhood({ id: first.head, limit: 20, depth: 2 });
      assert.ok(deep.nodes.length <= 21 && deep.nodes.every(({ depth }) => depth !== null));
      await failsWith(contract.community({ head: missing.entity as EntityId }), 'not-found');
    },
  },
  {
    name: 'articles: newest first, by node, with mentions, links and neighbours in their places',
    run: async ({ contract }) => {
      const { articles: total } = await contract.status({});
      const { items } = await contract.articles({ limit: 1000 });
      assert.equal(items.length, total);
      const dates = items.map(({ published }) => published ?? '');
      assert.deepEqual(dates, [...dates].sort().reverse());
      const id = await entityCalled(contract, 'Nvidia');
      const mine = await contract.articles({ node: id, limit: 1000 });
      assert.ok(mine.total > 0 && mine.items.length === mine.total);
      for (const { id: articleId } of mine.items.slice(0, 5)) {
        const view = await contract.article({ id: articleId });
        assert.ok(view.origins.length > 0 && view.blocks[0]?.kind === 'title');
        assert.ok(view.mentions.some(({ entity }) => entity === id));
        for (const span of [...view.mentions, ...view.links, ...view.blocks]) within(view.text, span);
        for (const { article } of view.related) assert.notEqual(article.id, articleId);
      }
      const card = await contract.entity({ id, article: mine.items[0]?.id });
      assert.ok(card.inArticle && card.aliases.length > 0 && card.strongest.length > 0 && card.mentions >= mine.total);
    },
  },
  {
    name: 'stories stand beside companies and people',
    run: async ({ contract }) => {
      const { items } = await contract.articles({ limit: 1 });
      const id = items[0]?.story;
      assert.ok(id, 'an article without a story');
      const story = await contract.story({ id });
      assert.ok(story.reports.some((report) => report.id === items[0]?.id) && story.entities.length > 0);
      const of = await contract.neighbours({ id, limit: 5 });
      assert.ok(of.items.length > 0 && of.items.every(({ link }) => link.kind === 'mention'));
    },
  },
  {
    name: 'a mention tells why, and what is corrected holds until it is withdrawn',
    run: async ({ contract }) => {
      const id = await entityCalled(contract, 'OpenAI');
      const { items } = await contract.articles({ node: id, limit: 1 });
      const article = items[0]?.id;
      assert.ok(article, 'no article on OpenAI');
      const view = await contract.article({ id: article });
      const place = view.mentions.find(({ entity }) => entity === id);
      assert.ok(place, 'the article does not mention OpenAI');
      const { start, end } = place;
      const card = await contract.mention({ article, start, end });
      assert.deepEqual([card.entity.id, card.text, card.corrections], [id, view.text.slice(start, end), []]);
      assert.ok(card.confidence > 0 && card.alike.here > 0 && card.alike.everywhere >= card.alike.here);
      const before = await contract.entity({ id });
      assert.ok(before.confidence > 0 && before.types[0]?.type === before.node.type && before.corrections.length === 0);

      const hidden = await contract.correct({ article, start, end, scope: 'article', verdict: { verb: 'not-an-entity' } });
      assert.deepEqual([hidden.articles, hidden.entity, hidden.correction.about], [1, null, 'mention']);
      await failsWith(contract.mention({ article, start, end }), 'not-found');
      const without = await contract.entity({ id });
      assert.equal(without.mentions, before.mentions - card.alike.here);
      assert.deepEqual([without.corrections.length, without.corrections[0]?.undoneAt], [1, null]);
      const back = await contract.correctionUndo({ id: hidden.correction.id });
      assert.deepEqual([back.articles, back.entity], [1, id]);
      assert.equal((await contract.entity({ id })).mentions, before.mentions);

      const verdict = { verb: 'somebody-else', entity: null, name: 'Quite Another Company', type: 'company' } as const;
      const other = await contract.correct({ article, start, end, scope: 'library', verdict });
      assert.ok(other.entity && other.entity !== id && other.articles > 1);
      const { entities } = await contract.search({ query: 'Quite Another Company' });
      assert.deepEqual([entities[0]?.node.id, entities[0]?.node.articles], [other.entity, other.articles]);
      assert.equal((await contract.mention({ article, start, end })).corrections[0]?.id, other.correction.id);
      assert.deepEqual(
        (await contract.corrections({})).map((correction) => correction.id),
        [other.correction.id, hidden.correction.id],
      );
      await contract.correctionUndo({ id: other.correction.id });
      await failsWith(contract.correctionUndo({ id: other.correction.id }), 'not-found');
      await failsWith(contract.entity({ id: other.entity }), 'not-found');
      const after = await contract.entity({ id });
      assert.deepEqual([after.node, after.mentions, after.aliases], [before.node, before.mentions, before.aliases]);
      assert.equal((await contract.search({ query: 'Quite Another Company' })).entities.length, 0);
    },
  },
  {
    name: 'whole entities: merged, split, renamed, retyped, hidden and withdrawn in another order',
    run: async ({ contract }) => {
      const [openai, microsoft] = [await entityCalled(contract, 'OpenAI'), await entityCalled(contract, 'Microsoft')];
      const before = [await contract.entity({ id: openai }), await contract.entity({ id: microsoft })];
      await failsWith(contract.correctEntity({ verdict: { verb: 'merge', entities: [openai, openai] } }), 'bad-argument', /itself/);
      await failsWith(contract.correctEntity({ verdict: { verb: 'rename', entity: openai, name: '  ' } }), 'bad-argument', /name/);
      await failsWith(contract.correctEntity({ verdict: { verb: 'hide', entity: missing.entity as EntityId } }), 'not-found');
      const merged = await contract.correctEntity({ verdict: { verb: 'merge', entities: [openai, microsoft] } });
      assert.ok(merged.entity === openai && merged.articles > 0 && merged.correction.about === 'entity');
      const one = await contract.entity({ id: microsoft });
      assert.deepEqual([one.node.id, one.node.name, one.corrections[0]?.id], [openai, 'OpenAI', merged.correction.id]);
      assert.equal(one.mentions, (before[0]?.mentions ?? 0) + (before[1]?.mentions ?? 0));

      const renamed = await contract.correctEntity({ verdict: { verb: 'rename', entity: openai, name: 'Open Minds' } });
      assert.equal((await contract.search({ query: 'Open Minds' })).entities[0]?.node.id, openai);
      await contract.correctionUndo({ id: merged.correction.id });
      assert.equal((await contract.entity({ id: microsoft })).node.name, 'Microsoft');
      assert.equal((await contract.entity({ id: openai })).node.name, 'Open Minds');
      await contract.correctionUndo({ id: renamed.correction.id });

      const hidden = await contract.correctEntity({ verdict: { verb: 'hide', entity: openai } });
      assert.ok((await contract.entity({ id: openai })).hidden);
      assert.equal((await contract.search({ query: 'OpenAI' })).entities[0]?.hidden, true);
      assert.ok((await contract.overview({})).nodes.every(({ id }) => id !== openai));
      assert.ok((await contract.neighbours({ id: microsoft, limit: 1000 })).items.every(({ node }) => node.id !== openai));
      assert.equal((await contract.neighbourhood({ id: openai, limit: 5 })).focus, openai);
      await contract.correctionUndo({ id: hidden.correction.id });
      const after = [await contract.entity({ id: openai }), await contract.entity({ id: microsoft })];
      assert.deepEqual(
        after.map(({ node, mentions, aliases, relations, hidden: still }) => ({ node, mentions, aliases, relations, still })),
        before.map(({ node, mentions, aliases, relations }) => ({ node, mentions, aliases, relations, still: false })),
      );
    },
  },
  {
    name: 'suggested merges come with their reason, and a refusal is remembered until it is withdrawn',
    run: async ({ contract }) => {
      const { items, total, refused } = await contract.suggestions({ limit: 100 });
      assert.ok(total >= items.length && refused === 0);
      const [openai, microsoft] = [await entityCalled(contract, 'OpenAI'), await entityCalled(contract, 'Microsoft')];
      for (const { a, b, reason } of items) {
        assert.ok(a.node.id !== b.node.id && reason !== '' && a.examples.length > 0 && b.examples.length > 0);
        for (const { sentence } of [...a.examples, ...b.examples]) for (const mark of sentence.marks) within(sentence.text, mark);
      }
      const [first] = items;
      const pair = first === undefined ? { a: openai, b: microsoft } : { a: first.a.node.id, b: first.b.node.id };
      const answer = await contract.suggestionRefused(pair);
      const without = await contract.suggestions({ limit: 100 });
      assert.ok(without.refused === 1 && without.items.every(({ a, b }) => a.node.id !== pair.a || b.node.id !== pair.b));
      await contract.correctionUndo({ id: answer.correction.id });
      assert.equal((await contract.suggestions({})).total, total);
      await failsWith(contract.suggestionRefused({ a: openai, b: openai }), 'bad-argument');
    },
  },
  {
    name: 'boards are saved, opened as they were, renamed, doubled, deleted and brought back; notes stand on cards',
    run: async ({ contract }) => {
      assert.deepEqual(await contract.boards({}), []);
      const id = await entityCalled(contract, 'OpenAI');
      const around = await contract.neighbourhood({ id, limit: 8 });
      const content: BoardContent = {
        version: boardVersion,
        view: { kind: 'around', id, depth: 1 },
        focus: id,
        nodes: around.nodes.map((node) => ({
          id: node.id,
          name: node.name,
          type: node.type,
          articles: node.articles,
          place: around.positions[node.id] ?? null,
        })),
        links: Object.fromEntries(around.links.map((link) => [link.id, link.articles])) as BoardContent['links'],
        pinned: [id],
        hidden: [],
        grown: [],
        title: null,
        total: around.total,
        filter: noFilter,
        layout: 'force',
        axis: [],
        sizing: 'strength',
        notes: [{ id: 'n1', text: 'Look here', x: 1, y: 2 }],
      };
      const saved = await contract.boardSave({ name: 'Mine', content });
      await failsWith(contract.boardSave({ name: 'mine', content }), 'bad-argument', /Mine/);
      await failsWith(contract.boardSave({ name: 'Newer', content: { ...content, version: boardVersion + 1 } }), 'bad-argument', /newer/);
      await failsWith(contract.boardOpen({ id: `b_${'0'.repeat(24)}` }), 'not-found');
      assert.deepEqual([saved.began, saved.nodes], ['OpenAI', 9]);
      const opened = await contract.boardOpen({ id: saved.id });
      assert.deepEqual(opened.slice.positions, around.positions);
      assert.deepEqual(opened.content.notes, content.notes);
      assert.deepEqual([opened.vanished, opened.became, opened.changed], [[], [], { nodes: [], links: [] }]);
      const copy = await contract.boardDuplicate({ id: saved.id });
      assert.equal((await contract.boardRename({ id: copy.id, name: 'Other' })).name, 'Other');
      await contract.boardDelete({ id: copy.id });
      assert.deepEqual(
        (await contract.boards({})).map(({ name }) => name),
        ['Mine'],
      );
      assert.equal((await contract.boardRestore({ id: copy.id })).name, 'Other');
      for (const board of await contract.boards({})) await contract.boardDelete({ id: board.id });

      assert.equal((await contract.entity({ id })).note, '');
      assert.deepEqual(await contract.noteSet({ entity: id, text: ' Watch ' }), { entity: id, text: 'Watch' });
      assert.equal((await contract.entity({ id })).note, 'Watch');
      await contract.noteSet({ entity: id, text: '' });
      assert.equal((await contract.entity({ id })).note, '');
    },
  },
  {
    name: 'reading all articles anew tells its progress and changes no id',
    run: async ({ contract, on }) => {
      const before = await contract.status({});
      const id = await entityCalled(contract, 'OpenAI');
      let stop: () => void = () => undefined;
      const ended = new Promise<RereadProgress>((resolve) => {
        stop = on((event) => {
          if (event.type === 'reread' && event.progress.state !== 'running') resolve(event.progress);
        });
      });
      const started = await contract.rereadStart({ all: true });
      assert.deepEqual([started.state, started.total], ['running', before.articles]);
      await failsWith(contract.rereadStart({}), 'busy');
      await failsWith(contract.importSample({}), 'busy');
      const last = await ended;
      stop();
      assert.deepEqual([last.state, last.done], ['done', before.articles], last.message);
      const after = await contract.status({});
      assert.deepEqual(
        [after.articles, after.entities, after.relations, after.stories, after.outdated],
        [before.articles, before.entities, before.relations, before.stories, 0],
      );
      assert.equal(await entityCalled(contract, 'OpenAI'), id);
      assert.deepEqual(await contract.rereadCancel({}), last);
    },
  },
  {
    name: 'counts agree with each other',
    run: async ({ contract }) => {
      const stats = await contract.stats({});
      const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
      assert.equal(sum(Object.values(stats.entitiesByType)), stats.entities);
      assert.equal(sum(Object.values(stats.relationsByKind)), stats.relations);
      assert.ok(stats.bytes.database > 0 && stats.mentions >= stats.entities);
      const json = await contract.exportGraph({ format: 'json' });
      assert.ok(json.nodes > 0 && json.links > 0);
      JSON.parse(json.text);
      const xml = await contract.exportGraph({ format: 'graphml' });
      assert.deepEqual([xml.nodes, xml.links], [json.nodes, json.links]);
      assert.match(xml.text, /^<\?xml/);
      const gexf = await contract.exportGraph({ format: 'gexf' });
      assert.deepEqual([gexf.nodes, gexf.links], [json.nodes, json.links]);
    },
  },
  {
    name: 'a board is written in every format, with the sentences behind its links',
    run: async ({ contract }) => {
      const id = await entityCalled(contract, 'OpenAI');
      const { nodes, links, positions } = await contract.neighbourhood({ id, limit: 8 });
      const asked = {
        title: 'OpenAI',
        nodes: [
          ...nodes.map((node) => ({ id: node.id, place: positions[node.id] ?? null })),
          { id: missing.entity as EntityId, name: 'Lost' },
        ],
        links: links.map((link) => ({ id: link.id, strength: link.strength })),
        sentences: 3,
      };
      for (const format of boardFormats) {
        const board = await contract.exportBoard({ ...asked, format });
        assert.deepEqual([board.nodes, board.links, board.missingNodes], [nodes.length, links.length, [missing.entity]]);
        assert.ok(board.sentences >= links.length && board.allSentences >= board.sentences);
        const whole = board.files.map(({ text }) => text).join('');
        for (const { name } of nodes)
          assert.ok(whole.includes(name.replaceAll('&', '&amp;')) || whole.includes(name), `${format}: ${name}`);
        assert.match(whole, /Lost/);
      }
      assert.equal(await contract.exportBoardCancel({}), null);
      await failsWith(contract.exportBoard({ ...asked, format: 'html', sentences: -1 }), 'bad-argument', /sentences/);
    },
  },
];
