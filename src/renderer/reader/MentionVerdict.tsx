import { ArrowLeft, Ban, ChevronRight, type LucideIcon, Shapes, UserRoundSearch } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CorrectionScope, Verdict } from '../../shared/corrections.ts';
import { entityTypes } from '../../shared/model.ts';
import type { Failure } from '../../shared/result.ts';
import type { MentionCard } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { formatCount } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './MentionPopover.module.css';
import { SomebodyElse } from './SomebodyElse.tsx';

/** What the card asks: whether something is wrong, which type it is, who it is. */
export type View = 'start' | 'type' | 'somebody';

const steps: readonly { view: Exclude<View, 'start'>; label: string; icon: LucideIcon }[] = [
  { view: 'type', label: 'Other type…', icon: Shapes },
  { view: 'somebody', label: 'Somebody else…', icon: UserRoundSearch },
];

const questions: Record<View, (text: string) => string> = {
  start: () => 'Not right?',
  type: (text) => `What type is “${text}”?`,
  somebody: (text) => `Who or what is “${text}”?`,
};

interface Props {
  card: MentionCard;
  view: View;
  onView: (view: View) => void;
  /** While a correction is being made. */
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}

/** The ways to say that a mention was taken for the wrong thing, here or everywhere. Done at once; it can be undone. */
export const MentionVerdict = ({ card, view, onView, busy, onBusy, onDone }: Props) => {
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const correctionMade = useApp((app) => app.correctionMade);
  const [scope, setScope] = useState<CorrectionScope>('article');
  const [failure, setFailure] = useState<Failure | null>(null);
  const section = useRef<HTMLElement>(null);
  const left = useRef(view);
  const { article, start, end, text, alike, type } = card;

  // what had the focus is gone with the view it was in
  useEffect(() => {
    if (left.current !== view) {
      const first = view === 'start' ? `[data-step="${left.current}"]` : '[data-choice]:enabled';
      section.current?.querySelector<HTMLElement>(first)?.focus();
    }
    left.current = view;
  }, [view]);

  if (readOnly) return <p className={styles.note}>This library is open for reading only: nothing can be corrected here.</p>;

  const say = async (verdict: Verdict) => {
    if (busy) return;
    onBusy(true);
    setFailure(null);
    const why = await correctionMade({ article, start, end, scope, verdict });
    if (why === null) return onDone();
    onBusy(false);
    setFailure(why);
  };

  return (
    <section ref={section} className={styles.verdict} aria-label="Say what it is" aria-busy={busy}>
      <div className={styles.question}>
        {view === 'start' ? null : (
          <IconButton icon={ArrowLeft} label="Back" size="small" shortcut="Escape" onClick={() => onView('start')} />
        )}
        <h2 className={styles.heading}>{questions[view](text)}</h2>
      </div>
      <Segmented
        label="Which mentions"
        value={scope}
        onChange={setScope}
        options={[
          { value: 'article', label: `${formatCount(alike.here)} in this article` },
          { value: 'library', label: `${formatCount(alike.everywhere)} everywhere` },
        ]}
      />
      {view === 'start' ? (
        <ul className={styles.choices}>
          <li>
            <button type="button" className={styles.choice} aria-disabled={busy} onClick={() => void say({ verb: 'not-an-entity' })}>
              <Ban size={15} strokeWidth={1.75} aria-hidden="true" />
              Not an entity
            </button>
          </li>
          {steps.map(({ view: next, label, icon: Icon }) => (
            <li key={next}>
              <button type="button" className={styles.choice} data-step={next} aria-disabled={busy} onClick={() => onView(next)}>
                <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
                {label}
                <ChevronRight size={14} strokeWidth={1.75} className={styles.further} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {view === 'type' ? (
        <ul className={styles.choices}>
          {entityTypes.map((each) => (
            <li key={each}>
              <button
                type="button"
                className={styles.choice}
                data-choice=""
                disabled={each === type}
                aria-disabled={busy}
                onClick={() => void say({ verb: 'other-type', type: each })}
              >
                <TypeGlyph type={each} />
                {nodeTypeLabels[each].one}
                {each === type ? <span className={styles.further}>now</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {view === 'somebody' ? <SomebodyElse card={card} busy={busy} onChosen={(verdict) => void say(verdict)} /> : null}
      {busy ? (
        <div className={styles.busy}>
          <Progress label="Correcting" done={null} />
        </div>
      ) : null}
      {failure ? (
        <p className={styles.problem} role="alert">
          {`Nothing was changed: ${failure.message}${failure.hint ? `. ${failure.hint}` : ''}`}
        </p>
      ) : null}
    </section>
  );
};
