import type { ArticleId, EntityId } from '../../shared/model.ts';
import { useAsked } from '../state/asked.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { confidenceWord } from '../ui/confidence.ts';
import { formatRange, plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './EntityPeek.module.css';

/** Neighbours and aliases that a small card has room for. */
const mostNeighbours = 4;
const mostAliases = 4;

/** An entity's card at a glance: what it is, how it is called, how often it is in the news, who stands closest. */
export const EntityPeek = ({ id, article }: { id: EntityId; article: ArticleId }) => {
  const { value: card, loading } = useAsked('entity', { id, article });
  if (!card) {
    return (
      <div className={styles.peek}>
        {loading.state === 'failed' ? <p>{loading.failure.message}</p> : <Skeleton lines={3} label="Fetching the card" />}
      </div>
    );
  }
  const { node, inArticle } = card;
  const others = card.aliases.filter((alias) => alias.name !== node.name).slice(0, mostAliases);
  const sure = confidenceWord(card.confidence) === 'sure';
  const range = formatRange(card.first, card.last);
  const strongest = card.strongest.slice(0, mostNeighbours);
  const most = Math.max(...strongest.map(({ link }) => link.strength), Number.EPSILON);
  return (
    <div className={styles.peek}>
      <p className={styles.name}>
        <TypeGlyph type={node.type} size={16} />
        {node.name}
      </p>
      <p className={styles.line}>
        {nodeTypeLabels[node.type].one}
        {sure ? null : (
          <>
            {' · '}
            <Confidence value={card.confidence} />
          </>
        )}
        {others.length === 0 ? null : ` · also ${others.map((alias) => alias.name).join(', ')}`}
      </p>
      <p className={styles.line}>
        {`In ${plural(node.articles, 'article')}`}
        {inArticle ? `, ${plural(inArticle.mentions, 'time')} in this one` : null}
        {range === '' ? null : <span className={styles.quiet}>{` · ${range}`}</span>}
      </p>
      {strongest.length === 0 ? null : (
        <ul className={styles.links} aria-label="Strongest connections">
          {strongest.map((neighbour) => (
            <li key={neighbour.node.id} className={styles.link} data-type={neighbour.node.type}>
              <span className={styles.node}>
                <TypeGlyph type={neighbour.node.type} size={13} labelled />
                <MiddleTruncate text={neighbour.node.name} />
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span className={styles.fill} style={{ width: `${Math.round((neighbour.link.strength / most) * 100)}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
