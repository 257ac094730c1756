import { useMemo } from 'react';
import type { Point } from '../../../shared/views.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { Menu } from '../../ui/Menu.tsx';
import { type MenuSubject, mapMenu } from './map-menu.ts';
import type { MenuHelp } from './menu-help.ts';
import { useCopy } from './useCopy.ts';

export interface MenuPlace {
  subject: MenuSubject;
  /** In px of the window. */
  at: Point;
}

interface Props extends Omit<MenuHelp, 'copy' | 'addNote' | 'fit'> {
  fit?: () => void;
  place: MenuPlace | null;
  onClose: () => void;
}

/** What can be done with a node, a link, the selection or the map: at the pointer, or at the thing itself. */
export const MapMenu = ({ place, onClose, openNode, openLink, fit }: Props) => {
  const app = useAppStore();
  const copy = useCopy();
  // a menu that is open is about the board as it is: one that changes under it (an answer that came) is another menu
  useApp(({ board }) => board);
  const anchor = useMemo(() => place && { getBoundingClientRect: () => new DOMRect(place.at.x, place.at.y, 0, 0) }, [place]);
  const addNote = () => app.getState().noteRequested(place?.at);
  const menu = place && mapMenu(app.getState(), place.subject, { openNode, openLink, addNote, copy, ...(fit ? { fit } : {}) });
  if (!menu) return null;
  return <Menu label={menu.label} items={menu.items} open onOpenChange={(open) => !open && onClose()} anchor={anchor} />;
};
