import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useRef } from 'react';
import styles from './Popover.module.css';

/** An element, or a rectangle that stands for one (a node on a canvas, a pointer). */
export type Anchor = Element | { getBoundingClientRect: () => DOMRect };

interface Props {
  /** Names the popover for screen readers. */
  label: string;
  children: ReactNode;
  /** A button that opens it. Without one, give `open`, `onOpenChange` and `anchor`. */
  trigger?: ReactElement;
  open?: boolean;
  /** `byEscape`: it was Esc that asked to close it. */
  onOpenChange?: (open: boolean, byEscape: boolean) => void;
  anchor?: Anchor | null;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  /** Leaves the focus where it is: for what appears on hover. */
  passive?: boolean;
  /** Gives the focus to the sheet, not to its first control: for what is to be read first, or is still on its way. */
  sheetFirst?: boolean;
  /** Where the focus goes when it closes; back to where it was, where absent. */
  returnTo?: () => HTMLElement | null;
  /** For a card that should stay open while the pointer is on it. */
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
}

/** A small sheet that stands at its trigger or anchor; a click elsewhere or Esc closes it. */
export const Popover = (props: Props) => {
  const { label, children, trigger, open, onOpenChange, anchor, side = 'bottom', align = 'start', passive = false } = props;
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next, { reason }) => onOpenChange?.(next, reason === 'escape-key')}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(anchor === undefined ? {} : { anchor })}
        >
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            data-layer={passive ? undefined : 'popover'}
            ref={sheet}
            initialFocus={props.sheetFirst ? sheet : !passive}
            finalFocus={passive ? false : (props.returnTo ?? true)}
            onPointerEnter={props.onPointerEnter}
            onPointerLeave={props.onPointerLeave}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
};
