import { useCallback } from 'react';
import { useAppStore } from '../../state/app.ts';
import { announce } from '../../ui/Announcer.tsx';

/** Copies a text; `what` is called by its name ("The name") where that fails. */
export const useCopy = (): ((text: string, what: string) => void) => {
  const app = useAppStore();
  return useCallback(
    (text, what) => {
      navigator.clipboard.writeText(text).then(
        () => announce('Copied'),
        (thrown: unknown) => app.getState().problemOccurred(`${what} could not be copied`, thrown),
      );
    },
    [app],
  );
};
