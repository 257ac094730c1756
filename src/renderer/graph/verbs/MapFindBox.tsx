import { ChevronDown, ChevronUp, SquareDashedMousePointer, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { announce } from '../../ui/Announcer.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './MapFindBox.module.css';
import type { MapFind } from './useMapFind.ts';

interface Props {
  find: MapFind;
  /** The match under the map's cursor. */
  at: NodeId | null;
  onGo: (id: NodeId) => void;
  /** The focus goes back to the map. */
  onClose: () => void;
}

/** A box that dims what does not match while one types. Enter goes through the matches, Esc clears. */
export const MapFindBox = ({ find, at, onGo, onClose }: Props) => {
  const app = useAppStore();
  const text = useApp(({ board }) => board.finding);
  const asked = useApp(({ board }) => board.searchFocus);
  const input = useRef<HTMLInputElement>(null);
  // closed until it is asked for again
  const [closedAt, setClosedAt] = useState(asked);
  const open = text !== '' || closedAt !== asked;
  const { matches, all } = find;
  const said = matches === null ? '' : matches.length === 0 ? 'No match' : `${formatCount(matches.length)} of ${formatCount(all)}`;

  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  if (!open) return null;

  const close = () => {
    app.getState().boardSearched('');
    setClosedAt(asked);
    onClose();
  };
  const step = (by: 1 | -1) => {
    if (!matches || matches.length === 0) return;
    const now = at === null ? -1 : matches.indexOf(at);
    const next = now < 0 ? (by > 0 ? 0 : matches.length - 1) : (now + by + matches.length) % matches.length;
    const id = matches[next];
    if (id !== undefined) onGo(id);
  };
  const selectAll = () => app.getState().nodesSelected(matches ?? []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) selectAll();
      else step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const none = !matches || matches.length === 0;
  return (
    <search className={styles.box}>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label="Find on the map"
        placeholder="Find on the map"
        value={text}
        onChange={(event) => app.getState().boardSearched(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoComplete="off"
      />
      <span className={styles.count}>{said}</span>
      <IconButton icon={ChevronUp} size="small" label="Previous match" shortcut="Shift+Enter" disabled={none} onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} size="small" label="Next match" shortcut="Enter" disabled={none} onClick={() => step(1)} />
      <IconButton
        icon={SquareDashedMousePointer}
        size="small"
        label="Select all matches"
        shortcut="Mod+Enter"
        disabled={none}
        onClick={selectAll}
      />
      <IconButton icon={X} size="small" label="Clear and close" shortcut="Escape" onClick={close} />
    </search>
  );
};
