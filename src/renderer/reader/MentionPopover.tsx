import { type RefObject, useState } from 'react';
import type { Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { useAsked } from '../state/asked.ts';
import { FailureState } from '../ui/FailureState.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './MentionPopover.module.css';
import { MentionVerdict, type View } from './MentionVerdict.tsx';
import { MentionWhat } from './MentionWhat.tsx';

interface Props {
  article: ArticleView;
  place: Span;
  anchor: HTMLElement;
  scroller: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What was decided about one name in the text, why, and how to say that it is something else. */
export const MentionPopover = ({ article, place, anchor, scroller, onClose }: Props) => {
  const [busy, setBusy] = useState(false);
  // a correction may take the name away: it is not asked for again before the card has closed
  const { value, loading } = useAsked('mention', busy ? null : { article: article.id, ...place });
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  const card = value ?? (busy ? kept : null);
  const [view, setView] = useState<View>('start');
  return (
    <Popover
      label={`What is “${article.text.slice(place.start, place.end)}”?`}
      open
      anchor={anchor}
      sheetFirst
      returnTo={() => (anchor.matches('a') && anchor.isConnected ? anchor : scroller.current)}
      onOpenChange={(open, byEscape) => {
        if (open) return;
        if (byEscape && view !== 'start') setView('start');
        else onClose();
      }}
    >
      <div className={styles.card}>
        {card ? (
          <>
            <MentionWhat card={card} brief={view !== 'start'} onClose={onClose} />
            <MentionVerdict card={card} view={view} onView={setView} busy={busy} onBusy={setBusy} onDone={onClose} />
          </>
        ) : loading.state === 'failed' ? (
          <FailureState title="What is known of this name could not be fetched" failure={loading.failure} />
        ) : (
          <Skeleton lines={4} label="Fetching what is known of this name" />
        )}
      </div>
    </Popover>
  );
};
