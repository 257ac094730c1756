import type { LinkPort, NeighbourRow, NodeKey } from './ports.ts';
import type { Steps } from './steps.ts';

/** From so many stories on, an entity's pairs are read in steps: one in half of 16,000 stories has 44,000 pairs, read in 75 ms. */
const storiesAtOnce = 1000;
/** Keys in a step. */
const keysAtOnce = 8192;

/** The same as the port's `pairsOf`, in steps where there are many. `reach`: stories that name the entity. */
export function* readingPairs(port: LinkPort, key: NodeKey, reach: number): Steps<NeighbourRow[]> {
  if (reach <= storiesAtOnce) return port.pairsOf(key);
  const last = port.lastEntity();
  const pairs: NeighbourRow[] = [];
  for (let low = 0; low < last; low += keysAtOnce) {
    for (const pair of port.pairsOfWithin(key, low, low + keysAtOnce)) pairs.push(pair);
    yield;
  }
  return pairs;
}
