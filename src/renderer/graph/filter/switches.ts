/** Filters keep what is off. Each of these gives the next such list. */

/** On to off, off to on, all of them together: off unless all are off. */
export const toggled = <Key>(off: readonly Key[], keys: readonly Key[]): Key[] => {
  const turned = new Set(keys);
  const rest = off.filter((key) => !turned.has(key));
  return keys.every((key) => off.includes(key)) ? rest : [...rest, ...keys];
};

/** All but these off; what else was off stays so. */
export const only = <Key>(off: readonly Key[], all: readonly Key[], keys: readonly Key[]): Key[] => {
  const kept = new Set(keys);
  return [...new Set([...off, ...all])].filter((key) => !kept.has(key));
};

/** None of these is on. */
export const none = <Key>(off: readonly Key[], all: readonly Key[]): Key[] => [...new Set([...off, ...all])];
