import { useState } from 'react';
import { isStoryId } from '../../shared/model.ts';
import type { GraphLink, GraphNode } from '../../shared/views.ts';
import { statementOf } from '../graph/words.ts';
import { useApp, useAppStore } from '../state/app.ts';
import type { Seen } from '../state/board/seen.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './News.module.css';

/** Entries listed before one asks for all. */
const firstEntries = 60;

const latestFirst = <Dated extends { first: string | null }>(entries: readonly Dated[]): Dated[] =>
  [...entries].sort((a, b) => (a.first === b.first ? 0 : (a.first ?? '') < (b.first ?? '') ? 1 : -1));

const When = ({ first }: { first: string | null }) => (first === null ? null : <span className={styles.when}>{formatDate(first)}</span>);

const NodeEntry = ({ node }: { node: GraphNode }) => {
  const app = useAppStore();
  const current = useApp(({ board }) => board.selected?.id === node.id);
  const choose = () => {
    app.getState().targetSelected({ kind: 'node', id: node.id });
    if (isStoryId(node.id)) app.getState().storyOpened(node.id);
    else app.getState().entityOpened(node.id);
  };
  return (
    <button type="button" className={classes(styles.entry, current && styles.current)} aria-current={current || undefined} onClick={choose}>
      <TypeGlyph type={node.type} size={14} labelled />
      <MiddleTruncate text={node.name} />
      <When first={node.first} />
    </button>
  );
};

const LinkEntry = ({ link }: { link: GraphLink }) => {
  const app = useAppStore();
  const nodes = useApp(({ board }) => board.nodes);
  const current = useApp(({ board }) => board.selected?.id === link.id);
  const { from, words, to } = statementOf(link);
  const called = (id: string) => nodes.find((node) => node.id === id)?.name ?? '';
  const choose = () => {
    app.getState().targetSelected({ kind: 'link', id: link.id });
    app.getState().evidenceOpened(link.id);
  };
  return (
    <button type="button" className={classes(styles.entry, current && styles.current)} aria-current={current || undefined} onClick={choose}>
      <span className={styles.statement}>
        {called(from)} <span className={styles.verb}>{words}</span> {called(to)}
      </span>
      <When first={link.first} />
    </button>
  );
};

/** The entities and links that are new, the latest first; a click selects one. */
export const FreshList = ({ fresh }: { fresh: Seen }) => {
  const [all, setAll] = useState(false);
  const [nodes, links] = [latestFirst(fresh.nodes), latestFirst(fresh.links)];
  const many = nodes.length + links.length;
  const shownNodes = all ? nodes : nodes.slice(0, firstEntries);
  const shownLinks = all ? links : links.slice(0, Math.max(0, firstEntries - nodes.length));
  if (many === 0) return null;
  return (
    <ul className={styles.list} aria-label="New on this map">
      {shownNodes.map((node) => (
        <li key={node.id}>
          <NodeEntry node={node} />
        </li>
      ))}
      {shownLinks.map((link) => (
        <li key={link.id}>
          <LinkEntry link={link} />
        </li>
      ))}
      {shownNodes.length + shownLinks.length < many ? (
        <li>
          <Button look="quiet" size="small" onClick={() => setAll(true)}>{`Show all ${formatCount(many)}`}</Button>
        </li>
      ) : null}
    </ul>
  );
};
