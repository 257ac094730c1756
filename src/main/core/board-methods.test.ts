import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { type BoardContent, boardVersion, noFilter } from '../../shared/board.ts';
import { checkedArgs } from '../../shared/contract.ts';
import { extractionVersion } from '../../shared/extraction.ts';
import { type EntityId, linkIdOf, type NodeId, type StoryId } from '../../shared/model.ts';
import type { Slice } from '../../shared/views.ts';
import { boardMethods } from './board-methods.ts';
import { correctionMethods } from './correction-methods.ts';
import { incoming, libraryOf, named, type Told } from './graph/testing.ts';
import { graphMethods } from './graph-methods.ts';
import { ingest } from './ingest.ts';
import { remake } from './making.ts';
import { readingMethods } from './reading-methods.ts';
import { createRemaker } from './remaking.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const told: Told[] = [
  { title: 'One', sentences: ['{Norvik} bought {Contara}.', '{Ida Vance:person} leads {Norvik}.'] },
  { title: 'Two', sentences: ['{Contara} met {Belmora}.'] },
];

const library = (...more: Told[]) => {
  const articles = [...told, ...more].map(incoming);
  const { store, folder, close } = libraryOf();
  open.push(close);
  ingest(store, articles);
  const boards = boardMethods(store);
  const id = (name: string) => named(store, name).id as EntityId;
  /** The board of some nodes, all that is drawn of them as a slice has it. */
  const boardOf = async (names: readonly string[], part: Partial<BoardContent> = {}): Promise<BoardContent> => {
    const slice: Slice = await graphMethods(store).slice(checkedArgs('slice', { nodes: names.map(id) }));
    return {
      version: boardVersion,
      view: { kind: 'among', ids: names.map(id), title: 'Some' },
      focus: null,
      nodes: slice.nodes.map((node, at) => ({
        id: node.id,
        name: node.name,
        type: node.type,
        articles: node.articles,
        place: { x: 100 * at, y: 7 - 50 * at },
      })),
      links: Object.fromEntries(slice.links.map((link) => [link.id, link.articles])) as BoardContent['links'],
      pinned: [],
      hidden: [],
      grown: [],
      title: null,
      total: 0,
      filter: noFilter,
      layout: 'force',
      axis: [],
      sizing: 'strength',
      notes: [],
      ...part,
    };
  };
  const save = async (name: string, content: BoardContent) => boards.boardSave(checkedArgs('boardSave', { id: null, name, content }));
  const corrections = correctionMethods(
    store,
    createRemaker(store, () => undefined),
  );
  const correct = (verdict: Parameters<typeof corrections.correctEntity>[0]['verdict']) => corrections.correctEntity({ verdict });
  const cards = readingMethods(store);
  const noteOf = async (name: string) => (await cards.entity({ id: id(name) })).note;
  return { store, folder, articles, boards, id, boardOf, save, corrections, correct, noteOf };
};

