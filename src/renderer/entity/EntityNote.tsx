import { StickyNote } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../shared/model.ts';
import type { Failure } from '../../shared/result.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import styles from './EntityNote.module.css';

interface Props {
  entity: EntityId;
  name: string;
  note: string;
}

const Editor = ({ entity, name, note, onDone }: Props & { onDone: () => void }) => {
  const noted = useApp((app) => app.entityNoted);
  const [text, setText] = useState(note);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // the button that asked for it is gone: the focus goes on here
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    setBusy(true);
    const why = await noted(entity, text.trim());
    setBusy(false);
    setFailure(why);
    if (why === null) onDone();
  };
  return (
    <div className={styles.note}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={`Note on ${name}`}
        placeholder="What to remember of it"
        rows={3}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          else return;
          event.preventDefault();
        }}
      />
      {failure === null ? null : (
        <p className={styles.failure} role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="small" disabled={busy} onClick={() => void save()}>
          Save the note
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
};

/** What the reader has noted on an entity, to be read and changed in its card. */
export const EntityNote = ({ entity, name, note }: Props) => {
  const readOnly = useApp(({ library }) => library.status?.readOnly ?? false);
  const [writing, setWriting] = useState<EntityId | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (writing === entity) {
    const done = () => {
      setWriting(null);
      requestAnimationFrame(() => button.current?.focus());
    };
    return <Editor entity={entity} name={name} note={note} onDone={done} />;
  }
  if (note === '') {
    if (readOnly) return null;
    return (
      <Button ref={button} className={styles.add} size="small" look="quiet" icon={StickyNote} onClick={() => setWriting(entity)}>
        Add a note
      </Button>
    );
  }
  return (
    <section className={styles.note} aria-label={`Note on ${name}`}>
      <p className={styles.text}>{note}</p>
      {readOnly ? null : (
        <Button ref={button} size="small" look="quiet" className={styles.change} onClick={() => setWriting(entity)}>
          Change the note
        </Button>
      )}
    </section>
  );
};
