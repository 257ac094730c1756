import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes.ts';
import { TypeGlyph } from './TypeGlyph.tsx';
import type { DrawnType } from './types.ts';

interface Props {
  children: ReactNode;
  /** Shows the type's glyph, and its tint when hovered. */
  type?: DrawnType | undefined;
  /** Small figures after the words. */
  count?: ReactNode;
  /** Makes the chip a button. */
  onClick?: (() => void) | undefined;
  /** For a chip that is on or off. */
  pressed?: boolean | undefined;
  /** Adds a button that takes the chip away; `removeLabel` says what that does. */
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
  title?: string | undefined;
  /** For a chip with more behind it: a double click, or Enter instead of a click. */
  onOpen?: (() => void) | undefined;
  /** Called as the pointer or the focus comes to the button, and leaves it. */
  onMeant?: ((meant: boolean) => void) | undefined;
  /** What the chip stands for is meant elsewhere. */
  lit?: boolean | undefined;
}

/** A small rounded label: an entity in a list, a filter. */
export const Chip = ({ children, type, count, onClick, pressed, onRemove, removeLabel = 'Remove', title, ...more }: Props) => {
  const { onOpen, onMeant, lit } = more;
  const inside = (
    <>
      {type === undefined ? null : <TypeGlyph type={type} size={13} labelled />}
      <span className={styles.words}>{children}</span>
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
    </>
  );
  const look = classes(styles.chip, pressed && styles.pressed, pressed === false && styles.off);
  return (
    <span className={styles.whole} title={title}>
      {onClick ? (
        <button
          type="button"
          className={classes(look, styles.button, lit && styles.lit)}
          aria-pressed={pressed}
          onClick={onClick}
          onDoubleClick={onOpen}
          onKeyDown={(event) => {
            if (!onOpen || event.key !== 'Enter') return;
            event.preventDefault();
            onOpen();
          }}
          onPointerEnter={() => onMeant?.(true)}
          onPointerLeave={() => onMeant?.(false)}
          onFocus={() => onMeant?.(true)}
          onBlur={() => onMeant?.(false)}
          data-type={type}
        >
          {inside}
        </button>
      ) : (
        <span className={look}>{inside}</span>
      )}
      {onRemove ? (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X size={12} strokeWidth={2} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
};
