import { GripHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { type BoardNote, boardBounds } from '../../../shared/board.ts';
import type { Point } from '../../../shared/views.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Notes.module.css';

interface Props {
  note: BoardNote;
  /** It was added just now: the user wants to write. */
  fresh: boolean;
  /** How far px on the screen are on the board. */
  unitsOf: (px: Point) => Point;
  /** It is removed, and the focus with it. */
  onGone: () => void;
}

/** px that one press of an arrow moves a note. */
const stepPx = 8;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A note on the map: written in place, moved by its head with the pointer or the arrows, deleted there as well. */
export const Note = ({ note, fresh, unitsOf, onGone }: Props) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const drag = useRef<{ from: Point; at: Point } | null>(null);
  const changed = useApp((app) => app.noteChanged);
  const removed = useApp((app) => app.noteRemoved);
  const settled = useApp((app) => app.changeSettled);
  const { id, text, x, y } = note;

  useEffect(() => {
    if (fresh) field.current?.focus({ preventScroll: true });
  }, [fresh]);

  const remove = () => {
    removed(id);
    onGone();
  };
  const grabbed = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: { x: event.clientX, y: event.clientY }, at: { x, y } };
  };
  const dragged = (event: PointerEvent) => {
    if (!drag.current) return;
    const { from, at } = drag.current;
    const by = unitsOf({ x: event.clientX - from.x, y: event.clientY - from.y });
    if (by.x !== 0 || by.y !== 0) changed(id, { x: at.x + by.x, y: at.y + by.y }, `move note ${id}`);
  };
  const dropped = () => {
    drag.current = null;
    settled();
  };
  const pressed = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow) {
      const far = event.shiftKey ? stepPx * 5 : stepPx;
      const by = unitsOf({ x: arrow.x * far, y: arrow.y * far });
      changed(id, { x: x + by.x, y: y + by.y }, `move note ${id}`);
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Enter') field.current?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <fieldset className={styles.note} data-note={id} aria-label="Note">
      <div className={styles.head}>
        <button
          type="button"
          className={styles.grip}
          aria-label="Move the note"
          aria-description="Arrows move it, Enter writes, Delete removes it."
          title="Move"
          onPointerDown={grabbed}
          onPointerMove={dragged}
          onPointerUp={dropped}
          onPointerCancel={dropped}
          onKeyDown={pressed}
          onKeyUp={settled}
          onBlur={settled}
        >
          <GripHorizontal size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <IconButton icon={X} label="Delete the note" size="small" side="top" className={styles.remove} onClick={remove} />
      </div>
      <textarea
        ref={field}
        className={styles.text}
        aria-label="Text of the note"
        placeholder="Write a note"
        rows={2}
        value={text}
        maxLength={boardBounds.noteLength}
        onChange={(event) => changed(id, { text: event.currentTarget.value }, `write note ${id}`)}
        onKeyDown={(event) => {
          // nothing was written, nothing is left
          if (event.key !== 'Escape' || text.trim() !== '') return;
          event.preventDefault();
          remove();
        }}
        onBlur={settled}
      />
    </fieldset>
  );
};
