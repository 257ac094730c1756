import { CircleHelp } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import type { EntityId } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { EntityPeek, Source } from '../entity/index.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './HoverCard.module.css';
import { useHovered } from './useHovered.ts';

interface Props {
  article: ArticleView;
  root: RefObject<HTMLElement | null>;
  /** While something else stands open over the text. */
  quiet: boolean;
  /** Asked from the card of a name: what is this? */
  onAsked: (element: HTMLElement) => void;
}

/** The card of the name, or of the library's article, that is hovered or focused in the text. */
export const HoverCard = ({ article, root, quiet, onAsked }: Props) => {
  const { element, close, card } = useHovered(root, '[data-entity], [data-link]');
  useEffect(() => {
    if (quiet) close();
  }, [quiet, close]);
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
      {entity === undefined ? null : (
        <>
          <EntityPeek id={entity} article={article.id} />
          <Button look="quiet" size="small" icon={CircleHelp} className={styles.what} onClick={() => onAsked(element)}>
            What is this? <Kbd keys="w" quiet />
          </Button>
        </>
      )}
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
