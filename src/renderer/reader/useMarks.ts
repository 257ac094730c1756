import { useDeferredValue, useMemo } from 'react';
import type { Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { type DetailPage, passagesOf } from '../state/detail.ts';
import { byStretch, layerOf, ownLayer } from './layers.ts';
import { stretchesOf } from './stretches.ts';
import type { Marks } from './Text.tsx';

type ArticlePageOf = Extract<DetailPage, { kind: 'article' }>;

/** The sentences that the page was opened at: both where no single one names both ends of the link. */
export const useSentences = (page: ArticlePageOf): readonly Span[] => {
  const kept = useApp((app) => app.detail.evidence);
  return useMemo(() => {
    const { at, passage } = page;
    const parts = passage && kept?.link === passage.link ? passagesOf(kept.evidence)[passage.index] : undefined;
    if (parts?.article.id === page.id && parts.parts[0]?.start === at?.start) return parts.parts;
    return at ? [at] : [];
  }, [page, kept]);
};

interface Wanted {
  sentences: readonly Span[];
  words: readonly Span[];
  found: readonly Span[];
  current: Span | null;
}

/** More matches than these are marked only around the one that one stands at: thousands of marks make typing slow. */
const markedAtMost = 2000;

/** The matches to mark, out of all: the same ones while one steps within a window of them. */
export const markedOf = (found: readonly Span[], at: number, most = markedAtMost): readonly Span[] => {
  if (found.length <= most) return found;
  const half = Math.ceil(most / 2);
  const from = Math.max(0, Math.floor(at / half) * half - Math.ceil(half / 2));
  return found.slice(from, from + most);
};

/** All that holds over an article's text, stretch by stretch. Each part is worked out again only when it changes. */
export const useMarks = (article: ArticleView, { sentences, words, found, current }: Wanted): Marks => {
  const wanted = useApp((app) => app.reader.marks);
  // thousands of names come and go when there is time
  const names = useDeferredValue(wanted);
  const layer = useMemo(() => ownLayer(article), [article]);
  const stretches = useMemo(() => {
    const wholes = [...layer].sort((a, b) => a.start - b.start);
    return stretchesOf(article.text, article.blocks, wholes);
  }, [article, layer]);
  const { spans } = stretches;
  const own = useMemo(() => byStretch(spans, layer), [spans, layer]);
  const evidence = useMemo(() => byStretch(spans, layerOf('evidence', sentences)), [spans, sentences]);
  const searched = useMemo(() => byStretch(spans, layerOf('word', words)), [spans, words]);
  const hits = useMemo(() => byStretch(spans, layerOf('found', found)), [spans, found]);
  return { stretches, own, evidence, words: searched, found: hits, current, names };
};
