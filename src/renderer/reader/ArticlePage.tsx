import { type CSSProperties, type RefObject, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import type { DetailPage } from '../state/detail.ts';
import { ArticleHeader } from './ArticleHeader.tsx';
import styles from './ArticlePage.module.css';
import { EvidenceStrip } from './EvidenceStrip.tsx';
import { FindBar } from './FindBar.tsx';
import { HoverCard } from './HoverCard.tsx';
import { MentionPopover } from './MentionPopover.tsx';
import { fold, wordPlaces, wordsOf } from './matches.ts';
import { placeOf } from './mention-place.ts';
import { OutsideLink } from './OutsideLink.tsx';
import { ReaderTools } from './ReaderTools.tsx';
import { Surroundings } from './Surroundings.tsx';
import { BlockRuns, Text } from './Text.tsx';
import { useFind } from './useFind.ts';
import { useHeldFocus } from './useHeldFocus.ts';
import { useJump } from './useJump.ts';
import { markedOf, useMarks, useSentences } from './useMarks.ts';
import { useMentionKeys } from './useMentionKeys.ts';
import { useTextClicks } from './useTextClicks.ts';
import { WordsStrip } from './WordsStrip.tsx';

interface Props {
  page: Extract<DetailPage, { kind: 'article' }>;
  article: ArticleView;
  /** What scrolls around this page. */
  scroller: RefObject<HTMLElement | null>;
  /** True when one comes back to this page and it stands where it was left: it does not go to its sentence again. */
  revisited: boolean;
}

const always = () => true;

/** An article to read: its names and links live, the sentence that led here in sight, what is around it beside it. */
export const ArticlePage = ({ page, article, scroller, revisited }: Props) => {
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const size = useApp((app) => app.reader.size);
  const find = useFind(article.text);
  const [outside, setOutside] = useState<{ href: string; element: HTMLElement } | null>(null);
  const [asked, setAsked] = useState<{ place: Span; element: HTMLElement } | null>(null);
  const [wordAt, setWordAt] = useState(-1);

  const { words: query } = page;
  const words = useMemo(() => (query === undefined ? [] : wordPlaces(fold(article.text), wordsOf(query))), [article, query]);
  const sentences = useSentences(page);
  const current = (find.opened > 0 ? find.places[find.at] : words[wordAt]) ?? null;
  const findClosed = () => {
    find.close();
    // the keys that page through the text work at once
    scroller.current?.focus({ preventScroll: true });
  };
  const { places, at } = find;
  const found = useMemo(() => markedOf(places, at), [places, at]);
  const marks = useMarks(article, { sentences, words, found, current });

  const outsideClicked = useCallback((href: string, element: HTMLElement) => setOutside({ href, element }), []);
  useTextClicks(root, article, outsideClicked);
  const nameAsked = useCallback((element: HTMLElement) => {
    const place = placeOf(element.dataset.mention);
    if (place) setAsked({ place, element });
  }, []);
  useMentionKeys(root, nameAsked);
  useHeldFocus(root, scroller, marks.own);
  const toSentence = sentences.length > 0 && !revisited;
  useJump({ scroller, selector: '[data-evidence]', cause: toSentence ? page : null, focus: true });
  useJump({ scroller, selector: '[data-current]', cause: current, focus: false, lazily: true });

  // where one is about to go must be drawn; to stand again where one was, all of it
  const sentence = toSentence ? (sentences[0]?.start ?? 0) : 0;
  const wanted = revisited ? article.text.length - 1 : (current?.start ?? sentence);
  return (
    <>
      <div className={styles.bars}>
        {find.opened > 0 ? <FindBar find={find} onClose={findClosed} /> : null}
        <EvidenceStrip page={page} />
        {query !== undefined && words.length > 0 && page.passage === undefined ? (
          <WordsStrip query={query} places={words} at={wordAt} onGo={setWordAt} />
        ) : null}
      </div>
      <div className={styles.page} style={{ '--reader-size': `${size}px` } as CSSProperties}>
        <article ref={root} className={styles.article} aria-labelledby={titleId} lang={article.language ?? undefined}>
          <ArticleHeader article={article} titleId={titleId} title={<BlockRuns article={article} marks={marks} index={0} live={always} />}>
            <ReaderTools article={article} onFind={find.open} />
          </ArticleHeader>
          <Text article={article} marks={marks} wanted={wanted} />
        </article>
        <Surroundings article={article} />
      </div>
      <HoverCard article={article} root={root} quiet={outside !== null || asked !== null} onAsked={nameAsked} />
      {asked ? (
        <MentionPopover
          key={asked.place.start}
          article={article}
          place={asked.place}
          anchor={asked.element}
          scroller={scroller}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {outside ? <OutsideLink href={outside.href} anchor={outside.element} onClose={() => setOutside(null)} /> : null}
    </>
  );
};
