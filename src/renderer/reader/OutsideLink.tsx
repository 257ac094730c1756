import { ExternalLink } from 'lucide-react';
import { useApp, useHost } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import { addressParts } from './address.ts';
import styles from './HoverCard.module.css';

interface Props {
  href: string;
  anchor: Element;
  onClose: () => void;
}

/** Where a link out of the library leads, and the way there. */
export const OutsideLink = ({ href, anchor, onClose }: Props) => {
  const host = useHost();
  const problemOccurred = useApp((app) => app.problemOccurred);
  const parts = addressParts(href);
  const open = () => {
    onClose();
    host.shell.openExternal(href).catch((thrown: unknown) => problemOccurred('The address could not be opened', thrown));
  };
  return (
    <Popover label="Link out of the library" open anchor={anchor} onOpenChange={(next) => (next ? undefined : onClose())}>
      <div className={styles.outside}>
        <p className={styles.address}>
          {parts ? (
            <>
              {parts.before}
              <span className={styles.host}>{parts.host}</span>
              {parts.after}
            </>
          ) : (
            href
          )}
        </p>
        {parts ? (
          <Button icon={ExternalLink} onClick={open}>
            Open in browser
          </Button>
        ) : (
          <p className={styles.source}>Only web addresses can be opened</p>
        )}
      </div>
    </Popover>
  );
};
