import type { Core } from 'cytoscape';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp } from '../../state/app.ts';
import { type PlaceOf, useFollow } from '../canvas/useFollow.ts';
import type { Fit } from '../drawing/camera.ts';
import { Note } from './Note.tsx';
import styles from './Notes.module.css';
import { boardPoint, canvasPoint, freshPlace, noteScale, type View } from './places.ts';

const viewOf = (cy: Core, fit: Fit): View => ({ zoom: cy.zoom(), pan: cy.pan(), fit });

/** The notes of the board, over the map at their places. */
export const Notes = ({ cy, fit }: { cy: Core | null; fit: Fit }) => {
  const layer = useRef<HTMLDivElement>(null);
  const notes = useApp(({ board }) => board.notes);
  const wanted = useApp(({ boards }) => boards.noteWanted);
  const noteAdded = useApp((app) => app.noteAdded);
  const [fresh, setFresh] = useState<string | null>(null);
  const answered = useRef(wanted.count);

  useEffect(() => {
    if (!cy || wanted.count === answered.current) return;
    answered.current = wanted.count;
    const box = layer.current?.getBoundingClientRect();
    const view = viewOf(cy, fit);
    const at = wanted.at && box ? { x: wanted.at.x - box.x, y: wanted.at.y - box.y } : freshPlace(view, notes);
    setFresh(noteAdded(boardPoint(view, at)));
  }, [cy, fit, notes, wanted, noteAdded]);

  const placeOf = useCallback<PlaceOf>(
    (child, core) => {
      const note = notes.find(({ id }) => id === child.dataset.note);
      child.style.scale = String(noteScale(core.zoom()));
      return note ? canvasPoint(viewOf(core, fit), note) : null;
    },
    [notes, fit],
  );
  useFollow(cy, layer, placeOf);

  return (
    <div ref={layer} className={styles.layer}>
      {notes.map((note) => (
        <Note
          key={note.id}
          note={note}
          fresh={note.id === fresh}
          unitsOf={({ x, y }) => (cy ? { x: x / cy.zoom() / fit.x, y: y / cy.zoom() / fit.y } : { x: 0, y: 0 })}
          onGone={() => cy?.container()?.focus()}
        />
      ))}
    </div>
  );
};
