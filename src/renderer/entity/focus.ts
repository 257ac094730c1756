/** Where an arrow, Home or End leads in a list of `length`; null where the key does not move or there is nowhere to go. */
export const nextFocus = (key: string, at: number, length: number): number | null => {
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[key];
  return next === undefined || next < 0 || next >= length || next === at ? null : next;
};
