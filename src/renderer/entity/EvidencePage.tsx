import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { LinkId, NodeRef } from '../../shared/model.ts';
import type { Evidence, EvidenceGroup } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { Attributes } from './Attributes.tsx';
import { Directed } from './Directed.tsx';
import styles from './EvidencePage.module.css';
import { nextFocus } from './focus.ts';
import { PassageItem, type Types } from './PassageItem.tsx';
import page from './page.module.css';
import { useNodeShown } from './useNodeShown.ts';
import { attributesTogether } from './why.ts';

/** Sentences of one statement listed before one asks for all. */
const first = 50;

const End = ({ node }: { node: NodeRef }) => {
  const nodeShown = useNodeShown();
  return (
    <button type="button" className={styles.end} data-type={node.type} onClick={() => nodeShown(node.id)}>
      <TypeGlyph type={node.type} size={19} labelled />
      {node.name}
    </button>
  );
};

interface GroupProps {
  evidence: Evidence;
  group: EvidenceGroup;
  types: Types;
  /** How many passages stand before this group. */
  before: number;
  current: number;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Whether all that were fetched are listed; what is still missing then is beyond what one page can show. */
  whole: boolean;
}

const Group = ({ evidence, group, types, before, current, onFocus, onKeyDown, whole }: GroupProps) => {
  const allEvidenceRequested = useApp((app) => app.allEvidenceRequested);
  const heading = useId();
  const shown = whole ? group.passages : group.passages.slice(0, first);
  const cut = shown.length < group.total;
  const together = evidence.a.type === 'story' || evidence.b.type === 'story' ? 'Named in its reports' : 'Named together';
  // where no sentence of an article names both, its two nearest stand together
  const unit = group.relation ? 'sentence' : 'passage';
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading} className={styles.statement}>
        {group.relation ? <Directed relation={group.relation} a={evidence.a} b={evidence.b} /> : together}
        <span className={styles.figure}>{plural(group.total, unit)}</span>
      </h2>
      {group.passages.length > 1 ? <Attributes attributes={attributesTogether(group.passages)} /> : null}
      <ol className={styles.passages}>
        {shown.map((passage, at) => (
          <PassageItem
            key={`${passage.article.id} ${passage.parts[0]?.start}`}
            passage={passage}
            types={types}
            index={before + at}
            current={before + at === current}
            onFocus={() => onFocus(before + at)}
            onKeyDown={onKeyDown}
          />
        ))}
      </ol>
      {cut && !whole ? (
        <Button look="quiet" size="small" className={styles.more} onClick={allEvidenceRequested}>
          {`Show all ${plural(group.total, unit)}`}
        </Button>
      ) : null}
      {cut && whole ? (
        <p className={styles.cut}>{`These are the newest ${formatCount(shown.length)} of ${formatCount(group.total)}`}</p>
      ) : null}
    </section>
  );
};

/** Why two nodes are linked: every sentence that names both, grouped by what it states, newest first. */
export const EvidencePage = ({ link, evidence }: { link: LinkId; evidence: Evidence }) => {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { a, b, groups, articles, stories } = evidence;
  const whole = useApp((app) => app.detail.listedInFull.includes(link));
  const types: Types = useMemo(
    () =>
      new Map([
        [a.id, a.type],
        [b.id, b.type],
      ]),
    [a, b],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])];
    const next = nextFocus(event.key, links.indexOf(event.currentTarget as HTMLElement), links.length);
    if (next === null) return;
    event.preventDefault();
    links[next]?.focus();
  };

  let before = 0;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1 className={styles.title}>
          <End node={a} />
          <span className={styles.dash}>{' — '}</span>
          <End node={b} />
        </h1>
        <p className={page.facts}>{`In ${plural(articles, 'article')}, ${plural(stories, 'story', 'stories')}`}</p>
      </header>
      <div ref={list} className={styles.groups}>
        {groups.map((group) => {
          const start = before;
          before += group.passages.length;
          const { relation } = group;
          return (
            <Group
              key={relation ? `${relation.kind} ${relation.status} ${relation.from}` : 'together'}
              evidence={evidence}
              group={group}
              types={types}
              before={start}
              current={current}
              onFocus={setCurrent}
              onKeyDown={onKeyDown}
              whole={whole}
            />
          );
        })}
      </div>
    </div>
  );
};
