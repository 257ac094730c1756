import { useMemo } from 'react';
import type { Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { type DetailPage, passagesOf } from '../state/detail.ts';
import { byBlock, layerOf, ownLayer } from './layers.ts';
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

/** All that holds over an article's text, block by block. Each part is worked out again only when it changes. */
export const useMarks = (article: ArticleView, { sentences, words, found, current }: Wanted): Marks => {
  const names = useApp((app) => app.reader.marks);
  const { blocks } = article;
  const own = useMemo(() => byBlock(article.blocks, ownLayer(article)), [article]);
  const evidence = useMemo(() => byBlock(blocks, layerOf('evidence', sentences)), [blocks, sentences]);
  const searched = useMemo(() => byBlock(blocks, layerOf('word', words)), [blocks, words]);
  const hits = useMemo(() => byBlock(blocks, layerOf('found', found)), [blocks, found]);
  return { own, evidence, words: searched, found: hits, current, names };
};
