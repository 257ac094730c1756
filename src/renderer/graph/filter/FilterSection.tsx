import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { formatCount } from '../../ui/format.ts';
import { MiddleTruncate } from '../../ui/MiddleTruncate.tsx';
import styles from './FilterPanel.module.css';
import { none, only, toggled } from './switches.ts';

export interface Switch<Key extends string> {
  key: Key;
  label: string;
  count: number;
}

interface Group<Key extends string> {
  /** Absent where there is but one. */
  label?: string;
  switches: readonly Switch<Key>[];
}

interface Props<Key extends string> {
  title: string;
  groups: readonly Group<Key>[];
  off: readonly Key[];
  /** All that "none" and "only" turn off, also what is not listed now; what is listed, where absent. */
  all?: readonly Key[];
  onChange: (off: readonly Key[]) => void;
  /** Said where nothing is to be chosen. */
  empty: string;
}

/** From so many switches on there is a field to search among them, and those at the end are folded. */
const [searchFrom, shownFirst] = [9, 40];

interface RowProps {
  label: ReactNode;
  name: string;
  count: number;
  checked: boolean | 'some';
  group?: boolean;
  onToggle: () => void;
  onOnly: () => void;
}

const Row = ({ label, name, count, checked, group = false, onToggle, onOnly }: RowProps) => (
  <div className={classes(styles.row, group && styles.groupRow, count === 0 && styles.nothing)}>
    <label className={styles.label}>
      <input
        type="checkbox"
        checked={checked === true}
        ref={(box) => {
          if (box) box.indeterminate = checked === 'some';
        }}
        onChange={onToggle}
      />
      <span className={styles.words}>{label}</span>
    </label>
    <button type="button" className={styles.only} aria-label={`Only ${name}`} onClick={onOnly}>
      only
    </button>
    <span className={styles.count}>{formatCount(count)}</span>
  </div>
);

/** A part of the filter: switches with counts, all, none, only one. */
export const FilterSection = <Key extends string>({ title, groups, off, all, onChange, empty }: Props<Key>) => {
  const heading = useId();
  const [wanted, setWanted] = useState('');
  const [whole, setWhole] = useState(false);
  const isOff = new Set(off);
  const every = groups.flatMap(({ switches }) => switches);
  const keys = all ?? every.map(({ key }) => key);
  const words = wanted.trim().toLowerCase();
  const matching = groups
    .map((group) => ({ ...group, switches: group.switches.filter(({ label }) => label.toLowerCase().includes(words)) }))
    .filter(({ switches }) => switches.length > 0);
  const found = matching.reduce((sum, { switches }) => sum + switches.length, 0);
  const grouped = groups.length > 1;
  const most = whole || grouped ? every.length : shownFirst;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <header className={styles.sectionHead}>
        <h3 id={heading} className={styles.title}>
          {title}
        </h3>
        {every.length > 1 ? (
          <>
            <Button size="small" look="quiet" disabled={off.length === 0} onClick={() => onChange([])} aria-label={`${title}: all`}>
              All
            </Button>
            <Button
              size="small"
              look="quiet"
              disabled={keys.every((key) => isOff.has(key))}
              onClick={() => onChange(none(off, keys))}
              aria-label={`${title}: none`}
            >
              None
            </Button>
          </>
        ) : null}
      </header>
      {!grouped && every.length >= searchFrom ? (
        <input
          type="search"
          className={styles.search}
          aria-label={`Search the ${title.toLowerCase()}`}
          placeholder={`Search ${formatCount(every.length)}`}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      ) : null}
      {every.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      {every.length > 0 && found === 0 ? <p className={styles.empty}>None is called that</p> : null}
      {matching.map(({ label, switches }) => {
        const groupKeys = switches.map(({ key }) => key);
        const on = groupKeys.filter((key) => !isOff.has(key)).length;
        return (
          <div key={label ?? ''} className={label === undefined ? undefined : styles.group}>
            {label === undefined ? null : (
              <Row
                group
                label={label}
                name={label.toLowerCase()}
                count={switches.reduce((sum, { count }) => sum + count, 0)}
                checked={on === groupKeys.length ? true : on > 0 ? 'some' : false}
                onToggle={() => onChange(toggled(off, groupKeys))}
                onOnly={() => onChange(only(off, keys, groupKeys))}
              />
            )}
            {switches.slice(0, most).map((each) => (
              <Row
                key={each.key}
                label={<MiddleTruncate text={each.label} />}
                name={each.label}
                count={each.count}
                checked={!isOff.has(each.key)}
                onToggle={() => onChange(toggled(off, [each.key]))}
                onOnly={() => onChange(only(off, keys, [each.key]))}
              />
            ))}
          </div>
        );
      })}
      {found > most ? <Button size="small" look="quiet" onClick={() => setWhole(true)}>{`Show all ${formatCount(found)}`}</Button> : null}
    </section>
  );
};
