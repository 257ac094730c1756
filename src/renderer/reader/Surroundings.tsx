import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import type { ArticleView } from '../../shared/views.ts';
import { ArticleLines, Section } from '../entity/index.ts';
import { useApp } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './Surroundings.module.css';

/** Entities shown before one asks for the rest. */
const first = 14;
/** Names of shared entities that fit on a line. */
const mostShared = 4;

const Entities = ({ article }: { article: ArticleView }) => {
  const [whole, setWhole] = useState(false);
  const nodeFocused = useApp((app) => app.nodeFocused);
  const nodesShown = useApp((app) => app.nodesShown);
  const { entities } = article;
  const shown = whole ? entities : entities.slice(0, first);
  if (entities.length === 0) return null;
  return (
    <Section title="In this article" count={entities.length}>
      <ul className={styles.chips}>
        {shown.map(({ node, mentions }) => (
          <li key={node.id}>
            <Chip type={node.type} count={formatCount(mentions)} onClick={() => nodeFocused(node.id)}>
              {node.name}
            </Chip>
          </li>
        ))}
        {shown.length < entities.length ? (
          <li>
            <Button look="quiet" size="small" onClick={() => setWhole(true)}>
              {`${formatCount(entities.length - shown.length)} more`}
            </Button>
          </li>
        ) : null}
      </ul>
      {entities.length > 1 ? (
        <Button
          look="quiet"
          size="small"
          icon={Waypoints}
          className={styles.more}
          onClick={() =>
            nodesShown(
              entities.map(({ node }) => node.id),
              article.title,
            )
          }
        >
          Show them on the map
        </Button>
      ) : null}
    </Section>
  );
};

/** Other reports of the story that the article reports. */
const SameStory = ({ article }: { article: ArticleView }) => {
  const { value: card } = useAsked('story', article.story === null ? null : { id: article.story });
  const storyOpened = useApp((app) => app.storyOpened);
  const others = card?.reports.filter((report) => report.id !== article.id) ?? [];
  if (!card || others.length === 0) return null;
  return (
    <Section title="The same story" count={others.length}>
      <ArticleLines lines={others.map((report) => ({ article: report }))} />
      <Button look="quiet" size="small" className={styles.more} onClick={() => storyOpened(card.node.id)}>
        Who reported it, and when
      </Button>
    </Section>
  );
};

/** What stands around an article: who is in it, who reports the same, what is related, what links here. */
export const Surroundings = ({ article }: { article: ArticleView }) => (
  <aside className={styles.around} aria-label="Around this article">
    <Entities article={article} />
    <SameStory article={article} />
    {article.related.length === 0 ? null : (
      <Section title="Related articles" count={article.related.length}>
        <ArticleLines
          lines={article.related.map(({ article: related, shared }) => ({
            article: related,
            note: shared
              .slice(0, mostShared)
              .map((node) => node.name)
              .join(', '),
          }))}
        />
      </Section>
    )}
    {article.backlinks.length === 0 ? null : (
      <Section title="Articles that link here" count={article.backlinks.length}>
        <ArticleLines lines={article.backlinks.map((each) => ({ article: each }))} />
      </Section>
    )}
  </aside>
);
