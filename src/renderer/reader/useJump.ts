import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** Where on the screen one lands: a third down, so that what led there can be seen too. */
const landing = 1 / 3;

const intoSight = (scroller: HTMLElement, element: HTMLElement) => {
  const [frame, box] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  scroller.scrollTop += box.top - frame.top - frame.height * landing;
};

interface Jump {
  scroller: RefObject<HTMLElement | null>;
  /** What to bring into sight. */
  selector: string;
  /** Changes whenever one should go there anew; null goes nowhere. */
  cause: unknown;
  /** Whether the keyboard's place moves along. */
  focus: boolean;
  /** Stays put while the place is in sight already. */
  lazily?: boolean;
}

/** Brings a marked place of the text to the upper third of the window. */
export const useJump = ({ scroller, selector, cause, focus, lazily = false }: Jump): void => {
  useLayoutEffect(() => {
    const frame = scroller.current;
    const element = cause === null ? null : (frame?.querySelector<HTMLElement>(selector) ?? null);
    if (!frame || !element) return;
    const [outer, box] = [frame.getBoundingClientRect(), element.getBoundingClientRect()];
    const seen = box.top > outer.top + outer.height * 0.12 && box.bottom < outer.bottom - outer.height * 0.12;
    if (!(lazily && seen)) intoSight(frame, element);
    if (focus) element.focus({ preventScroll: true });
  }, [scroller, selector, cause, focus, lazily]);

  // in long articles heights above are guesses until they are laid out: look again once they are
  useEffect(() => {
    if (cause === null || lazily) return;
    const frame = requestAnimationFrame(() => {
      const element = scroller.current?.querySelector<HTMLElement>(selector);
      if (scroller.current && element) intoSight(scroller.current, element);
    });
    return () => cancelAnimationFrame(frame);
  }, [scroller, selector, cause, lazily]);
};
