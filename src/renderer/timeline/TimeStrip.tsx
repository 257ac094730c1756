import { ChevronDown, ChevronUp, Pause, Play, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Activity, Histogram } from '../../shared/views-activity.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { type PlaySpeed, playSpeeds } from '../state/filtering.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, formatRange, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Later } from '../ui/Later.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Bars } from './Bars.tsx';
import { articlesIn, axisOf, lastDayOf } from './bars.ts';
import { isOpen, type Span } from './brush.ts';
import { NewsPopover } from './NewsPopover.tsx';
import styles from './TimeStrip.module.css';
import { useActivity } from './useActivity.ts';
import { useLastVisit } from './useLastVisit.ts';
import { usePlay } from './usePlay.ts';
import { useSpan } from './useSpan.ts';

const none: Histogram = { unit: 'day', bars: [], undated: 0 };

/** Articles that the filter lets through: each has one publisher, or none, which counts as one. */
const articlesWithin = ({ publishers }: Activity, publishersOff: readonly string[]): number =>
  publishers.reduce((sum, { name, articles }) => (publishersOff.includes(name) ? sum : sum + articles), 0);

const speedWords = (speed: PlaySpeed): string => `${speed}×`;

/** The days of a span in words: "since …" where it is open at its end. */
const spanWords = ({ from, to }: Span): string => {
  if (from !== null && to !== null) return formatRange(from, to);
  return from === null ? `until ${formatRange(null, to)}` : `since ${formatRange(from, null)}`;
};

const Playing = ({ able }: { able: boolean }) => {
  const app = useAppStore();
  const { playing, speed } = useApp(({ filtering }) => filtering);
  return (
    <>
      <IconButton
        icon={playing ? Pause : Play}
        size="small"
        side="top"
        label={playing ? 'Pause' : 'Play the time span'}
        disabled={!able}
        onClick={() => app.getState().playToggled(!playing)}
      />
      <Menu
        label="Speed"
        items={playSpeeds.map((each) => ({
          id: String(each),
          label: speedWords(each),
          checked: each === speed,
          onChoose: () => app.getState().playSpeedChosen(each),
        }))}
        trigger={
          <button type="button" className={styles.speed} disabled={!able} aria-label={`Speed: ${speedWords(speed)}`}>
            {speedWords(speed)}
          </button>
        }
      />
    </>
  );
};

const Summary = ({ answer }: { answer: Activity }) => {
  const span = useApp(({ board }) => board.filter.span);
  const publishersOff = useApp(({ board }) => board.filter.publishersOff);
  const { cleared } = useSpan();
  const { histogram } = answer;
  const { unit, bars, undated } = histogram;
  const all = articlesIn(histogram);
  const [first, last] = [bars[0], bars.at(-1)];
  if (!isOpen(span)) {
    const within = articlesWithin(answer, publishersOff);
    return (
      <>
        <p className={styles.summary}>
          <strong>{spanWords(span)}</strong>
          {` · ${formatCount(within)} of ${plural(all + undated, 'article')}`}
          {undated > 0 ? <span className={styles.weak}>{` · ${formatCount(undated)} undated left out`}</span> : null}
        </p>
        <IconButton icon={X} size="small" side="top" label="Clear the time span" onClick={cleared} />
      </>
    );
  }
  return (
    <p className={styles.summary}>
      {first && last ? `${plural(all, 'article')} · ${formatRange(first.from, lastDayOf(unit, last.from))}` : null}
      {undated > 0 ? (
        <span className={styles.weak}>{`${first ? ' · ' : ''}${first ? formatCount(undated) : plural(undated, 'article')} undated`}</span>
      ) : null}
    </p>
  );
};

/** What stands in place of the bars: nothing to show yet, no dates, a failure. */
const Instead = ({ answer }: { answer: Activity | null }) => {
  const loading = useApp(({ activity }) => activity.loading);
  const activityRequested = useApp((app) => app.activityRequested);
  if (loading.state === 'failed' && answer === null) {
    return (
      <p className={styles.instead} role="alert">
        {`The articles over time could not be counted: ${loading.failure.message.replace(/\.$/, '')}.`}
        <Button look="link" onClick={activityRequested}>
          Try again
        </Button>
      </p>
    );
  }
  if (answer === null) return <div className={styles.waiting} aria-busy={loading.state === 'loading'} />;
  return <p className={styles.instead}>{answer.histogram.undated > 0 ? 'No article here has a date' : 'No articles to show over time'}</p>;
};

/** When what is on the map was reported: a histogram to brush, play, and what is new. 72 px high, or folded to its first line. */
export const TimeStrip = () => {
  useActivity();
  useLastVisit();
  const app = useAppStore();
  const answer = useApp(({ activity }) => activity.answer);
  const failed = useApp(({ activity }) => activity.loading.state === 'failed');
  const publishersOff = useApp(({ board }) => board.filter.publishersOff);
  const open = useApp(({ filtering }) => filtering.strip);
  // folded away it is not asked for, unless it filters
  const current = useApp(({ filtering, board }) => filtering.strip || !isOpen(board.filter.span));
  const histogram = answer?.histogram ?? none;
  const axis = useMemo(() => axisOf(histogram), [histogram]);
  usePlay(axis);
  const bars = histogram.bars.length;
  return (
    <section className={styles.strip} aria-label="Time" data-open={open} data-bars={bars}>
      <Later frames={4}>
        <div className={styles.head}>
          <IconButton
            icon={open ? ChevronDown : ChevronUp}
            size="small"
            side="top"
            label={open ? 'Fold the time strip' : 'Unfold the time strip'}
            aria-expanded={open}
            onClick={() => app.getState().timeStripToggled(!open)}
          />
          {open ? <Playing able={bars > 1} /> : <span className={styles.name}>Time</span>}
          {answer === null || !current ? null : <Summary answer={answer} />}
          {failed && answer !== null ? (
            <Button look="link" className={styles.again} onClick={() => app.getState().activityRequested()}>
              Not up to date: try again
            </Button>
          ) : null}
          <span className={styles.room} />
          <NewsPopover />
        </div>
        {open ? (
          <div className={styles.body}>
            {answer !== null && bars > 0 ? (
              <Bars histogram={histogram} holds={plural(articlesWithin(answer, publishersOff), 'article')} />
            ) : (
              <Instead answer={answer} />
            )}
          </div>
        ) : null}
      </Later>
    </section>
  );
};
