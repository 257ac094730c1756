import { useEffect, useRef, useState } from 'react';
import { useAppStore, useHost } from '../../state/app.ts';
import { announce } from '../../ui/Announcer.tsx';
import { copyText } from '../../ui/copy.ts';

/** How long a button says that it has copied. */
const saidMs = 2000;

interface Out {
  /** True for a moment after the text is on the clipboard. */
  copied: boolean;
  copy: (text: string) => void;
  save: (file: { name: string; text: string }) => void;
}

/** Takes paths out of the window, as Markdown: to the clipboard, or into a file. */
export const useOut = (): Out => {
  const app = useAppStore();
  const host = useHost();
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    copied,
    copy: (text) => {
      copyText(text).then(
        () => {
          announce('Copied');
          setCopied(true);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setCopied(false), saidMs);
        },
        (thrown: unknown) => app.getState().problemOccurred('The path could not be copied', thrown),
      );
    },
    save: ({ name, text }) => {
      host.shell.saveFile(name, new Blob([text], { type: 'text/markdown' })).then(
        (saved) => {
          if (saved !== null) app.getState().noticeGiven(`Saved as ${saved}`);
        },
        (thrown: unknown) => app.getState().problemOccurred('The path could not be saved', thrown),
      );
    },
  };
};
