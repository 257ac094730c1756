import { Lock, ScanText, ServerCrash, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Banners.module.css';

const Banner = ({
  tone,
  icon,
  children,
  action,
}: {
  tone: 'notice' | 'problem';
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) => (
  <div className={styles.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
    {icon}
    <p className={styles.words}>{children}</p>
    {action}
  </div>
);

/** Offers to read anew what an older version has read; once closed it does not come back in this window. */
const Outdated = () => {
  const outdated = useApp(({ library }) => (library.status?.readOnly ? 0 : (library.status?.outdated ?? 0)));
  const busy = useApp(({ library, reread }) => library.status?.import?.state === 'running' || reread.progress?.state === 'running');
  const rereadRequested = useApp((app) => app.rereadRequested);
  const [closed, setClosed] = useState(false);
  if (outdated === 0 || busy || closed) return null;
  return (
    <Banner
      tone="notice"
      icon={<ScanText size={16} strokeWidth={1.75} aria-hidden="true" />}
      action={
        <>
          <Button size="small" onClick={() => void rereadRequested('outdated')}>
            Read again
          </Button>
          <IconButton icon={X} label="Later" size="small" onClick={() => setClosed(true)} />
        </>
      }
    >
      <strong>{`${plural(outdated, 'article was', 'articles were')} read by an older version.`}</strong> Reading again finds what this
      version finds; corrections and entities stay.
    </Banner>
  );
};

/** Lines under the top bar on the state of the library: the core is gone, read-only, an index was rebuilt. */
export const Banners = () => {
  const { status, coreUp } = useApp((app) => app.library);
  const libraryRequested = useApp((app) => app.libraryRequested);
  const [read, setRead] = useState<readonly string[]>([]);
  const readOnly = status?.readOnly ?? false;
  // the first message of a read-only library says why it is one, and stays
  const [whyReadOnly, ...others] = readOnly ? (status?.notices ?? []) : [undefined, ...(status?.notices ?? [])];
  const notices = others.filter((notice): notice is string => notice !== undefined && !read.includes(notice));
  return (
    <>
      {coreUp ? null : (
        <Banner
          tone="problem"
          icon={<ServerCrash size={16} strokeWidth={1.75} aria-hidden="true" />}
          action={
            <Button size="small" onClick={() => void libraryRequested()}>
              Check again
            </Button>
          }
        >
          <strong>The part of Newsgraph that keeps the library has stopped.</strong> What was imported is on disk. If it does not come back
          by itself, close Newsgraph and start it again.
        </Banner>
      )}
      {readOnly ? (
        <Banner tone="notice" icon={<Lock size={16} strokeWidth={1.75} aria-hidden="true" />}>
          <strong>Open for reading only.</strong> {whyReadOnly ?? 'Articles can be searched and read, none imported.'}
        </Banner>
      ) : null}
      <Outdated />
      {notices.map((notice) => (
        <Banner
          key={notice}
          tone="notice"
          action={<IconButton icon={X} label="Dismiss" size="small" onClick={() => setRead([...read, notice])} />}
        >
          {notice}
        </Banner>
      ))}
    </>
  );
};
