import type { Passage } from '../../shared/views.ts';
import { Button } from '../ui/Button.tsx';
import { Confidence } from '../ui/Confidence.tsx';
import { confidenceFigure, confidenceWord } from '../ui/confidence.ts';
import { Popover } from '../ui/Popover.tsx';
import styles from './WhyLink.module.css';
import { ruleWords } from './why.ts';

interface Props {
  relation: NonNullable<Passage['relation']>;
  /** Whether Tab leads here. */
  current: boolean;
}

/** How sure it is that the sentence states the relation; a click tells which rule spoke. */
export const WhyLink = ({ relation, current }: Props) => {
  const { confidence, rule } = relation;
  return (
    <Popover
      label="Why this link"
      align="end"
      trigger={
        <Button
          look="quiet"
          size="small"
          className={styles.why}
          tabIndex={current ? 0 : -1}
          title="Why this link"
          aria-label={`${confidenceWord(confidence)} ${confidenceFigure(confidence)}: why this link`}
        >
          {confidenceWord(confidence)}
        </Button>
      }
    >
      <div className={styles.card}>
        <p className={styles.title}>Why this link</p>
        <p className={styles.line}>
          <span className={styles.term}>What spoke</span>
          <span>{ruleWords(rule)}</span>
        </p>
        <p className={styles.line}>
          <span className={styles.term}>How sure</span>
          <Confidence value={confidence} />
        </p>
      </div>
    </Popover>
  );
};
