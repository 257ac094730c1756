import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import { boardBounds } from '../../../shared/board.ts';
import type { Failure } from '../../../shared/result.ts';
import { useApp } from '../../state/app.ts';
import type { Naming } from '../../state/boards.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './NameDialog.module.css';

const NameForm = ({ naming, input }: { naming: Naming; input: RefObject<HTMLInputElement | null> }) => {
  const field = useId();
  const boardNamed = useApp((app) => app.boardNamed);
  const ended = useApp((app) => app.boardNamingEnded);
  const [name, setName] = useState(naming.name);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const named = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || name.trim() === '') return;
    setBusy(true);
    setFailure(await boardNamed(name.trim()));
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void named(event)}>
      <label htmlFor={field} className={styles.label}>
        Name
      </label>
      <input
        ref={input}
        id={field}
        className={styles.input}
        type="text"
        value={name}
        maxLength={boardBounds.nameLength}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={failure !== null}
        aria-describedby={failure === null ? undefined : `${field}-why`}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setFailure(null);
        }}
      />
      {failure === null ? null : (
        <p id={`${field}-why`} className={styles.failure} role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={ended}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy || name.trim() === ''}>
          {naming.id === null ? 'Save' : 'Rename'}
        </Button>
      </div>
    </form>
  );
};

/** Asks what a board is to be called; Enter takes the name. */
export const NameDialog = () => {
  const naming = useApp(({ boards }) => boards.naming);
  const ended = useApp((app) => app.boardNamingEnded);
  const input = useRef<HTMLInputElement>(null);
  const title = naming === null || naming.id === null ? 'Save the board' : 'Rename the board';
  return (
    <Dialog open={naming !== null} onClose={ended} title={title} width="narrow" high firstFocus={() => input.current}>
      {naming === null ? null : <NameForm naming={naming} input={input} />}
    </Dialog>
  );
};
