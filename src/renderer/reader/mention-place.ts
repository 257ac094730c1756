import type { Span } from '../../shared/model.ts';

/** A span as the value of `data-mention`. */
export const placeText = ({ start, end }: Span): string => `${start}-${end}`;

/** The span that a `data-mention` says; null where it says none. */
export const placeOf = (text: string | undefined): Span | null => {
  const match = /^(\d+)-(\d+)$/.exec(text ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
};

/** Which of places in order takes the focus when what stood at `start` is gone: that one itself, else the next, else the last. */
export const heirOf = (places: readonly Span[], start: number): number => {
  const next = places.findIndex((place) => place.start >= start);
  return next >= 0 ? next : places.length - 1;
};
