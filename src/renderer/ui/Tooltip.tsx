import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

/** Put once around the window: after a first tooltip its neighbours show at once. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => <Base.Provider delay={500}>{children}</Base.Provider>;

interface Props {
  label: ReactNode;
  /** Key combination, such as `Mod+K`. */
  shortcut?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes a ref; it is what the tooltip stands at. */
  children: ReactElement;
}

/** A label that appears when its element is hovered or focused. It names nothing by itself: give the element a label too. */
export const Tooltip = ({ label, shortcut, side = 'bottom', children }: Props) => (
  <Base.Root>
    <Base.Trigger render={children} />
    <Base.Portal>
      <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className={styles.positioner}>
        <Base.Popup className={styles.popup}>
          <span>{label}</span>
          {shortcut === undefined ? null : <Kbd keys={shortcut} quiet />}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
