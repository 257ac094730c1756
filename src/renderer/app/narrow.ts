import { useSyncExternalStore } from 'react';

/** Below this width in px the reader lies over the map. */
const query = '(max-width: 999px)';

/** Whether the window is too narrow for three panes side by side. */
export const isNarrow = (): boolean => matchMedia(query).matches;

const subscribe = (listener: () => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** The same, drawn again when it changes. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow);
