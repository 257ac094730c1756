import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Histogram } from '../../shared/views-activity.ts';
import { useApp } from '../state/app.ts';
import { classes } from '../ui/classes.ts';
import { formatFullDate, plural } from '../ui/format.ts';
import styles from './Bars.module.css';
import { axisOf } from './bars.ts';
import { edgesOf, isOpen } from './brush.ts';
import { stepMs } from './play.ts';
import { barWords, ticksOf } from './ticks.ts';
import { useBrush } from './useBrush.ts';

/** Height of the drawing in its own units; a bar with any article is at least this high, so that it is seen. */
const [high, least] = [100, 7];

/** The histogram's bars; those of the span stand out. Its own path for each: a hundred elements would be laid out at every brush. */
const Shapes = ({ histogram, from, to }: { histogram: Histogram; from: number; to: number }) => {
  const { bars } = histogram;
  const most = Math.max(1, ...bars.map(({ articles }) => articles));
  const gap = bars.length > 1 ? 0.14 : 0;
  const whole = from === 0 && to === bars.length - 1;
  const path = (inside: boolean) =>
    bars
      .flatMap(({ articles }, at) => {
        if (articles === 0 || (at >= from && at <= to) !== inside) return [];
        const bar = Math.max(least, (articles / most) * high);
        return `M${at + gap / 2} ${high}v${-bar}h${1 - gap}v${bar}z`;
      })
      .join('');
  return (
    <svg className={styles.shapes} viewBox={`0 0 ${bars.length} ${high}`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.outside} d={path(false)} />
      <path className={whole ? styles.calm : styles.inside} d={path(true)} />
    </svg>
  );
};

const useWidth = (element: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const watch = new ResizeObserver(() => setWidth(watched.clientWidth));
    watch.observe(watched);
    return () => watch.disconnect();
  }, [element]);
  return width;
};

const percent = (part: number, of: number): string => `${((part / of) * 100).toFixed(3)}%`;

/** Not a fieldset: the canvas of bars is one thing that keys and pointer work on. */
const named = {
  role: 'group',
  'aria-label': 'Articles over time',
  'aria-description': 'Arrows move the time span, Shift and arrows pull one end of it, Space plays it, Escape clears it.',
} as const;

interface Props {
  histogram: Histogram;
  /** What the span holds, in words. */
  holds: string;
}

/** Articles over time, and the brush on them. */
export const Bars = ({ histogram, holds }: Props) => {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const axis = useMemo(() => axisOf(histogram), [histogram]);
  const span = useApp(({ board }) => board.filter.span);
  const playing = useApp(({ filtering }) => filtering.playing);
  const speed = useApp(({ filtering }) => filtering.speed);
  const [hovered, setHovered] = useState<number | null>(null);
  const { brush, barAt, dragging, handlers } = useBrush(plot, axis);
  const ticks = useMemo(() => ticksOf(axis, width), [axis, width]);
  const bars = histogram.bars.length;
  const open = isOpen(span);
  const { left, right } = edgesOf(axis, span);
  const bar = hovered === null ? undefined : histogram.bars[hovered];
  const [first, last] = [axis.froms[brush.first] ?? '', axis.froms[brush.last] ?? ''];
  const glide = playing ? { transitionDuration: `${Math.round(stepMs(bars, speed))}ms` } : undefined;

  const ends = [
    {
      end: 'first',
      label: 'Start of the time span',
      at: left,
      value: brush.first,
      words: span.from === null ? barWords(axis.unit, first) : formatFullDate(span.from),
    },
    {
      end: 'last',
      label: 'End of the time span',
      at: right,
      value: brush.last,
      words: span.to === null ? barWords(axis.unit, last) : formatFullDate(span.to),
    },
  ] as const;

  return (
    <div className={styles.whole}>
      <div
        ref={plot}
        className={classes(styles.plot, playing && styles.playing)}
        tabIndex={-1}
        {...named}
        {...handlers}
        onPointerMove={(event: PointerEvent) => {
          handlers.onPointerMove(event);
          setHovered(dragging() ? null : barAt(event.clientX));
        }}
        onPointerLeave={() => setHovered(null)}
      >
        <Shapes histogram={histogram} from={open ? 0 : brush.first} to={open ? bars - 1 : right <= 0 || left >= bars ? -1 : brush.last} />
        {open ? null : <div className={styles.brush} style={{ left: percent(left, bars), width: percent(right - left, bars), ...glide }} />}
        {ends.map(({ end, label, at, value, words }) => (
          <div
            key={end}
            className={classes(styles.handle, open && styles.idle)}
            style={{ left: percent(at, bars), ...glide }}
            data-end={end}
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={bars - 1}
            aria-valuenow={value}
            aria-valuetext={`${words}, ${holds}`}
          />
        ))}
        {bar === undefined || hovered === null ? null : (
          <div
            className={styles.tip}
            style={{ left: `clamp(90px, ${percent(hovered + 0.5, bars)}, calc(100% - 90px))` }}
            aria-hidden="true"
          >
            {barWords(axis.unit, bar.from)}
            <span className={styles.figure}>{plural(bar.articles, 'article')}</span>
          </div>
        )}
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick.bar} className={styles.tick} style={{ left: percent(tick.bar, bars) }}>
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  );
};
