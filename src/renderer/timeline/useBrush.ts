import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { useApp, useAppStore } from '../state/app.ts';
import type { Axis } from './bars.ts';
import { type Brush, brushOf, drawn, isOpen, isWhole, moved, resized, spanOf } from './brush.ts';
import { useSpan } from './useSpan.ts';

type End = 'first' | 'last';

/** What the pointer is doing: drawing a new brush, moving the one there, or pulling one of its ends. */
interface Drag {
  kind: 'new' | 'move' | End;
  /** The bar where it began, and the brush then. */
  from: number;
  brush: Brush;
  /** Whether the pointer has left that bar. */
  away: boolean;
}

const endOf = (target: EventTarget): End | null => {
  const handle = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-end]')?.dataset.end : undefined;
  return handle === 'first' || handle === 'last' ? handle : null;
};

const stepsOf: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Brushing a span of time on a histogram, by pointer and by keys. */
export const useBrush = (plot: RefObject<HTMLElement | null>, axis: Axis) => {
  const app = useAppStore();
  const span = useApp(({ board }) => board.filter.span);
  const { brushed, settled, cleared } = useSpan();
  const drag = useRef<Drag | null>(null);
  const bars = axis.froms.length;
  const brush = brushOf(axis, span);
  const set = (next: Brush) => brushed(spanOf(axis, next));

  const barAt = (x: number): number => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.min(Math.max(Math.floor(((x - box.left) / box.width) * bars), 0), bars - 1);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || bars === 0) return;
    const from = barAt(event.clientX);
    const inside = !isOpen(span) && from >= brush.first && from <= brush.last;
    drag.current = { kind: endOf(event.target) ?? (inside ? 'move' : 'new'), from, brush, away: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const doing = drag.current;
    if (!doing) return;
    const at = barAt(event.clientX);
    if (at !== doing.from) doing.away = true;
    if (!doing.away) return;
    if (doing.kind === 'new') set(drawn(doing.from, at, bars));
    else if (doing.kind === 'move') set(moved(doing.brush, at - doing.from, bars));
    else set(resized(doing.brush, doing.kind, at, bars));
  };
  const onPointerUp = () => {
    const doing = drag.current;
    drag.current = null;
    if (doing?.kind === 'new' && !doing.away) set(drawn(doing.from, doing.from, bars));
    settled();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || bars === 0) return;
    const end = endOf(event.target) ?? 'last';
    const page = Math.max(1, Math.round(bars / 10));
    const by = stepsOf[event.key] ?? { PageUp: page, PageDown: -page }[event.key];
    const clears = event.key === 'Escape' || event.key === 'Delete' || event.key === 'Backspace';
    if (by !== undefined) {
      // the whole has no room to move in
      if (event.shiftKey || isWhole(brush, bars)) set(resized(brush, end, brush[end] + by, bars));
      else set(moved(brush, by, bars));
    } else if (event.key === 'Home') set(event.shiftKey ? resized(brush, end, 0, bars) : moved(brush, -bars, bars));
    else if (event.key === 'End') set(event.shiftKey ? resized(brush, end, bars - 1, bars) : moved(brush, bars, bars));
    else if (event.key === ' ') app.getState().playToggled(!app.getState().filtering.playing);
    else if (clears && !isOpen(span)) cleared();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    brush,
    barAt,
    dragging: () => drag.current !== null,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onDoubleClick: cleared,
      onKeyDown,
      onKeyUp: settled,
      onBlur: settled,
    },
  };
};