describe('saved boards', () => {
  it('are listed, renamed, doubled, deleted and brought back; a name is given once', async () => {
    const { boards, boardOf, save } = library();
    expect(boards.boards({})).toEqual([]);
    const content = await boardOf(['Norvik', 'Contara']);
    const first = await save('Supply', content);
    expect(first).toMatchObject({ name: 'Supply', nodes: 2, began: 'Some' });
    await expect(save('sUPPLY', content)).rejects.toThrow('There is already a board called “Supply”.');
    const again = await boards.boardSave({ id: first.id, name: 'Supply', content: await boardOf(['Norvik']) });
    expect(again).toMatchObject({ id: first.id, nodes: 1 });

    const copy = await boards.boardDuplicate({ id: first.id });
    expect(copy.name).toBe('Supply copy');
    expect((await boards.boardDuplicate({ id: first.id })).name).toBe('Supply copy 2');
    expect(() => boards.boardRename({ id: copy.id, name: 'supply' })).toThrow(/already/);
    expect(boards.boardRename({ id: copy.id, name: 'SUPPLY COPY' })).toMatchObject({ name: 'SUPPLY COPY' });

    boards.boardDelete({ id: first.id });
    expect((await boards.boards({})).map(({ name }) => name).sort()).toEqual(['SUPPLY COPY', 'Supply copy 2']);
    expect(() => boards.boardOpen({ id: first.id })).toThrow(/no longer/);
    expect(() => boards.boardSave({ id: first.id, name: 'Supply', content })).toThrow(/no longer/);
    await save('Supply', content);
    expect(boards.boardRestore({ id: first.id })).toMatchObject({ id: first.id, name: 'Supply 2', nodes: 1 });
    expect(() => boards.boardRestore({ id: first.id })).toThrow(/no longer/);
    expect(await boards.boards({})).toHaveLength(4);
  });

  it('open as they were saved: places, notes, filter, and all else that was set', async () => {
    const { boards, id, boardOf, save } = library();
    const content = await boardOf(['Norvik', 'Contara', 'Ida Vance'], {
      view: { kind: 'around', id: id('Norvik'), depth: 2 },
      focus: id('Norvik'),
      pinned: [id('Contara')],
      hidden: [id('Ida Vance')],
      grown: [{ id: id('Ida Vance'), from: id('Norvik') }],
      filter: { ...noFilter, strength: 0.2, span: { from: '2024-01-01', to: null } },
      notes: [{ id: 'n1', text: 'Look here', x: 5, y: 6 }],
      sizing: 'centrality',
      layout: 'timeline',
      axis: [{ x: 10, label: '2025' }],
    });
    const saved = await save('Mine', content);
    expect(saved.began).toBe('Norvik');
    const opened = await boards.boardOpen({ id: saved.id });
    const { nodes, ...rest } = content;
    expect(opened.content).toMatchObject(rest);
    expect(opened.content.nodes.map((node) => node.id).sort()).toEqual(nodes.map((node) => node.id).sort());
    for (const node of nodes) expect(opened.slice.positions[node.id]).toEqual(node.place);
    expect(opened.slice.links.map((link) => link.id).sort()).toEqual(Object.keys(content.links).sort());
    expect([opened.vanished, opened.became, opened.changed]).toEqual([[], [], { nodes: [], links: [] }]);
  });

  it('draw the links that were revealed, which a map of so many leaves out', async () => {
    const names = Array.from({ length: 24 }, (_, at) => `Company${at}`);
    const { boards, id, boardOf, save } = library({ title: 'All', sentences: [names.map((name) => `{${name}}`).join(', ')] });
    const content = await boardOf(names);
    const all = names.flatMap((one, at) => names.slice(at + 1).map((other) => linkIdOf(id(one), id(other))));
    const left = all.find((link) => content.links[link] === undefined);
    if (left === undefined) throw new Error('All links are drawn already');
    const saved = await save('Mine', { ...content, links: { ...content.links, [left]: 1 } });
    const { slice } = await boards.boardOpen({ id: saved.id });
    expect(slice.links.map((link) => link.id).sort()).toEqual([...Object.keys(content.links), left].sort());
  });

  it('tell what has news: more articles of a node or a link, and links that came up', async () => {
    const { store, boards, id, boardOf, save } = library();
    const saved = await save('Mine', await boardOf(['Norvik', 'Contara', 'Belmora', 'Ida Vance']));
    ingest(store, [incoming({ title: 'Three', sentences: ['{Belmora} sued {Norvik}.', '{Contara} and {Norvik} wait.'], place: 'three' })]);
    const { changed, vanished } = await boards.boardOpen({ id: saved.id });
    expect(changed.nodes.sort()).toEqual([id('Belmora'), id('Norvik'), id('Contara')].sort());
    expect(changed.links.sort()).toEqual(
      [linkIdOf(id('Belmora'), id('Norvik')), linkIdOf(id('Contara'), id('Norvik')), linkIdOf(id('Contara'), id('Belmora'))].sort(),
    );
    expect(vanished).toEqual([]);
    const now = await boards.boardSave({
      id: saved.id,
      name: 'Mine',
      content: await boardOf(['Norvik', 'Contara', 'Belmora', 'Ida Vance']),
    });
    expect((await boards.boardOpen({ id: now.id })).changed).toEqual({ nodes: [], links: [] });
  });

  it('are the same after the same articles came again and were read anew', async () => {
    const { store, articles, boards, boardOf, save } = library();
    const saved = await save('Mine', await boardOf(['Norvik', 'Contara', 'Ida Vance']));
    const before = await boards.boardOpen({ id: saved.id });
    ingest(store, articles);
    const extraction = articles[0]?.extraction;
    if (extraction) store.transaction(() => void remake(store, 1, { version: extractionVersion, extraction }));
    expect(await boards.boardOpen({ id: saved.id })).toEqual(before);
    // a better extraction that no longer finds one of them
    const fewer = {
      mentions: extraction?.mentions.filter(({ text }) => text !== 'Ida Vance') ?? [],
      relations: [],
      sentences: extraction?.sentences ?? [],
    };
    store.transaction(() => void remake(store, 1, { version: extractionVersion, extraction: fewer }));
    const after = await boards.boardOpen({ id: saved.id });
    expect(after.vanished).toEqual([{ name: 'Ida Vance', type: 'person', why: 'gone' }]);
    expect(after.slice.nodes).toHaveLength(2);
  });

  it('show merged entities as the one that they are, and say so; withdrawn, both are back', async () => {
    const { boards, id, boardOf, save, corrections, correct } = library();
    const [norvik, contara] = [id('Norvik'), id('Contara')];
    const content = await boardOf(['Contara', 'Norvik', 'Belmora'], {
      view: { kind: 'around', id: contara, depth: 1 },
      focus: contara,
      pinned: [contara],
    });
    const saved = await save('Mine', content);
    const placeOf = (node: NodeId) => content.nodes.find((each) => each.id === node)?.place;
    const merge = await correct({ verb: 'merge', entities: [norvik, contara] });
    const opened = await boards.boardOpen({ id: saved.id });
    expect(opened.became).toEqual([{ name: 'Contara', now: expect.objectContaining({ id: norvik, name: 'Norvik' }) }]);
    expect(opened.vanished).toEqual([]);
    expect(opened.content).toMatchObject({ view: { kind: 'around', id: norvik }, focus: norvik, pinned: [norvik] });
    expect(opened.slice.nodes.map((node) => node.name).sort()).toEqual(['Belmora', 'Norvik']);
    expect(opened.slice.positions[norvik]).toEqual(placeOf(norvik));
    await corrections.correctionUndo({ id: merge.correction.id });
    const back = await boards.boardOpen({ id: saved.id });
    expect(back.became).toEqual([]);
    expect(back.content.focus).toBe(contara);
    expect(back.slice.positions[contara]).toEqual(placeOf(contara));
  });

  it('do not hide, or collapse, with one that was what shows as another that became the same', async () => {
    const { boards, id, boardOf, save, correct } = library();
    const [norvik, contara, ida] = [id('Norvik'), id('Contara'), id('Ida Vance')];
    const hidden = [contara, ida];
    const grown = hidden.map((node) => ({ id: node, from: id('Belmora') }));
    const saved = await save('Mine', await boardOf(['Contara', 'Norvik', 'Belmora', 'Ida Vance'], { hidden, grown }));
    await correct({ verb: 'merge', entities: [norvik, contara] });
    const { content } = await boards.boardOpen({ id: saved.id });
    expect([content.hidden, content.grown.map((each) => each.id)]).toEqual([[ida], [ida]]);
  });

  it('tell of what two that were merged have new, though they shared articles', async () => {
    const { store, boards, id, boardOf, save, correct } = library();
    const [norvik, contara, ida] = [id('Norvik'), id('Contara'), id('Ida Vance')];
    const saved = await save('Mine', await boardOf(['Norvik', 'Contara', 'Ida Vance']));
    await correct({ verb: 'merge', entities: [norvik, contara] });
    expect((await boards.boardOpen({ id: saved.id })).changed).toEqual({ nodes: [], links: [] });
    ingest(store, [incoming({ title: 'Three', sentences: ['{Norvik} hired {Ida Vance:person}.'] })]);
    const { changed } = await boards.boardOpen({ id: saved.id });
    expect([changed.nodes.sort(), changed.links]).toEqual([[norvik, ida].sort(), [linkIdOf(norvik, ida)]]);
  });

  it('say what is gone or hidden, and go on without the node in the middle', async () => {
    const { boards, id, boardOf, save, correct } = library();
    const norvik = id('Norvik');
    const content = await boardOf(['Norvik', 'Contara', 'Belmora'], { view: { kind: 'around', id: norvik, depth: 1 }, focus: norvik });
    const saved = await save('Mine', content);
    await correct({ verb: 'no-entity', entity: norvik });
    await correct({ verb: 'hide', entity: id('Belmora') });
    const opened = await boards.boardOpen({ id: saved.id });
    expect(opened.vanished).toEqual([
      { name: 'Norvik', type: 'company', why: 'gone' },
      { name: 'Belmora', type: 'company', why: 'hidden' },
    ]);
    expect(opened.content.view).toEqual({ kind: 'among', ids: [id('Contara')], title: 'Mine' });
    expect(opened.content.focus).toBeNull();
    expect(opened.slice.nodes.map(({ name }) => name)).toEqual(['Contara']);
  });

  it('hold stories too, and a renamed entity under its new name', async () => {
    const { store, boards, id, boardOf, save, correct } = library();
    const story = store.articleRow(incoming(told[0] ?? { sentences: [] }).id)?.story as StoryId;
    const content = await boardOf(['Norvik']);
    const link = linkIdOf(story, id('Norvik'));
    content.nodes.push({ id: story, name: 'One', type: 'story', place: null, articles: 1 });
    content.links[link] = 1;
    const saved = await save('Mine', content);
    await correct({ verb: 'rename', entity: id('Norvik'), name: 'Norvik Group' });
    const opened = await boards.boardOpen({ id: saved.id });
    expect(opened.slice.nodes.map(({ name }) => name).sort()).toEqual(['Norvik Group', 'One']);
    expect(opened.slice.links.map((each) => each.id)).toEqual([link]);
    expect(opened.slice.positions[story]).toBeDefined();
    expect([opened.became, opened.vanished, opened.changed]).toEqual([[], [], { nodes: [], links: [] }]);
  });

  it('of a newer version, or damaged ones, are refused in plain words and stay', async () => {
    const { folder, boards, boardOf, save } = library();
    const content = await boardOf(['Norvik']);
    const newer = { ...content, version: boardVersion + 1 };
    expect(() => checkedArgs('boardSave', { id: null, name: 'x', content: newer })).toThrow(/newer version/);
    const crowd = { ...content, nodes: Array.from({ length: 1001 }, () => content.nodes[0]) };
    expect(() => checkedArgs('boardSave', { id: null, name: 'x', content: crowd })).toThrow(/content.nodes/);
    const saved = await save('Mine', content);
    const db = new DatabaseSync(`${folder}/library.sqlite`);
    db.prepare('UPDATE board SET content = ?').run(JSON.stringify(newer));
    expect(() => boards.boardOpen({ id: saved.id })).toThrow('The board “Mine” was saved by a newer version of Newsgraph.');
    db.prepare('UPDATE board SET content = ?').run('{"version":1');
    expect(() => boards.boardOpen({ id: saved.id })).toThrow('The board “Mine” is damaged.');
    db.close();
    expect(await boards.boards({})).toHaveLength(1);
  });
});

