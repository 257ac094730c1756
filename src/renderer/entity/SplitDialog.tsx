import { useEffect, useId, useState } from 'react';
import type { MentionPlace } from '../../shared/corrections.ts';
import type { EntityType, NodeRef } from '../../shared/model.ts';
import { type Failure, failureOf } from '../../shared/result.ts';
import type { ArticleView, EntityCard } from '../../shared/views.ts';
import { useHost } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, formatDate, plural } from '../ui/format.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Correct.module.css';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EntityPicker, type PickedEntity } from './EntityPicker.tsx';
import { TypeChoice } from './TypeChoice.tsx';

/** Articles whose mentions are listed at once. */
const articlesAtOnce = 8;
/** Letters to each side of a mention. */
const around = 70;

interface Listed extends MentionPlace {
  key: string;
  before: string;
  text: string;
  after: string;
  source: string;
}

const mentionsIn = (article: ArticleView, entity: NodeRef['id']): Listed[] =>
  article.mentions
    .filter((mention) => mention.entity === entity)
    .map(({ start, end }) => {
      const { text: whole } = article;
      // whole words alone, where there is one to begin with
      const from = start <= around ? 0 : start - (whole.slice(start - around, start).match(/\s(.*)$/s)?.[1]?.length ?? around);
      const to =
        end + around >= whole.length ? whole.length : end + (whole.slice(end, end + around).match(/^.*(?=\s)/s)?.[0].length ?? around);
      const line = (text: string) => text.replace(/\s+/g, ' ');
      return {
        article: article.id,
        start,
        end,
        key: `${article.id} ${start}`,
        before: `${from > 0 ? '…' : ''}${line(whole.slice(from, start))}`,
        text: whole.slice(start, end),
        after: `${line(whole.slice(end, to))}${to < whole.length ? '…' : ''}`,
        source: [article.title, article.published === null ? '' : formatDate(article.published)].filter((part) => part !== '').join(' · '),
      };
    });

/** The mentions of an entity, newest article first, some articles at a time. */
const useMentions = (entity: PickedEntity, wanted: boolean) => {
  const host = useHost();
  const [articles, setArticles] = useState(articlesAtOnce);
  const [listed, setListed] = useState<{ mentions: Listed[]; articles: number; total: number }>({ mentions: [], articles: 0, total: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (!wanted || listed.articles >= articles) return;
    let current = true;
    const fetch = async () => {
      const { items, total } = await host.core.articles({ node: entity.id, offset: listed.articles, limit: articles - listed.articles });
      const views = await Promise.all(items.map(({ id }) => host.core.article({ id })));
      const mentions = views.flatMap((view) => mentionsIn(view, entity.id));
      if (current) setListed({ mentions: [...listed.mentions, ...mentions], articles, total });
    };
    fetch().catch((thrown: unknown) => {
      if (current) setFailure(failureOf(thrown));
    });
    return () => {
      current = false;
    };
  }, [host, entity.id, wanted, articles, listed]);
  const left = Math.max(0, listed.total - listed.articles);
  return {
    mentions: listed.mentions,
    waiting: listed.articles < articles,
    left,
    failure,
    more: () => setArticles(articles + articlesAtOnce),
  };
};

const toggled = <Item,>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> => {
  const next = new Set(items);
  if (!next.delete(item)) next.add(item);
  return next;
};

interface Props {
  card: EntityCard;
  onClose: () => void;
}

/** Asks which names or mentions of an entity mean another, and whom. */
export const SplitDialog = ({ card, onClose }: Props) => {
  const entity: PickedEntity = card.node;
  const [by, setBy] = useState<'names' | 'mentions'>(card.aliases.length > 1 ? 'names' : 'mentions');
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  const [type, setType] = useState<EntityType>(entity.type);
  const [other, setOther] = useState<PickedEntity | null>(null);
  const list = useMentions(entity, by === 'mentions');
  const input = useId();
  const [firstName] = names;
  const name = (typed ?? firstName ?? '').trim();
  const picked = list.mentions.filter(({ key }) => places.has(key));
  const some = by === 'names' ? names.size > 0 && names.size < card.aliases.length : picked.length > 0;
  const as = other ? { entity: other.id, name: other.name, type: other.type } : { entity: null, name, type };
  const what = by === 'names' ? { names: [...names] } : { mentions: picked.map(({ article, start, end }) => ({ article, start, end })) };
  return (
    <CorrectDialog
      title={`Split ${entity.name}`}
      action="Split off"
      verdict={some && as.name !== '' ? { verb: 'split', entity: entity.id, ...what, as } : null}
      onClose={onClose}
    >
      <div className={styles.field}>
        <Segmented
          label="What to split off"
          value={by}
          onChange={setBy}
          options={[
            { value: 'names', label: `By name (${formatCount(card.aliases.length)})` },
            { value: 'mentions', label: `By mention (${formatCount(card.mentions)})` },
          ]}
        />
        {by === 'names' ? (
          <ul className={styles.choices} aria-label="Names">
            {card.aliases.map((alias) => (
              <li key={alias.name}>
                <label className={styles.choice}>
                  <input type="checkbox" checked={names.has(alias.name)} onChange={() => setNames(toggled(names, alias.name))} />
                  <span className={styles.words}>{alias.name}</span>
                  <span className={styles.count}>{plural(alias.count, 'mention')}</span>
                </label>
              </li>
            ))}
          </ul>
        ) : (
          <ul className={styles.choices} aria-label="Mentions">
            {list.mentions.map((mention) => (
              <li key={mention.key}>
                <label className={styles.choice}>
                  <input type="checkbox" checked={places.has(mention.key)} onChange={() => setPlaces(toggled(places, mention.key))} />
                  <span className={styles.words}>
                    {mention.before}
                    <mark className={styles.here} data-type={entity.type}>
                      {mention.text}
                    </mark>
                    {mention.after}
                    <span className={styles.source}>{mention.source}</span>
                  </span>
                </label>
              </li>
            ))}
            {list.failure ? <li className={styles.choice}>{`The mentions could not be listed: ${list.failure.message}`}</li> : null}
            {list.waiting && !list.failure ? (
              <li className={styles.choice}>
                <Skeleton lines={3} label="Listing the mentions" />
              </li>
            ) : null}
            {list.left > 0 && !list.waiting ? (
              <li className={styles.choice}>
                <Button look="quiet" size="small" className={styles.more} onClick={list.more}>
                  {`Show mentions of ${plural(Math.min(articlesAtOnce, list.left), 'more article', 'more articles')}`}
                </Button>
              </li>
            ) : null}
          </ul>
        )}
        {by === 'names' && names.size === card.aliases.length ? (
          <p className={styles.hint}>These are all its names: leave one, or rename it instead.</p>
        ) : null}
      </div>
      {other ? (
        <div className={styles.note}>
          <span>{`They mean ${other.name}, which is in the library.`}</span>
          <Button size="small" look="quiet" onClick={() => setOther(null)}>
            Somebody new instead
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.field}>
            <label htmlFor={input} className={styles.label}>
              They mean somebody new, called
            </label>
            <input
              id={input}
              className={styles.input}
              value={typed ?? firstName ?? ''}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <TypeChoice label="Which is a" value={type} onChange={setType} />
          <div className={styles.field}>
            <span className={styles.label}>Or one of the library</span>
            <EntityPicker label="Whom they mean" without={[entity.id]} onPicked={setOther} />
          </div>
        </>
      )}
    </CorrectDialog>
  );
};
