import { describe, expect, test } from 'vitest';
import { matchesOf, unlikeOf } from './find.ts';
import { graphLink, graphNode, nodeId } from './fixtures.ts';

const nvidia = graphNode(1, { name: 'NVIDIA', weight: 0.4, community: 0 });
const huang = graphNode(2, { name: 'Jensen Huang', type: 'person', weight: 0.9, community: 0 });
const citroen = graphNode(3, { name: 'Citroën', weight: 0.2, community: 1 });
const nodes = [nvidia, huang, citroen];
const communities = [
  { id: 0, name: 'NVIDIA, Jensen Huang', size: 2, head: nodeId(1) },
  { id: 1, name: 'Renault', size: 1, head: nodeId(3) },
];
const found = (text: string) => matchesOf(nodes, communities, text);

describe('finding on the map', () => {
  test('goes by the beginnings of words, without case and accents', () => {
    expect(found('hua JEN')).toEqual([huang.id]);
    expect(found('citroe')).toEqual([citroen.id]);
    expect(found('uang')).toEqual([]);
    expect(found(' – ')).toBeNull();
  });

  test('goes by types and communities where no name fits', () => {
    expect(found('compan')).toEqual([nvidia.id, citroen.id]);
    expect(found('renault')).toEqual([citroen.id]);
    expect(found('nvidia')).toEqual([nvidia.id]);
    expect(found('nvidia person')).toEqual([huang.id]);
  });

  test('leaves nodes and the links that have one of them', () => {
    const [one, other] = [graphLink(nvidia.id, huang.id), graphLink(nvidia.id, citroen.id)];
    expect(unlikeOf(nodes, [one, other], [nvidia.id, huang.id])).toEqual(new Set([citroen.id, other.id]));
  });
});
