import { PanelRight } from 'lucide-react';
import type { MentionCard } from '../../shared/views.ts';
import { aliasSentence, CorrectionLines } from '../entity/index.ts';
import { useApp } from '../state/app.ts';
import { aType } from '../state/correction-words.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './MentionPopover.module.css';

interface Props {
  card: MentionCard;
  /** The name alone, while one says what it is instead. */
  brief: boolean;
  onClose: () => void;
}

/** What a mention was taken for: entity, type, how sure, what spoke for it, and what was corrected. */
export const MentionWhat = ({ card, brief, onClose }: Props) => {
  const entityOpened = useApp((app) => app.entityOpened);
  const { entity, type, text, confidence, reason, alias, why, corrections } = card;
  // what was corrected is listed below
  const whoWords = alias === 'correction' ? null : ((why === 'corrected' ? null : why) ?? aliasSentence(text, entity.name, alias));
  const typeSaid = corrections.some(({ verdict }) => verdict.verb === 'other-type');
  return (
    <section className={styles.what} aria-label="What was decided">
      <div className={styles.title}>
        <TypeGlyph type={entity.type} size={16} />
        <p className={styles.name}>{entity.name}</p>
        <IconButton
          icon={PanelRight}
          label="Open its card"
          size="small"
          onClick={() => {
            onClose();
            entityOpened(entity.id);
          }}
        />
      </div>
      {brief ? null : (
        <>
          <p className={styles.line}>
            <span>{nodeTypeLabels[entity.type].one}</span>
            <Confidence value={confidence} />
          </p>
          {type === entity.type ? null : <p>{`Here it ${typeSaid ? 'counts' : 'was read'} as ${aType[type]}.`}</p>}
          <dl className={styles.reasons}>
            <dt>What spoke</dt>
            <dd>{reason === '' ? 'not kept by the version that read this article' : reason}</dd>
            {whoWords === null ? null : (
              <>
                <dt>Why this one</dt>
                <dd>{whoWords}</dd>
              </>
            )}
          </dl>
          {corrections.length === 0 ? null : (
            <div className={styles.corrected}>
              <CorrectionLines label="Corrections that hold here" corrections={corrections} here />
            </div>
          )}
        </>
      )}
    </section>
  );
};
