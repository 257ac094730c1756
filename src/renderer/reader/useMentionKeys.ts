import { type RefObject, useEffect } from 'react';

/** What stands for one mention in the text; a name inside a link is one too. */
const mention = '[data-mention]';
const stops = '[data-entity], [data-link]:has([data-mention])';

/** The mention that an element is, or the first one inside it: a link may hold a name. */
const mentionOf = (element: Element): HTMLElement | null =>
  element.matches(mention) ? (element as HTMLElement) : element.querySelector<HTMLElement>(mention);

const asksWhat = (event: KeyboardEvent) => (event.shiftKey ? event.key === 'F10' : event.key === 'ContextMenu' || event.key === 'w');

/**
 * Hears in an article's text what asks about a name: a right click, and `w` or the menu key on one that has the focus.
 * Left and Right lead from name to name.
 */
export const useMentionKeys = (root: RefObject<HTMLElement | null>, onAsked: (element: HTMLElement) => void): void => {
  useEffect(() => {
    const from = root.current;
    if (!from) return;
    const menu = (event: MouseEvent) => {
      // what is selected can be copied
      if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
      const element = event.target.closest<HTMLElement>(mention);
      if (!element) return;
      event.preventDefault();
      onAsked(element);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
      const stop = event.target.closest(stops);
      if (!stop) return;
      if (asksWhat(event)) {
        const element = mentionOf(stop);
        if (!element) return;
        event.preventDefault();
        onAsked(element);
      } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        const all = [...from.querySelectorAll<HTMLElement>(stops)];
        const next = all[all.indexOf(stop as HTMLElement) + (event.key === 'ArrowRight' ? 1 : -1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
      }
    };
    from.addEventListener('contextmenu', menu);
    from.addEventListener('keydown', pressed);
    return () => {
      from.removeEventListener('contextmenu', menu);
      from.removeEventListener('keydown', pressed);
    };
  }, [root, onAsked]);
};
