import { ArrowLeft, ArrowRight, TextSelect } from 'lucide-react';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CorrectionsPage, EntityPage, EvidencePage, StoryPage } from '../entity/index.ts';
import { ArticlePage } from '../reader/index.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { contentBelongs, type DetailContent, type DetailPage, pageShown } from '../state/detail.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { PaneHeader } from '../ui/PaneHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { keyOf } from './commands.ts';
import styles from './DetailPane.module.css';
import { detailTitle } from './detailTitle.ts';
import { useHeadingGone } from './useHeadingGone.ts';

const couldNot: Record<DetailPage['kind'], string> = {
  entity: 'This entity could not be opened',
  story: 'This story could not be opened',
  corrections: 'The corrections could not be listed',
  evidence: 'The sentences of this link could not be opened',
  article: 'This article could not be opened',
};

const Nothing = () => (
  <EmptyState
    icon={TextSelect}
    title="Choose a node, a link or an article to see what stands behind it"
    detail={
      <span className={styles.hint}>
        <Kbd keys={keyOf('search') ?? '/'} /> finds one by its words, <Kbd keys={keyOf('palette') ?? 'Mod+K'} /> by its name
      </span>
    }
  />
);

interface ContentProps {
  content: DetailContent;
  page: DetailPage;
  scroller: RefObject<HTMLElement | null>;
  revisited: boolean;
}

const Content = ({ content, page, scroller, revisited }: ContentProps) => {
  switch (content.kind) {
    case 'none':
      return null;
    case 'entity':
      return <EntityPage key={content.card.node.id} {...content} />;
    case 'story':
      return <StoryPage key={content.card.node.id} card={content.card} />;
    case 'evidence':
      return <EvidencePage key={content.link} link={content.link} evidence={content.evidence} filter={content.filter} />;
    case 'corrections':
      return <CorrectionsPage corrections={content.corrections} />;
    case 'article':
      return page.kind === 'article' ? (
        <ArticlePage key={content.article.id} page={page} article={content.article} scroller={scroller} revisited={revisited} />
      ) : null;
  }
};

/** Where each page was left, so that back leads to the same place. Pages are told apart by themselves, not by what they show. */
const useLeftPlaces = (scroller: RefObject<HTMLElement | null>, page: DetailPage | null, shown: DetailContent | null): boolean => {
  const [places] = useState(() => new WeakMap<DetailPage, number>());
  // asked once a page: that it is being scrolled now makes it no second visit
  const revisited = useMemo(() => page !== null && places.has(page), [places, page]);
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (!frame || !page || !shown) return;
    const left = places.get(page);
    // an article at a sentence goes there by itself
    if (left !== undefined) frame.scrollTop = left;
    else if (page.kind !== 'article' || !page.at) frame.scrollTop = 0;
    const leave = () => places.set(page, frame.scrollTop);
    frame.addEventListener('scroll', leave, { passive: true });
    return () => frame.removeEventListener('scroll', leave);
  }, [places, scroller, page, shown]);
  return revisited;
};

interface Drawn {
  page: DetailPage;
  content: DetailContent;
}

/** What is drawn: the page asked for, or the one before it until that is here. */
const useDrawn = (page: DetailPage | null, shown: DetailContent | null, waiting: boolean): Drawn | null => {
  const [last, setLast] = useState<Drawn | null>(null);
  if (shown && page && (last?.page !== page || last.content !== shown)) setLast({ page, content: shown });
  if (shown && page) return { page, content: shown };
  return waiting ? last : null;
};

/** The right-hand pane: entities, stories, evidence and articles on one trail. */
export const DetailPane = () => {
  const scroller = useRef<HTMLDivElement>(null);
  const detail = useApp((app) => app.detail);
  const { detailBack, detailForward, detailRetried } = useAppStore().getState();
  const { trail, at, content, loading } = detail;
  const page = pageShown(detail);
  const failure = loading.state === 'failed' ? loading.failure : null;
  const shown = !failure && contentBelongs(content, page) ? content : null;
  const drawn = useDrawn(page, shown, loading.state === 'loading');
  const revisited = useLeftPlaces(scroller, page, shown);
  const title = drawn && detailTitle(drawn.content);
  const named = useHeadingGone(scroller, drawn?.content ?? null);
  return (
    <section className={styles.pane} aria-label="Reader">
      <PaneHeader
        leading={
          <>
            <IconButton icon={ArrowLeft} label="Back" shortcut={keyOf('back')} disabled={at <= 0} onClick={detailBack} />
            <IconButton
              icon={ArrowRight}
              label="Forward"
              shortcut={keyOf('forward')}
              disabled={at >= trail.length - 1}
              onClick={detailForward}
            />
          </>
        }
        title={
          title ? (
            <span className={styles.title}>
              <span className={styles.kind}>{title.kind}</span>
              {named ? <MiddleTruncate text={title.title} /> : null}
            </span>
          ) : undefined
        }
      />
      <div className={styles.frame}>
        <div ref={scroller} className={styles.scroller} tabIndex={-1} aria-busy={loading.state === 'loading'}>
          {page ? null : <Nothing />}
          {page && failure ? <FailureState title={couldNot[page.kind]} failure={failure} onRetry={detailRetried} /> : null}
          {drawn ? <Content {...drawn} scroller={scroller} revisited={revisited} /> : null}
        </div>
        {page && !shown && !failure ? (
          <div className={styles.cover}>
            <Skeleton lines={9} label="Opening the page" />
          </div>
        ) : null}
      </div>
    </section>
  );
};
