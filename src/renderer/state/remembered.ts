/**
 * Small things that this window remembers between runs: theme, pane widths. Where the browser keeps nothing (storage
 * switched off, or full) they last as long as the window.
 */
const prefix = 'newsgraph.';
const untilClosed = new Map<string, string>();

/** What was remembered under a name; null when nothing was. */
export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(prefix + name) ?? untilClosed.get(name) ?? null;
  } catch {
    return untilClosed.get(name) ?? null;
  }
};

/** Remembers a text under a name. Never fails. */
export const remember = (name: string, text: string): void => {
  untilClosed.set(name, text);
  try {
    localStorage.setItem(prefix + name, text);
  } catch {
    // kept in untilClosed
  }
};
