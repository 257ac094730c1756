import { AArrowDown, AArrowUp, ExternalLink, Highlighter, Search } from 'lucide-react';
import type { ArticleView } from '../../shared/views.ts';
import { useApp, useHost } from '../state/app.ts';
import { readerSizes } from '../state/reader.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './ArticleHeader.module.css';

/** Buttons of the reader: size of the type, marks, find, and the original in the browser. */
export const ReaderTools = ({ article, onFind }: { article: ArticleView; onFind: () => void }) => {
  const { size, marks } = useApp((app) => app.reader);
  const readerSizeStepped = useApp((app) => app.readerSizeStepped);
  const readerMarksToggled = useApp((app) => app.readerMarksToggled);
  const problemOccurred = useApp((app) => app.problemOccurred);
  const host = useHost();
  const { address } = article;
  return (
    <div className={styles.tools} role="toolbar" aria-label="Reader">
      <IconButton icon={AArrowDown} label="Smaller type" disabled={size === readerSizes[0]} onClick={() => readerSizeStepped(-1)} />
      <IconButton icon={AArrowUp} label="Larger type" disabled={size === readerSizes.at(-1)} onClick={() => readerSizeStepped(1)} />
      <IconButton icon={Highlighter} label="Mark names in the text" pressed={marks} onClick={readerMarksToggled} />
      <IconButton icon={Search} label="Find in this article" shortcut="Mod+F" onClick={onFind} />
      {address === null ? null : (
        <IconButton
          icon={ExternalLink}
          label="Open the original in the browser"
          onClick={() =>
            host.shell.openExternal(address).catch((thrown: unknown) => problemOccurred('The original could not be opened', thrown))
          }
        />
      )}
    </div>
  );
};
