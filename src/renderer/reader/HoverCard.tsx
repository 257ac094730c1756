import type { RefObject } from 'react';
import type { EntityId } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { EntityPeek, Source } from '../entity/index.ts';
import { Popover } from '../ui/Popover.tsx';
import styles from './HoverCard.module.css';
import { useHovered } from './useHovered.ts';

interface Props {
  article: ArticleView;
  root: RefObject<HTMLElement | null>;
  /** While something else stands open over the text. */
  quiet: boolean;
}

/** The card of the name, or of the library's article, that is hovered or focused in the text. */
export const HoverCard = ({ article, root, quiet }: Props) => {
  const { element, close, card } = useHovered(root, '[data-entity], [data-link]');
  const entity = element?.dataset.entity as EntityId | undefined;
  const number = element?.dataset.link;
  const target = number === undefined ? null : (article.links[Number(number)]?.article ?? null);
  if (!element || quiet || (entity === undefined && !target)) return null;
  return (
    <Popover
      label={entity === undefined ? 'About this article' : 'About this name'}
      open
      passive
      anchor={element}
      onOpenChange={(open) => (open ? undefined : close())}
      {...card}
    >
      {entity === undefined ? null : <EntityPeek id={entity} article={article.id} />}
      {target ? (
        <div className={styles.target}>
          <p className={styles.title}>{target.title}</p>
          <p className={styles.source}>
            <Source article={target} />
          </p>
        </div>
      ) : null}
    </Popover>
  );
};
