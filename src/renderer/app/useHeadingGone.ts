import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether the first heading inside `scroller` is scrolled out of sight, so that the pane's head must say what is being
 * read. Looked for anew whenever `shown` is another.
 */
export const useHeadingGone = (scroller: RefObject<HTMLElement | null>, shown: unknown): boolean => {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    setGone(false);
    const heading = shown === null ? null : scroller.current?.querySelector('h1');
    if (!heading) return;
    const watch = new IntersectionObserver(([entry]) => setGone(entry !== undefined && !entry.isIntersecting), {
      root: scroller.current,
    });
    watch.observe(heading);
    return () => watch.disconnect();
  }, [scroller, shown]);
  return gone;
};
