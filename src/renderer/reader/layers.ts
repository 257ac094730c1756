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

/** One array for all stretches over which nothing holds, so that such a one is not drawn again. */
export const nothing: Layer = [];

/** For each stretch (in order, apart) the things that hold over some of it, in order. `held` may come in any order. */
export const byStretch = (stretches: readonly Span[], held: Layer): Layer[] => {
  const layers: Held<Thing>[][] = stretches.map(() => []);
  let from = 0;
  for (const each of [...held].sort((a, b) => a.start - b.start)) {
    for (let stretch = stretches[from]; stretch && stretch.end <= each.start; stretch = stretches[from]) from += 1;
    for (let at = from; at < stretches.length; at += 1) {
      const stretch = stretches[at];
      if (!stretch || stretch.start >= each.end) break;
      if (stretch.end > each.start) layers[at]?.push(each);
    }
  }
  return layers.map((layer) => (layer.length > 0 ? layer : nothing));
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
