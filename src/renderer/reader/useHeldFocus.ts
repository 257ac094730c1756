import { type RefObject, useEffect, useRef } from 'react';
import { heirOf, placeOf } from './mention-place.ts';

const mention = '[data-mention]';

/**
 * Keeps the keyboard's place when the names of a text are drawn anew: where the one that had the focus is none any more, the
 * next one takes it, or the text itself.
 */
export const useHeldFocus = (root: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, drawn: unknown): void => {
  const held = useRef<{ element: HTMLElement; start: number } | null>(null);
  useEffect(() => {
    const from = root.current;
    if (!from) return;
    const focused = ({ target }: FocusEvent) => {
      const place = target instanceof HTMLElement ? placeOf(target.dataset.mention) : null;
      held.current = place && target instanceof HTMLElement ? { element: target, start: place.start } : null;
    };
    from.addEventListener('focusin', focused);
    return () => from.removeEventListener('focusin', focused);
  }, [root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is the cause
  useEffect(() => {
    const before = held.current;
    if (!before || before.element.isConnected || document.activeElement !== document.body) return;
    const names = [...(root.current?.querySelectorAll<HTMLElement>(`a${mention}`) ?? [])];
    const places = names.flatMap(({ dataset }) => placeOf(dataset.mention) ?? []);
    const heir = names[heirOf(places, before.start)] ?? scroller.current;
    heir?.focus({ preventScroll: true });
  }, [drawn, root, scroller]);
};
