import { ArrowLeftRight, MoveRight } from 'lucide-react';
import type { NodeRef } from '../../shared/model.ts';
import type { EvidenceGroup } from '../../shared/views.ts';
import { classes } from '../ui/classes.ts';
import styles from './EvidencePage.module.css';
import { StatusBadge } from './StatusBadge.tsx';
import { isSymmetric, verbOf } from './statements.ts';

interface Props {
  relation: NonNullable<EvidenceGroup['relation']>;
  a: NodeRef;
  b: NodeRef;
}

/** What a group of passages states: `OpenAI acquired → io Products`, with its status. */
export const Directed = ({ relation, a, b }: Props) => {
  const [from, to] = relation.from === a.id ? [a, b] : [b, a];
  const Arrow = isSymmetric(relation.kind) ? ArrowLeftRight : MoveRight;
  const held = relation.status === 'denied' || relation.status === 'ended' ? styles[relation.status] : undefined;
  return (
    <>
      <span className={classes(held)}>{from.name}</span>
      <span className={styles.verb}>
        {verbOf(relation.kind, true)}
        <Arrow size={14} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className={classes(held)}>{to.name}</span>
      <StatusBadge status={relation.status} />
    </>
  );
};
