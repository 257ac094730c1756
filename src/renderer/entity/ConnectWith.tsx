import { Command } from 'cmdk';
import { type ReactElement, useEffect, useState } from 'react';
import type { NodeId, NodeRef } from '../../shared/model.ts';
import type { SearchAnswer } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './ConnectWith.module.css';

const Picker = ({ from, onPick }: { from: NodeRef; onPick: (id: NodeId) => void }) => {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<SearchAnswer | null>(null);
  const asked = useAsked('search', query.trim() === '' ? null : { query, entities: 8, articles: 0 });
  // names stay in sight until the next ones are here: the list must not blink at every letter
  useEffect(() => {
    if (asked.loading.state !== 'loading') setFound(asked.value);
  }, [asked.loading.state, asked.value]);
  const hits = found?.entities.filter((hit) => hit.node.id !== from.id) ?? [];
  return (
    <Command shouldFilter={false} loop label={`Connect ${from.name} with`} className={styles.picker}>
      <Command.Input className={styles.input} value={query} onValueChange={setQuery} placeholder="Company, person, place …" />
      <Command.List className={styles.list} label="Names">
        {found ? <Command.Empty className={styles.empty}>No name in the library is like this</Command.Empty> : null}
        {hits.map(({ node, alias }) => (
          <Command.Item key={node.id} value={node.id} className={styles.item} onSelect={() => onPick(node.id)}>
            <TypeGlyph type={node.type} size={14} labelled />
            <MiddleTruncate text={alias === null ? node.name : `${node.name} (${alias})`} />
            <span className={styles.count}>{plural(node.articles, 'article')}</span>
          </Command.Item>
        ))}
      </Command.List>
      {query.trim() === '' ? <p className={styles.empty}>The shortest chain between the two is shown in the graph</p> : null}
    </Command>
  );
};

/** Picks another entity or story, and asks how the two are connected. */
export const ConnectWith = ({ from, trigger }: { from: NodeRef; trigger: ReactElement }) => {
  const [open, setOpen] = useState(false);
  const pathRequested = useApp((app) => app.pathRequested);
  return (
    <Popover label={`Connect ${from.name} with`} trigger={trigger} open={open} onOpenChange={setOpen}>
      <Picker
        from={from}
        onPick={(to) => {
          setOpen(false);
          pathRequested(from.id, to);
        }}
      />
    </Popover>
  );
};
