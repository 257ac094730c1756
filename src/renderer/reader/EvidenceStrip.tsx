import { useApp, useAppStore } from '../state/app.ts';
import { type DetailPage, passagesOf } from '../state/detail.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import styles from './StepStrip.module.css';
import { StepStrip } from './StepStrip.tsx';

/** `Passage 3 of 14 · OpenAI — DeepSeek`: steps through the passages of the link that one came from, and back to them. */
export const EvidenceStrip = ({ page }: { page: Extract<DetailPage, { kind: 'article' }> }) => {
  const store = useAppStore();
  const kept = useApp((app) => app.detail.evidence);
  const { passage } = page;
  if (!passage || kept?.link !== passage.link) return null;
  const total = passagesOf(kept.evidence).length;
  const { a, b } = kept.evidence;
  const { passageStepped, detailBack, evidenceOpened } = store.getState();
  const backToEvidence = () => {
    const { trail, at } = store.getState().detail;
    const before = trail[at - 1];
    if (before?.kind === 'evidence' && before.link === passage.link) detailBack();
    else evidenceOpened(passage.link);
  };
  return (
    <StepStrip
      label="Sentences of this link"
      previous="Previous passage"
      next="Next passage"
      onPrevious={passage.index > 0 ? () => passageStepped(-1) : null}
      onNext={passage.index + 1 < total ? () => passageStepped(1) : null}
    >
      <span className={styles.figure}>{`Passage ${formatCount(passage.index + 1)} of ${formatCount(total)} ·`}</span>
      <Button look="link" size="small" onClick={backToEvidence} title="Back to all sentences">
        <MiddleTruncate text={`${a.name} — ${b.name}`} />
      </Button>
    </StepStrip>
  );
};
