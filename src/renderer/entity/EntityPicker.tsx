import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { type EntityId, type EntityType, isStoryId, type NodeRef } from '../../shared/model.ts';
import type { EntityHit } from '../../shared/views.ts';
import { useHost } from '../state/app.ts';
import { latestOnly } from '../state/latest.ts';
import { classes } from '../ui/classes.ts';
import { plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './Correct.module.css';
import own from './EntityPicker.module.css';

/** Entities that a search offers. */
const mostFound = 8;

/** An entity that was picked. */
export type PickedEntity = NodeRef & { id: EntityId; type: EntityType };

const isEntity = (hit: EntityHit): hit is EntityHit & { node: PickedEntity } => !isStoryId(hit.node.id) && hit.node.type !== 'story';

interface Props {
  /** Names the box for screen readers. */
  label: string;
  /** Entities that are not offered. */
  without: readonly EntityId[];
  onPicked: (entity: PickedEntity) => void;
}

/** Finds entities of the library by name, with a list below that the arrows walk; Enter takes one. */
export const EntityPicker = ({ label, without, onPicked }: Props) => {
  const host = useHost();
  const [newest] = useState(latestOnly);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ query: string; hits: readonly EntityHit[] }>({ query: '', hits: [] });
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === '') return;
    void newest(() => host.core.search({ query: wanted, entities: mostFound, articles: 0 }), {
      arrived: ({ entities }) => setFound({ query: wanted, hits: entities }),
      failed: () => setFound({ query: wanted, hits: [] }),
    });
  }, [wanted, host, newest]);
  const settled = found.query === wanted;
  const shown = wanted === '' ? [] : found.hits.filter(isEntity).filter(({ node }) => !without.includes(node.id));
  // Enter may come before the answer does: it means the first line of that answer
  const [awaited, setAwaited] = useState(false);
  const pick = (entity: PickedEntity) => {
    setQuery('');
    onPicked(entity);
  };
  useEffect(() => {
    if (!awaited || !settled) return;
    setAwaited(false);
    const [best] = shown;
    if (best) pick(best.node);
  });
  return (
    <Command
      className={own.picker}
      label={label}
      shouldFilter={false}
      loop
      vimBindings={false}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && query !== '') {
          event.stopPropagation();
          setQuery('');
        }
        if (event.key !== 'Enter' || wanted === '') return;
        if (!settled) {
          event.preventDefault();
          setAwaited(true);
        }
      }}
    >
      <Command.Input className={styles.input} placeholder="Search by name" value={query} maxLength={200} onValueChange={setQuery} />
      <Command.List className={classes(wanted !== '' && own.list)} label="Entities found">
        {shown.map(({ node, alias }) => (
          <Command.Item key={node.id} value={node.id} className={own.item} onSelect={() => pick(node)}>
            <TypeGlyph type={node.type} labelled />
            <MiddleTruncate text={node.name} className={own.words} />
            <span className={own.detail}>
              {alias === null ? plural(node.articles, 'article') : `${alias} · ${plural(node.articles, 'article')}`}
            </span>
          </Command.Item>
        ))}
        {settled && wanted !== '' && shown.length === 0 ? <p className={own.nothing}>Nobody else is called so.</p> : null}
      </Command.List>
    </Command>
  );
};
