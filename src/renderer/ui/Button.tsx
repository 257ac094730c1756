import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one next step; `plain`: an outlined button; `quiet`: text until hovered; `link`: in running text. */
  look?: 'primary' | 'plain' | 'quiet' | 'link';
  size?: 'small' | 'medium' | 'large';
  icon?: LucideIcon;
}

/** A button with words. */
export const Button = ({ look = 'plain', size = 'medium', icon: Icon, className, children, type = 'button', ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={classes(styles.button, styles[look], styles[size], className)}>
    {Icon === undefined ? null : <Icon size={size === 'large' ? 18 : 15} strokeWidth={1.75} aria-hidden="true" />}
    {children}
  </button>
);
