import { beforeEach, expect, test, vi } from 'vitest';
import { checkedArgs } from '../../../shared/contract.ts';
import { createApp } from '../../state/app.ts';
import { memoryHost } from '../../state/memory-host.ts';
import { graphLink, graphNode, nodeId } from '../drawing/fixtures.ts';
import { askedExport, withoutWords } from './asked.ts';

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

const people = graphNode(2, { type: 'person', community: 1 });
const board = {
  nodes: [graphNode(1), people, graphNode(3)],
  links: [graphLink(nodeId(1), people.id), graphLink(nodeId(1), nodeId(3), { strength: 0.9 })],
  positions: { [nodeId(1)]: { x: 1, y: 2 } },
  communities: [
    { id: 0, name: 'Node 1, Node 3', size: 2, head: nodeId(1) },
    { id: 1, name: 'Node 2', size: 1, head: nodeId(2) },
  ],
  pinned: new Set([nodeId(1)]),
  notes: [
    { id: 'a', text: 'Look', x: 0, y: 0 },
    { id: 'b', text: ' ', x: 0, y: 0 },
  ],
};

const appWith = (part: object) => {
  const app = createApp(memoryHost().host);
  app.setState({ board: { ...app.getState().board, ...board, ...part } });
  return app.getState();
};

test('what is exported is what is seen, and what is not is said', () => {
  const before = appWith({});
  const { filter } = before.board;
  const app = appWith({
    filter: { ...filter, typesOff: ['person', 'place'], strength: 0.25, kindsOff: ['acquired'] },
    hidden: new Set([nodeId(9)]),
  });
  const asked = askedExport(app, 'gexf', 5);
  expect(checkedArgs('exportBoard', asked)).toMatchObject({ format: 'gexf', sentences: 5 });
  expect(asked.nodes.map(({ id }) => id)).toEqual([nodeId(1), nodeId(3)]);
  expect(asked.nodes[0]).toMatchObject({ place: { x: 1, y: 2 }, pinned: true, community: 'Node 1, Node 3' });
  expect(asked.nodes[1]).toMatchObject({ place: null, pinned: false });
  expect(asked.links).toEqual([{ id: board.links[1]?.id, strength: 0.9 }]);
  expect(asked.notes).toEqual([{ text: 'Look' }]);
  expect(asked.without).toEqual([
    'Without people and places.',
    'Without links that say no more than: acquired.',
    'Without links weaker than 25 % of the strongest.',
    '1 node was taken off the board by hand.',
  ]);
  expect(withoutWords({ ...app.board, filter: { ...filter, communitiesOff: [nodeId(2)] }, hidden: new Set() })).toEqual([
    'Without the community “Node 2”.',
  ]);
  expect(withoutWords(before.board)).toEqual([]);
});
