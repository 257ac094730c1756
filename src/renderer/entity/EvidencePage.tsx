import { Filter, FilterX } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { type ArticleFilter, isEveryArticle } from '../../shared/article-filter.ts';
import type { LinkId, NodeRef } from '../../shared/model.ts';
import type { Evidence } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { filtersArticles } from '../state/board/seen.ts';
import { pageShown } from '../state/detail.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { Directed } from './Directed.tsx';
import { EvidenceGroup } from './EvidenceGroup.tsx';
import styles from './EvidencePage.module.css';
import { type EvidenceSection, filterInWords, sectionsOf, seenBetween } from './evidence.ts';
import { nextFocus } from './focus.ts';
import type { Types } from './PassageItem.tsx';
import page from './page.module.css';
import { verbOf } from './statements.ts';
import { useNodeShown } from './useNodeShown.ts';

const End = ({ node }: { node: NodeRef }) => {
  const nodeShown = useNodeShown();
  return (
    <button type="button" className={styles.end} data-type={node.type} onClick={() => nodeShown(node.id)}>
      <TypeGlyph type={node.type} size={19} labelled />
      {node.name}
    </button>
  );
};

/** Which articles the evidence is of, where the board's filter leaves some out or could, and the way to the others. */
const FilterNote = ({ filter, articles, all }: { filter: ArticleFilter; articles: number; all: number | null }) => {
  const widened = useApp((app) => app.evidenceWidened);
  const lifted = useApp(({ detail }) => {
    const shown = pageShown(detail);
    return shown?.kind === 'evidence' && shown.whole === true;
  });
  const could = useApp(({ board }) => filtersArticles(board.filter));
  if (!isEveryArticle(filter)) {
    return (
      <p className={styles.filtered}>
        <Filter size={14} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {`By the map’s filter: ${filterInWords(filter)}`}
          {all !== null && all > articles ? ` (${formatCount(articles)} of ${plural(all, 'article')})` : ''}{' '}
          <Button look="link" size="small" onClick={() => widened(true)}>
            Show all
          </Button>
        </span>
      </p>
    );
  }
  if (!lifted || !could) return null;
  return (
    <p className={styles.filtered}>
      <FilterX size={14} strokeWidth={1.75} aria-hidden="true" />
      <span>
        All articles, whatever the map’s filter{' '}
        <Button look="link" size="small" onClick={() => widened(false)}>
          Apply the filter
        </Button>
      </span>
    </p>
  );
};

interface SectionProps {
  evidence: Evidence;
  section: EvidenceSection;
  types: Types;
  current: number;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  whole: boolean;
}

const Section = ({ evidence: { a, b }, section: { relation, groups }, whole, ...reading }: SectionProps) => {
  const heading = useId();
  const together = a.type === 'story' || b.type === 'story' ? 'Named in its reports' : 'Named together';
  const [from, to] = relation?.from === b.id ? [b, a] : [a, b];
  const says = relation ? `${from.name} ${verbOf(relation.kind, true)} ${to.name}` : '';
  const [only, ...others] = groups.map(({ group }) => group.polarity);
  const polarity = others.length === 0 && only !== undefined && only !== 'together' ? only : null;
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading} className={styles.statement}>
        {relation ? <Directed kind={relation.kind} from={from} to={to} polarity={polarity} /> : together}
      </h2>
      {groups.map((each) => (
        <EvidenceGroup key={each.group.polarity} polarity={each} reading={{ ...reading, says }} whole={whole} />
      ))}
    </section>
  );
};

interface Props {
  link: LinkId;
  evidence: Evidence;
  /** The articles that it is of. */
  filter: ArticleFilter;
}

/** Why two nodes are linked: every sentence that names both, grouped by what it states and whether that holds, newest first. */
export const EvidencePage = ({ link, evidence, filter }: Props) => {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { a, b, articles, stories } = evidence;
  const whole = useApp((app) => app.detail.listedInFull.includes(link));
  const drawn = useApp(({ board }) => board.links.find(({ id }) => id === link) ?? null);
  const sections = useMemo(() => sectionsOf(evidence), [evidence]);
  const seen = seenBetween(evidence, isEveryArticle(filter) ? drawn : null);
  const types: Types = useMemo(
    () =>
      new Map([
        [a.id, a.type],
        [b.id, b.type],
      ]),
    [a, b],
  );
  const many = sections.flatMap(({ groups }) => groups.flatMap(({ passages }) => passages)).length;

  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])];
    const next = nextFocus(event.key, links.indexOf(event.currentTarget as HTMLElement), links.length);
    if (next === null) return;
    event.preventDefault();
    links[next]?.focus();
  };

  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1 className={styles.title}>
          <End node={a} />
          <span className={styles.dash}>{' — '}</span>
          <End node={b} />
        </h1>
        <p className={page.facts}>
          {`${plural(articles, 'article')}, ${plural(stories, 'story', 'stories')}`}
          {seen === '' ? '' : ` · ${seen}`}
        </p>
        <FilterNote filter={filter} articles={articles} all={drawn?.articles ?? null} />
      </header>
      {sections.length === 0 ? <p className={page.quiet}>No article that the map’s filter lets through names both.</p> : null}
      <div ref={list} className={styles.groups}>
        {sections.map((section) => (
          <Section
            key={section.relation ? `${section.relation.kind} ${section.relation.from}` : 'together'}
            evidence={evidence}
            section={section}
            types={types}
            current={current < many ? current : 0}
            onFocus={setCurrent}
            onKeyDown={onKeyDown}
            whole={whole}
          />
        ))}
      </div>
    </div>
  );
};
