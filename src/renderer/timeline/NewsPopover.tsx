import { useId, useMemo } from 'react';
import type { Since } from '../state/activity.ts';
import { useApp } from '../state/app.ts';
import { seenIn } from '../state/seen.ts';
import { classes } from '../ui/classes.ts';
import { formatCount } from '../ui/format.ts';
import { Popover } from '../ui/Popover.tsx';
import { FreshList } from './FreshList.tsx';
import styles from './News.module.css';
import { freshIn, freshWords, momentWords, sinceDay, sinceDaysAgo, sinceVisit } from './since.ts';

interface ChoiceProps {
  name: string;
  checked: boolean;
  label: string;
  detail?: string;
  onChoose: () => void;
}

const Choice = ({ name, checked, label, detail, onChoose }: ChoiceProps) => (
  <label className={styles.choice}>
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    {label}
    {detail === undefined ? null : <span className={styles.when}>{detail}</span>}
  </label>
);

const recent = [
  { kind: 'day', label: 'The last 24 hours' },
  { kind: 'week', label: 'The last 7 days' },
  { kind: 'month', label: 'The last 30 days' },
] as const;

const Choices = () => {
  const name = useId();
  const since = useApp((app) => app.since);
  const visitBefore = useApp(({ filtering }) => filtering.visitBefore);
  const sinceChosen = useApp((app) => app.sinceChosen);
  const is = (kind: Since['kind']) => since?.kind === kind;
  const day = since?.kind === 'date' ? since.date : '';
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.title}>What is new since</legend>
      <Choice name={name} checked={since === null} label="Mark nothing" onChoose={() => sinceChosen(null)} />
      {visitBefore === null ? null : (
        <Choice
          name={name}
          checked={is('visit')}
          label="My last visit"
          detail={momentWords(visitBefore)}
          onChoose={() => sinceChosen(sinceVisit(visitBefore))}
        />
      )}
      {recent.map(({ kind, label }) => (
        <Choice key={kind} name={name} checked={is(kind)} label={label} onChoose={() => sinceChosen(sinceDaysAgo(kind, new Date()))} />
      ))}
      <div className={styles.choice}>
        <Choice
          name={name}
          checked={is('date')}
          label="A date"
          onChoose={() => sinceChosen(sinceDay(sinceDaysAgo('month', new Date()).date))}
        />
        <input
          type="date"
          className={styles.date}
          aria-label="New since this date"
          value={day}
          onChange={({ target }) => target.value !== '' && sinceChosen(sinceDay(target.value))}
        />
      </div>
    </fieldset>
  );
};

/** The little mark that stands at what is new, as on the map. */
const Ring = () => (
  <svg className={styles.ring} width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
    <circle cx="5.5" cy="5.5" r="3.6" />
  </svg>
);

/** What counts as new, how much of the map is, and a list of it. */
export const NewsPopover = () => {
  const open = useApp(({ filtering }) => filtering.news);
  const newsToggled = useApp((app) => app.newsToggled);
  const since = useApp((app) => app.since);
  const all = useApp(({ activity }) => activity.answer?.fresh ?? null);
  const seen = useApp(seenIn);
  const failed = useApp(({ activity }) => activity.loading.state === 'failed');
  const fresh = useMemo(() => (all === null || since === null ? null : freshIn(seen, all)), [seen, all, since]);
  const away = all === null || fresh === null ? 0 : all.nodes.length + all.links.length - fresh.nodes.length - fresh.links.length;
  const many = fresh === null ? null : fresh.nodes.length + fresh.links.length;
  return (
    <Popover
      label="What is new"
      side="top"
      align="end"
      open={open}
      onOpenChange={newsToggled}
      trigger={
        <button type="button" className={classes(styles.trigger, since !== null && styles.on)}>
          <Ring />
          {many === null ? 'New since…' : `${formatCount(many)} new`}
        </button>
      }
    >
      <div className={styles.news}>
        <Choices />
        {since === null ? null : (
          <div className={styles.result}>
            <p role="status">{failed ? 'What is new could not be found out' : fresh === null ? '' : freshWords(fresh, since)}</p>
            {away > 0 ? (
              <p className={styles.away}>{`${formatCount(away)} more ${away === 1 ? 'is' : 'are'} hidden or filtered away`}</p>
            ) : null}
            {fresh === null ? null : <FreshList fresh={fresh} />}
          </div>
        )}
      </div>
    </Popover>
  );
};
