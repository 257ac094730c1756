import { CircleSlash2 } from 'lucide-react';
import type { Passage } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { EntityVerdictAsked } from './CorrectDialog.tsx';
import styles from './PassageItem.module.css';

interface Props {
  passage: Passage & { relation: NonNullable<Passage['relation']> };
  /** The whole statement, by name: `Google acquired DeepMind`. */
  says: string;
  /** Whether Tab leads here. */
  current: boolean;
}

/** Says that what a sentence is taken to state is wrong: of this sentence, or wherever it is said of these two. */
export const WrongRelation = ({ passage, says, current }: Props) => {
  const entityCorrected = useApp((app) => app.entityCorrected);
  const problemOccurred = useApp((app) => app.problemOccurred);
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const busy = useApp((app) => app.corrections.making > 0);
  const { article, relation } = passage;
  if (readOnly) return null;
  const say = async (more: Partial<Extract<EntityVerdictAsked, { verb: 'wrong-relation' }>>) => {
    const { kind, from, to } = relation;
    const failure = await entityCorrected({ verb: 'wrong-relation', subject: from, object: to, kind, ...more });
    if (failure) problemOccurred('The relation could not be corrected', failure);
  };
  return (
    <Menu
      label={`“${says}” is wrong`}
      align="end"
      trigger={
        <Button
          look="quiet"
          size="small"
          icon={CircleSlash2}
          className={styles.wrong}
          tabIndex={current ? 0 : -1}
          disabled={busy}
          title="Wrong relation"
          aria-label={`Wrong relation: ${says}`}
        />
      }
      items={[
        {
          id: 'sentence',
          label: 'Wrong relation in this sentence',
          onChoose: () => void say({ status: relation.status, sentence: { article: article.id, start: relation.at } }),
        },
        { id: 'everywhere', label: 'Wrong relation everywhere between these two', onChoose: () => void say({}) },
      ]}
    />
  );
};
