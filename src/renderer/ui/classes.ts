/** The given class names that are set, joined by spaces; undefined when none is. */
export const classes = (...names: (string | false | null | undefined)[]): string | undefined => {
  const set = names.filter((name) => typeof name === 'string' && name !== '');
  return set.length > 0 ? set.join(' ') : undefined;
};
