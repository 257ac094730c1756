import type { Span } from '../../shared/model.ts';
import type { ArticleLink, ArticleMention, ArticleView } from '../../shared/views.ts';
import type { Held } from './segments.ts';

/** What can hold over a stretch of an article's text. */
export type Thing =
  /** `lead`: the first mention of its entity, the one that Tab stops at. */
  | { kind: 'mention'; mention: ArticleMention; lead: boolean }
  /** `number` counts through the links of the article. */
  | { kind: 'link'; link: ArticleLink; number: number }
  | { kind: 'evidence' }
  | { kind: 'word' }
  | { kind: 'found' };

export type Layer = readonly Held<Thing>[];

/** One array for all blocks over which nothing holds, so that such a block is not drawn again. */
const nothing: Layer = [];

/** For each block the things that hold over some of it, in order. `held` may come in any order. */
export const byBlock = (blocks: readonly Span[], held: Layer): Layer[] => {
  const layers: Layer[] = blocks.map(() => nothing);
  let from = 0;
  for (const each of [...held].sort((a, b) => a.start - b.start)) {
    for (let block = blocks[from]; block && block.end <= each.start; block = blocks[from]) from += 1;
    for (let at = from; at < blocks.length; at += 1) {
      const block = blocks[at];
      if (!block || block.start >= each.end) break;
      if (block.end > each.start) layers[at] = [...(layers[at] ?? nothing), each];
    }
  }
  return layers;
};

/** The mentions and links of an article as things that hold over its text. */
export const ownLayer = ({ mentions, links }: Pick<ArticleView, 'mentions' | 'links'>): Layer => {
  const seen = new Set<string>();
  const named = [...mentions]
    .sort((a, b) => a.start - b.start)
    .map((mention): Held<Thing> => {
      const lead = !seen.has(mention.entity);
      seen.add(mention.entity);
      return { start: mention.start, end: mention.end, thing: { kind: 'mention', mention, lead } };
    });
  const linked = links.map((link, number): Held<Thing> => ({ start: link.start, end: link.end, thing: { kind: 'link', link, number } }));
  return [...named, ...linked];
};

const word: Thing = { kind: 'word' };
const found: Thing = { kind: 'found' };
const evidence: Thing = { kind: 'evidence' };
const plain = { word, found, evidence };

/** Spans as a layer of one kind. */
export const layerOf = (kind: keyof typeof plain, spans: readonly Span[]): Layer =>
  spans.map(({ start, end }) => ({ start, end, thing: plain[kind] }));

/** The number of the block that a place of the text lies in, or of the next one after it; -1 beyond the last. */
export const blockAt = (blocks: readonly Span[], place: number): number => blocks.findIndex((block) => block.end > place);
