import { type BoardFilter, noFilter } from '../../../shared/board.ts';
import type { NodeId } from '../../../shared/model.ts';
import { formatRange } from '../../ui/format.ts';
import { nodeTypeLabels } from '../../ui/types.ts';
import { allKinds, kindLabel } from './kinds.ts';

/** A part of the filter that is set, in a few words, and what takes it away. */
export interface FilterChip {
  id: keyof BoardFilter;
  words: string;
  without: Partial<BoardFilter>;
}

/** What the filter's lists can name on this board. */
interface Known {
  communities: readonly { head: NodeId; name: string }[];
  publishers: readonly string[];
}

/** A publisher as the window calls it; articles may name none. */
export const publisherLabel = (name: string): string => (name === '' ? 'No publisher named' : name);

const wordsOf = <Key>(off: readonly Key[], all: readonly Key[], label: (key: Key) => string, many: string): string => {
  const on = all.filter((key) => !off.includes(key));
  const [left] = on;
  const [gone] = off;
  if (left === undefined && all.length > 0) return `No ${many}`;
  if (left !== undefined && on.length === 1 && off.length > 1) return `Only ${label(left)}`;
  return off.length === 1 && gone !== undefined ? `Without ${label(gone)}` : `${off.length} ${many} off`;
};

const spanWords = ({ from, to }: BoardFilter['span']): string => {
  if (from !== null && to !== null) return formatRange(from, to);
  return from === null ? `Until ${formatRange(null, to)}` : `Since ${formatRange(from, null)}`;
};

/** The strength of a link as the filter writes it. */
export const strengthWords = (strength: number): string => `${Math.round(strength * 100)} %`;

/** The parts of a filter that are set, in a fixed order. */
export const chipsOf = (filter: BoardFilter, { communities, publishers }: Known): FilterChip[] => {
  const chips: FilterChip[] = [];
  const add = (id: FilterChip['id'], words: string) => chips.push({ id, words, without: { [id]: noFilter[id] } });
  const { typesOff, kindsOff, communitiesOff, publishersOff, strength, span } = filter;
  if (typesOff.length > 0) {
    const types = typesOff.map((type) => nodeTypeLabels[type].many.toLowerCase());
    add('typesOff', types.length > 2 ? `${types.length} types off` : `Without ${types.join(' and ')}`);
  }
  if (strength > 0) add('strength', `Strength from ${strengthWords(strength)}`);
  if (kindsOff.length > 0)
    add(
      'kindsOff',
      wordsOf(kindsOff, allKinds, (kind) => `“${kindLabel(kind).toLowerCase()}”`, 'kinds of link'),
    );
  if (communitiesOff.length > 0) {
    const names = new Map(communities.map(({ head, name }) => [head, name]));
    const heads = communities.map(({ head }) => head);
    add(
      'communitiesOff',
      wordsOf(communitiesOff, heads, (head) => names.get(head) ?? 'one community', 'communities'),
    );
  }
  if (publishersOff.length > 0) add('publishersOff', wordsOf(publishersOff, publishers, publisherLabel, 'publishers'));
  if (span.from !== null || span.to !== null) add('span', spanWords(span));
  return chips;
};
