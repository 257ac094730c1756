import type { EntityCard } from '../../shared/views.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Fold } from '../ui/Fold.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './Why.module.css';
import { aliasWords } from './why.ts';

interface Line {
  words: string;
  note?: string | null;
  count: number;
}

const Lines = ({ title, lines, unit }: { title: string; lines: readonly Line[]; unit: string }) => (
  <div className={styles.part}>
    <h2 className={styles.title}>{title}</h2>
    <ul>
      {lines.map(({ words, note, count }) => (
        <li key={words} className={styles.line}>
          <span className={styles.words}>
            {words}
            {note ? <span className={styles.note}>{note}</span> : null}
          </span>
          <span className={styles.count} title={plural(count, unit)}>
            {formatCount(count)}
          </span>
        </li>
      ))}
    </ul>
  </div>
);

/** What an entity is and how sure that is; why, once one asks. */
export const Why = ({ card }: { card: EntityCard }) => {
  const { node, reasons, types, aliases, confidence } = card;
  const mixed = types.some(({ type }) => type !== node.type);
  const others = aliases.filter(({ name }) => name !== node.name);
  return (
    <Fold
      className={styles.why}
      label="Why"
      describes={`Why ${node.name} is taken for ${node.type === 'organization' ? 'an' : 'a'} ${node.type}`}
      head={
        <span className={styles.head}>
          <span>{nodeTypeLabels[node.type].one}</span>
          <Confidence value={confidence} />
        </span>
      }
    >
      <div className={styles.parts}>
        {reasons.length === 0 ? (
          <p>The version that read its articles kept no reasons.</p>
        ) : (
          <Lines
            title="What spoke for it, in how many mentions"
            unit="mention"
            lines={reasons.map(({ reason, mentions }) => ({ words: reason, count: mentions }))}
          />
        )}
        {mixed ? (
          <Lines
            title="Read as"
            unit="mention"
            lines={types.map(({ type, mentions }) => ({ words: nodeTypeLabels[type].one, count: mentions }))}
          />
        ) : null}
        {others.length === 0 ? null : (
          <Lines
            title="Other names"
            unit="mention"
            lines={others.map(({ name, reason, count }) => ({ words: name, note: aliasWords(reason), count }))}
          />
        )}
      </div>
    </Fold>
  );
};
