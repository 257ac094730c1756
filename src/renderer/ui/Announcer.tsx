import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Has screen readers say something short, once they have finished. */
export const announce = (text: string): void => {
  // the same words twice must differ, or nothing is read out the second time
  said = said === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Put once into the window: the region that `announce` speaks through. */
export const Announcer = () => {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
};
