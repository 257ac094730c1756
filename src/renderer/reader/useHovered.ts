import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** How long a name is hovered or focused before its card appears, and how long the card outlives the pointer. */
const openAfterMs = 250;
const closeAfterMs = 160;

interface Hovered {
  element: HTMLElement | null;
  close: () => void;
  /** For the card itself: it stays while the pointer is on it. */
  card: { onPointerEnter: () => void; onPointerLeave: () => void };
}

/** The element matching `selector` inside `root` that is hovered by a mouse, or focused by keyboard, for a moment. */
export const useHovered = (root: RefObject<HTMLElement | null>, selector: string): Hovered => {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const soon = useCallback((next: HTMLElement | null, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setElement(next), afterMs);
  }, []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setElement(null);
  }, []);

  useEffect(() => {
    const from = root.current;
    if (!from) return;
    const target = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null);
    // a card that closes gives the focus back, and has said enough: only who goes to a name by key wants another
    let stepped = false;
    const pressed = ({ key }: KeyboardEvent) => {
      stepped = key === 'Tab' || key === 'ArrowRight' || key === 'ArrowLeft';
    };
    const pointed = () => {
      stepped = false;
    };
    // a name that comes to lie under a pointer at rest, where a card closed or the text was scrolled, was not gone to either
    let under: HTMLElement | null = null;
    const moved = (event: PointerEvent) => {
      const next = target(event);
      if (next === under) return;
      under = next;
      if (next && event.pointerType !== 'touch') soon(next, openAfterMs);
    };
    const out = (event: PointerEvent) => {
      under = null;
      if (target(event)) soon(null, closeAfterMs);
    };
    const focus = (event: FocusEvent) => {
      const next = target(event);
      if (stepped && next?.matches(':focus-visible')) soon(next, openAfterMs);
    };
    const blur = (event: FocusEvent) => {
      if (target(event)) soon(null, 0);
    };
    from.addEventListener('pointermove', moved);
    from.addEventListener('pointerout', out);
    from.addEventListener('focusin', focus);
    from.addEventListener('focusout', blur);
    from.addEventListener('click', close);
    from.addEventListener('contextmenu', close);
    document.addEventListener('keydown', pressed, { capture: true });
    document.addEventListener('pointerdown', pointed, { capture: true });
    return () => {
      clearTimeout(timer.current);
      from.removeEventListener('pointermove', moved);
      from.removeEventListener('pointerout', out);
      from.removeEventListener('focusin', focus);
      from.removeEventListener('focusout', blur);
      from.removeEventListener('click', close);
      from.removeEventListener('contextmenu', close);
      document.removeEventListener('keydown', pressed, { capture: true });
      document.removeEventListener('pointerdown', pointed, { capture: true });
    };
  }, [root, selector, soon, close]);

  useEffect(() => {
    if (!element) return;
    // what is hovered keeps its look while its card is open
    element.setAttribute('data-open', '');
    // Esc takes the card away, and nothing else
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    document.addEventListener('keydown', escaped, { capture: true });
    return () => {
      element.removeAttribute('data-open');
      document.removeEventListener('keydown', escaped, { capture: true });
    };
  }, [element, close]);

  const stay = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => soon(null, closeAfterMs), [soon]);
  return { element, close, card: { onPointerEnter: stay, onPointerLeave: leave } };
};
