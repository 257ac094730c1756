import type { BoardFilter, LinkKind } from '../../../shared/board.ts';
import type { Args } from '../../../shared/contract.ts';
import { relationKinds } from '../../../shared/relations.ts';
import type { BoardFormat } from '../../../shared/views-export.ts';
import type { App } from '../../state/app.ts';
import type { Board } from '../../state/board/board.ts';
import { suggestedName } from '../../state/board/keeping.ts';
import { savedName } from '../../state/boards.ts';
import { seenIn } from '../../state/seen.ts';
import { plural } from '../../ui/format.ts';
import { nodeTypeLabels } from '../../ui/types.ts';

/** What an export of the board asks the core for. */

/** What to call what is exported: the board's own name, else what it shows. */
export const exportTitle = (app: Pick<App, 'board' | 'boards'>): string => savedName(app) ?? suggestedName(app.board);

const kindWords = (kind: LinkKind): string =>
  kind === 'co-mention' ? 'named together' : kind === 'mention' ? 'stories and what they are about' : relationKinds[kind].verb;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What the board leaves out on purpose, beyond articles: each a sentence. */
export const withoutWords = ({ filter, hidden, communities }: Pick<Board, 'filter' | 'hidden' | 'communities'>): string[] => {
  const { typesOff, kindsOff, communitiesOff, strength }: BoardFilter = filter;
  const said: string[] = [];
  if (typesOff.length > 0) said.push(`Without ${listed(typesOff.map((type) => nodeTypeLabels[type].many.toLowerCase()))}.`);
  if (kindsOff.length > 0) said.push(`Without links that say no more than: ${kindsOff.map(kindWords).join(', ')}.`);
  const off = communities.filter(({ head }) => communitiesOff.includes(head)).map(({ name }) => `“${name}”`);
  if (off.length > 0) said.push(`Without the ${off.length === 1 ? 'community' : 'communities'} ${listed(off)}.`);
  if (strength > 0) said.push(`Without links weaker than ${Math.round(strength * 100)} % of the strongest.`);
  if (hidden.size > 0) said.push(`${plural(hidden.size, 'node was', 'nodes were')} taken off the board by hand.`);
  return said;
};

/** The board as it is seen, as the core is asked to export it with so many sentences a link. */
export const askedExport = (
  app: Pick<App, 'board' | 'boards' | 'activity'>,
  format: BoardFormat,
  sentences: number,
): Args<'exportBoard'> => {
  const { board } = app;
  const { nodes, links } = seenIn(app);
  const names = new Map(board.communities.map(({ id, name }) => [id, name]));
  return {
    title: exportTitle(app),
    format,
    nodes: nodes.map(({ id, name, weight, community }) => ({
      id,
      name: name.slice(0, 1000),
      place: board.positions[id] ?? null,
      weight: Math.min(1, Math.max(0, weight)),
      community: names.get(community)?.slice(0, 2000) ?? null,
      pinned: board.pinned.has(id),
    })),
    links: links.map(({ id, strength }) => ({ id, strength: Math.min(1, Math.max(0, strength)) })),
    filter: { span: board.filter.span, publishersOff: [...board.filter.publishersOff] },
    without: withoutWords(board).map((line) => line.slice(0, 4000)),
    notes: board.notes.filter(({ text }) => text.trim() !== '').map(({ text }) => ({ text })),
    sentences,
  };
};
