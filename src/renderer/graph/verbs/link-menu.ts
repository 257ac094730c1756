import { Copy, Crosshair, Filter, Quote, Route, SquareDashedMousePointer } from 'lucide-react';
import { relationKinds } from '../../../shared/relations.ts';
import type { GraphLink } from '../../../shared/views.ts';
import type { App } from '../../state/app.ts';
import { kindsOf } from '../../state/board/seen.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { cutInMiddle, statementOf } from '../words.ts';
import { type MenuHelp, nodeOf } from './menu-help.ts';

const kindWords = (link: GraphLink): string =>
  kindsOf(link)
    .map((kind) => (kind === 'co-mention' ? 'named together' : kind === 'mention' ? 'story links' : relationKinds[kind].verb))
    .join(', ');

/** What can be done with a link. */
export const linkItems = (app: App, link: GraphLink, help: MenuHelp): MenuItem[] => {
  const { from, words, to } = statementOf(link);
  const [start, end] = [nodeOf(app, from), nodeOf(app, to)];
  const ends = [start, end].flatMap((node) => node ?? []);
  const { kindsOff } = app.board.filter;
  return [
    { id: 'evidence', label: 'Show its sentences', icon: Quote, shortcut: 'Enter', onChoose: () => help.openLink(link.id) },
    {
      id: 'ends',
      label: 'Select both ends',
      icon: SquareDashedMousePointer,
      apart: true,
      onChoose: () => app.nodesSelected([from, to]),
    },
    { id: 'paths', label: 'Other ways between the two', icon: Route, onChoose: () => app.pathRequested(from, to) },
    ...ends.map(({ id, name }, at) => ({
      id: `centre-${id}`,
      label: `Centre ${cutInMiddle(name)}`,
      icon: Crosshair,
      apart: at === 0,
      disabled: app.board.focus === id,
      onChoose: () => app.nodeFocused(id),
    })),
    {
      id: 'kind',
      label: `Hide all links of this kind (${kindWords(link)})`,
      icon: Filter,
      apart: true,
      onChoose: () => app.filterChanged({ kindsOff: [...new Set([...kindsOff, ...kindsOf(link)])] }),
    },
    {
      id: 'copy',
      label: 'Copy as text',
      icon: Copy,
      onChoose: () => help.copy(`${start?.name ?? ''} ${words} ${end?.name ?? ''}`, 'The link'),
    },
  ];
};
