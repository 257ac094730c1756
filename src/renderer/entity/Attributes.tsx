import type { RelationAttribute } from '../../shared/extraction.ts';
import { formatCount } from '../ui/format.ts';
import styles from './Attributes.module.css';

interface Props {
  attributes: readonly { attribute: RelationAttribute; words: readonly string[]; more?: number }[];
}

/** What is said besides of a relation: `role chief executive, CEO`, `amount $6.5 billion`. Nothing where nothing is. */
export const Attributes = ({ attributes }: Props) =>
  attributes.length === 0 ? null : (
    <dl className={styles.attributes}>
      {attributes.map(({ attribute, words, more = 0 }) => (
        <div key={attribute} className={styles.attribute}>
          <dt>{attribute}</dt>
          <dd>
            {words.join(', ')}
            {more > 0 ? <span className={styles.more}>{` and ${formatCount(more)} more`}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
