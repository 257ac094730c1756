import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import styles from './Segmented.module.css';

interface Props<Value extends string> {
  /** Names the group for screen readers. */
  label: string;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Shows the icons alone; the labels are read out and stand in tooltips. */
  iconsOnly?: boolean;
}

/** A choice of one out of a few, all in sight: a radio group. */
export const Segmented = <Value extends string>({ label, options, value, onChange, iconsOnly = false }: Props<Value>) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map(({ value: each, label: words, icon: Icon }) => (
        <label key={each} className={styles.option} title={iconsOnly ? words : undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={each === value}
            onChange={() => onChange(each)}
            aria-label={iconsOnly ? words : undefined}
          />
          {Icon ? <Icon size={14} strokeWidth={1.75} aria-hidden="true" /> : null}
          {iconsOnly ? null : words}
        </label>
      ))}
    </div>
  );
};
