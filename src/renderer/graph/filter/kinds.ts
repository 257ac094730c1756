import type { LinkKind } from '../../../shared/board.ts';
import { type RelationKind, relationKinds } from '../../../shared/relations.ts';

/** The kinds of link by what they are about, as the filter lists them. */
export const kindGroups: readonly { label: string; kinds: readonly LinkKind[] }[] = [
  { label: 'Ownership', kinds: ['founded', 'acquired', 'merged_with', 'invested_in', 'owns', 'spun_off_from'] },
  { label: 'People', kinds: ['leads', 'works_for', 'left', 'succeeded', 'board_member_of', 'met_with'] },
  { label: 'Business', kinds: ['partners_with', 'supplies', 'uses', 'competes_with', 'develops', 'located_in'] },
  { label: 'Disputes', kinds: ['sued', 'accused', 'restricts'] },
  { label: 'Without a statement', kinds: ['co-mention', 'mention'] },
];

export const allKinds: readonly LinkKind[] = kindGroups.flatMap(({ kinds }) => kinds);

const isRelation = (kind: LinkKind): kind is RelationKind => kind in relationKinds;

/** A kind of link as the filter calls it. */
export const kindLabel = (kind: LinkKind): string => {
  if (!isRelation(kind)) return kind === 'mention' ? 'Reported in a story' : 'Named together';
  const { verb } = relationKinds[kind];
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
};
