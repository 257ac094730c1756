import type { Neighbour } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './Strongest.module.css';
import { useNodeShown } from './useNodeShown.ts';

/** The neighbours of an entity that say most about it: a click on the name centres it, on the count shows why. */
export const Strongest = ({ neighbours }: { neighbours: readonly Neighbour[] }) => {
  const evidenceOpened = useApp((app) => app.evidenceOpened);
  const nodeShown = useNodeShown();
  const most = Math.max(...neighbours.map(({ link }) => link.strength), Number.EPSILON);
  return (
    <ul className={styles.list}>
      {neighbours.map(({ node, link }) => (
        <li key={node.id} className={styles.line} data-type={node.type}>
          <button type="button" className={styles.node} onClick={() => nodeShown(node.id)}>
            <TypeGlyph type={node.type} size={14} labelled />
            <MiddleTruncate text={node.name} />
          </button>
          <span className={styles.bar} aria-hidden="true">
            <span className={styles.fill} style={{ width: `${Math.round((link.strength / most) * 100)}%` }} />
          </span>
          <Button look="quiet" size="small" className={styles.evidence} onClick={() => evidenceOpened(link.id)}>
            {link.sentences > 0 ? plural(link.sentences, 'sentence') : plural(link.articles, 'article')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
