import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApp, useAppStore, useHost } from '../state/app.ts';
import styles from './DropZone.module.css';
import { importDropped } from './start.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files and folders dropped anywhere on the window; shows where they will go while they are dragged over it. */
export const DropZone = () => {
  const store = useAppStore();
  const host = useHost();
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy';
      setOver(true);
    };
    // a drag that leaves the window comes from no other element of it
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event) || !event.dataTransfer) return;
      // without this the browser would leave the app for the file
      event.preventDefault();
      if (!readOnly) void importDropped(store.getState(), host, event.dataTransfer);
    };
    const ended = () => setOver(false);
    window.addEventListener('dragenter', dragged);
    window.addEventListener('dragover', dragged);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', dropped);
    window.addEventListener('dragend', ended);
    return () => {
      window.removeEventListener('dragenter', dragged);
      window.removeEventListener('dragover', dragged);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', dropped);
      window.removeEventListener('dragend', ended);
    };
  }, [store, host, readOnly]);

  if (!over) return null;
  return (
    <div className={styles.zone} aria-hidden="true">
      <div className={styles.card}>
        <FileDown size={28} strokeWidth={1.25} />
        <p className={styles.title}>{readOnly ? 'This library is open for reading only' : 'Drop to import'}</p>
        <p className={styles.detail}>{readOnly ? 'Nothing can be imported into it now.' : 'Text, HTML, Markdown, JSON; folders too.'}</p>
      </div>
    </div>
  );
};