describe('notes', () => {
  it('stand on the card until they are taken away', async () => {
    const { boards, id, noteOf } = library();
    expect(await noteOf('Norvik')).toBe('');
    expect(boards.noteSet(checkedArgs('noteSet', { entity: id('Norvik'), text: '  Watch\nthis  ' }))).toEqual({
      entity: id('Norvik'),
      text: 'Watch\nthis',
    });
    expect(await noteOf('Norvik')).toBe('Watch\nthis');
    boards.noteSet({ entity: id('Norvik'), text: '' });
    expect(await noteOf('Norvik')).toBe('');
  });

  it('survive another import, stand together on a merged entity, and part with it', async () => {
    const { store, articles, boards, id, corrections, correct, noteOf } = library();
    const [norvik, contara] = [id('Norvik'), id('Contara')];
    boards.noteSet({ entity: norvik, text: 'of Norvik' });
    boards.noteSet({ entity: contara, text: 'of Contara' });
    ingest(store, articles);
    expect(await noteOf('Contara')).toBe('of Contara');
    const merge = await correct({ verb: 'merge', entities: [norvik, contara] });
    expect((await noteOf('Norvik')).split('\n\n').sort()).toEqual(['of Contara', 'of Norvik']);
    await corrections.correctionUndo({ id: merge.correction.id });
    expect(await noteOf('Norvik')).toBe('of Norvik');

    const again = await correct({ verb: 'merge', entities: [norvik, contara] });
    boards.noteSet({ entity: contara, text: 'of both' });
    expect(await noteOf('Norvik')).toBe('of both');
    await corrections.correctionUndo({ id: again.correction.id });
    expect([await noteOf('Norvik'), await noteOf('Contara')]).toEqual(['of both', '']);
  });
});
