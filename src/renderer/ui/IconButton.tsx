import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: LucideIcon;
  /** What the button does: read out, and shown in the tooltip. */
  label: string;
  /** Key combination, such as `Mod+B`; shown in the tooltip. */
  shortcut?: string | undefined;
  /** For a button that is on or off. */
  pressed?: boolean | undefined;
  size?: 'small' | 'medium';
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button with an icon alone, its label and shortcut in a tooltip. */
export const IconButton = ({ icon: Icon, label, shortcut, pressed, size = 'medium', side, className, ...rest }: IconButtonProps) => (
  <Tooltip label={label} shortcut={shortcut} side={side}>
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={classes(styles.button, styles[size], pressed && styles.pressed, className)}
    >
      <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  </Tooltip>
);
