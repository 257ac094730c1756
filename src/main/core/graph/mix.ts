import { type NodeType, nodeTypes } from '../../../shared/model.ts';

/** A candidate for a place in a neighbourhood. */
export interface Ranked {
  type: NodeType;
  score: number;
}

/** The most of a type in a block, as a share of it: 12 stories and 8 places among 40. */
const atMost: Partial<Record<NodeType, number>> = { story: 0.3, place: 0.2 };
/** What a block holds at least where there are any: the product is about companies, people and their stories. */
const atLeast: Partial<Record<NodeType, number>> = { company: 0.15, person: 0.15, story: 0.15 };

/**
 * The same candidates (which must come strongest first) in blocks of `size`, each block a mix that can be drawn, strongest
 * first within. A limit on a type holds only while other types are left, so nothing is lost. Answers the first `most` of them.
 */
export const mixed = <Item extends Ranked>(ranked: readonly Item[], size: number, most = ranked.length): Item[] => {
  const queues = new Map<NodeType, { items: Item[]; next: number }>(nodeTypes.map((type) => [type, { items: [], next: 0 }]));
  for (const item of ranked) queues.get(item.type)?.items.push(item);
  const ordered: Item[] = [];

  const takeBest = (from: readonly NodeType[], block: Item[]): NodeType | null => {
    let best: { type: NodeType; item: Item } | null = null;
    for (const type of from) {
      const queue = queues.get(type);
      const item = queue?.items[queue.next];
      if (item !== undefined && (best === null || item.score > best.item.score)) best = { type, item };
    }
    if (best === null) return null;
    const queue = queues.get(best.type);
    if (queue !== undefined) queue.next += 1;
    block.push(best.item);
    return best.type;
  };

  while (ordered.length < Math.min(most, ranked.length)) {
    const block: Item[] = [];
    for (const [type, share] of Object.entries(atLeast) as [NodeType, number][]) {
      for (let count = 0; count < Math.floor(share * size); count += 1) if (takeBest([type], block) === null) break;
    }
    const left = new Map(nodeTypes.map((type) => [type, Math.ceil((atMost[type] ?? 1) * size)]));
    for (const { type } of block) left.set(type, (left.get(type) ?? 0) - 1);
    while (block.length < size) {
      const taken = takeBest(
        nodeTypes.filter((type) => (left.get(type) ?? 0) > 0),
        block,
      );
      if (taken === null) break;
      left.set(taken, (left.get(taken) ?? 0) - 1);
    }
    while (block.length < size && takeBest(nodeTypes, block) !== null);
    ordered.push(...block.sort((left, right) => right.score - left.score));
  }
  return ordered.slice(0, most);
};
