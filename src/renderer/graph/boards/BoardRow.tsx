import { Check, Copy, Pencil, Trash2 } from 'lucide-react';
import type { SavedBoard } from '../../../shared/views-boards.ts';
import { formatDate, plural } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MiddleTruncate } from '../../ui/MiddleTruncate.tsx';
import styles from './BoardsMenu.module.css';

interface Props {
  board: SavedBoard;
  /** It is the one on the map. */
  current: boolean;
  readOnly: boolean;
  onOpen: () => void;
  onRename: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

/** A saved board in the list: a click opens it, the buttons beside change it. */
export const BoardRow = ({ board, current, readOnly, onOpen, onRename, onDuplicate, onDelete }: Props) => {
  const { name, began, nodes, savedAt } = board;
  return (
    <li className={styles.row} data-current={current}>
      <button type="button" className={styles.open} aria-current={current ? 'true' : undefined} onClick={onOpen}>
        <span className={styles.name}>
          <MiddleTruncate text={name} />
          {current ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}
        </span>
        <span className={styles.about}>{`${began === name ? '' : `${began} · `}${plural(nodes, 'node')} · ${formatDate(savedAt)}`}</span>
      </button>
      {readOnly ? null : (
        <span className={styles.actions}>
          <IconButton icon={Pencil} label={`Rename ${name}`} size="small" side="top" onClick={onRename} />
          <IconButton icon={Copy} label={`Duplicate ${name}`} size="small" side="top" onClick={onDuplicate} />
          <IconButton icon={Trash2} label={`Delete ${name}`} size="small" side="top" onClick={onDelete} />
        </span>
      )}
    </li>
  );
};
