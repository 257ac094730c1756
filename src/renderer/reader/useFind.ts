import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Span } from '../../shared/model.ts';
import { fold, placesOf } from './matches.ts';

export interface Find {
  /** Counts the times it was asked for; 0 while closed. */
  opened: number;
  query: string;
  /** Every match, in order. */
  places: readonly Span[];
  /** Which of them one stands at; 0 where there is none. */
  at: number;
  open: () => void;
  close: () => void;
  type: (query: string) => void;
  /** On or back by one; past the last comes the first. */
  step: (by: 1 | -1) => void;
}

const none: readonly Span[] = [];

/** Find in one article: its bar, its matches, and where one stands among them. Opens on Ctrl/Cmd+F. */
export const useFind = (text: string): Find => {
  const [opened, setOpened] = useState(0);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  // typing stays quick in long articles: the marks follow when there is time
  const sought = useDeferredValue(query);
  const isOpen = opened > 0;
  const folded = useMemo(() => (isOpen ? fold(text) : ''), [text, isOpen]);
  const places = useMemo(() => (isOpen ? placesOf(folded, sought) : none), [folded, sought, isOpen]);

  const open = useCallback(() => setOpened((times) => times + 1), []);
  const close = useCallback(() => setOpened(0), []);
  const type = useCallback((next: string) => {
    setQuery(next);
    setAt(0);
  }, []);
  const step = useCallback(
    (by: 1 | -1) => setAt((from) => (places.length === 0 ? 0 : (from + by + places.length) % places.length)),
    [places.length],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[data-layer="dialog"]'))) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  return { opened, query, places, at: Math.min(at, Math.max(0, places.length - 1)), open, close, type, step };
};
