import { type ReactNode, useRef, useState } from 'react';
import type { Args } from '../../shared/contract.ts';
import type { Failure } from '../../shared/result.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Correct.module.css';
import { Correcting } from './Correcting.tsx';

export type EntityVerdictAsked = Args<'correctEntity'>['verdict'];

interface Props {
  title: string;
  /** What it does, on the button. */
  action: string;
  /** What would be said of the entity; null while that is not complete. */
  verdict: EntityVerdictAsked | null;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that makes one correction: closes when it is made, says why where it could not be. Done at once; it can be undone. */
export const CorrectDialog = ({ title, action, verdict, onClose, children }: Props) => {
  const entityCorrected = useApp((app) => app.entityCorrected);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const make = async () => {
    if (verdict === null || busy) return;
    setBusy(true);
    setFailure(null);
    const why = await entityCorrected(verdict);
    if (why === null) return onClose();
    setBusy(false);
    setFailure(why);
  };
  return (
    <Dialog open title={title} onClose={onClose} high firstFocus={() => body.current?.querySelector<HTMLElement>('input:enabled') ?? null}>
      <form
        className={styles.form}
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div ref={body} className={styles.body}>
          {children}
        </div>
        {failure ? (
          <p className={styles.problem} role="alert">
            {`Nothing was changed: ${failure.message}${failure.hint ? ` ${failure.hint}.` : ''}`}
          </p>
        ) : null}
        <footer className={styles.foot}>
          <Correcting busy={busy} />
          <Button onClick={onClose}>{busy ? 'Close' : 'Cancel'}</Button>
          <Button type="submit" look="primary" disabled={verdict === null || busy}>
            {action}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
};
