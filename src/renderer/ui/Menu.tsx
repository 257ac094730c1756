import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';
import type { Anchor } from './Popover.tsx';

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** Key combination, such as `Mod+K`. */
  shortcut?: string | undefined;
  /** For one of several that exclude each other: whether it is the one. */
  checked?: boolean;
  disabled?: boolean;
  /** Set on the first item of a group: draws a line above it. */
  apart?: boolean;
  onChoose: () => void;
}

interface Props {
  /** Names the menu for screen readers. */
  label: string;
  items: readonly MenuItem[];
  /** A button that opens it. Without one, give `open`, `onOpenChange` and `anchor`: a menu at the pointer. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  anchor?: Anchor | null;
  align?: 'start' | 'center' | 'end';
}

const Inside = ({ item, checks }: { item: MenuItem; checks: boolean }) => {
  const Icon = item.icon;
  return (
    <>
      {checks ? <span className={styles.check}>{item.checked ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}</span> : null}
      {Icon ? <Icon size={15} strokeWidth={1.75} aria-hidden="true" /> : null}
      <span className={styles.label}>{item.label}</span>
      {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} quiet />}
    </>
  );
};

/** A list of things to do, walked with the arrows or by first letter. */
export const Menu = ({ label, items, trigger, open, onOpenChange, anchor, align = 'start' }: Props) => {
  const checks = items.some((item) => item.checked !== undefined);
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)} modal={false}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          align={align}
          sideOffset={trigger ? 6 : 2}
          collisionPadding={8}
          // at a point there is nothing to keep clear of: a long menu moves along until all of it is in the window
          {...(trigger ? {} : { collisionAvoidance: { side: 'shift', align: 'shift', fallbackAxisSide: 'none' } as const })}
          {...(anchor === undefined ? {} : { anchor })}
        >
          <Base.Popup className={styles.popup} aria-label={label} data-layer="menu">
            {items.map((item) => (
              <Fragment key={item.id}>
                {item.apart ? <Base.Separator className={styles.line} /> : null}
                <Base.Item
                  className={styles.item}
                  disabled={item.disabled ?? false}
                  onClick={item.onChoose}
                  {...(item.checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': item.checked })}
                >
                  <Inside item={item} checks={checks} />
                </Base.Item>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
};
