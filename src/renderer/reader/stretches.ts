import type { Block, Span } from '../../shared/model.ts';

/**
 * Blocks cut into stretches of some 4,000 letters, each drawn and drawn again by itself: a text that came without
 * paragraphs is one block of 600,000.
 */
export interface Stretches {
  /** In order; those of one block follow each other without gap. */
  spans: readonly Span[];
  /** For each block the number of its first stretch, and at the end the number of stretches. */
  first: readonly number[];
}

const usualLength = 4000;

/** The last place in `from`..`to` that ends a sentence, else a word, and cuts nothing in two; `to` where there is none. */
const placeToCut = (text: string, from: number, to: number, cutsNothing: (place: number) => boolean): number => {
  let afterWord = to;
  for (let place = to; place > from; place -= 1) {
    if (text[place - 1] !== ' ' || !cutsNothing(place)) continue;
    if (/[.!?”"]/.test(text[place - 2] ?? '')) return place;
    if (afterWord === to) afterWord = place;
  }
  return afterWord;
};

/** Cuts blocks at spaces outside of `wholes` (names and links, sorted by start), where they are longer than usual. */
export const stretchesOf = (text: string, blocks: readonly Block[], wholes: readonly Span[], length = usualLength): Stretches => {
  const spans: Span[] = [];
  const first: number[] = [];
  let near = 0;
  const cutsNothing = (place: number): boolean => {
    for (let at = near; ; at += 1) {
      const whole = wholes[at];
      if (!whole || whole.start >= place) return true;
      if (whole.end > place) return false;
    }
  };
  for (const block of blocks) {
    first.push(spans.length);
    let start = block.start;
    while (block.end - start > length * 1.5) {
      while ((wholes[near]?.end ?? Number.POSITIVE_INFINITY) <= start) near += 1;
      const end = placeToCut(text, start + length / 2, start + length, cutsNothing);
      spans.push({ start, end });
      start = end;
    }
    spans.push({ start, end: block.end });
  }
  return { spans, first: [...first, spans.length] };
};
