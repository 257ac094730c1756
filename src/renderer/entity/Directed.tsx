import { ArrowLeftRight, MoveRight } from 'lucide-react';
import type { NodeRef } from '../../shared/model.ts';
import type { Polarity, RelationKind } from '../../shared/relations.ts';
import { classes } from '../ui/classes.ts';
import styles from './EvidencePage.module.css';
import { isSymmetric, verbOf } from './statements.ts';

interface Props {
  kind: RelationKind;
  from: NodeRef;
  to: NodeRef;
  /** What is said of whether it holds, where all say the same. */
  polarity: Polarity | null;
}

/** A statement in its direction: `OpenAI acquired → io Products`; struck where it is denied, grey where it has ended. */
export const Directed = ({ kind, from, to, polarity }: Props) => {
  const Arrow = isSymmetric(kind) ? ArrowLeftRight : MoveRight;
  const held = polarity === 'denied' || polarity === 'ended' ? styles[polarity] : undefined;
  return (
    <>
      <span className={classes(held)}>{from.name}</span>
      <span className={styles.verb}>
        {verbOf(kind, true)}
        <Arrow size={14} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className={classes(held)}>{to.name}</span>
    </>
  );
};
