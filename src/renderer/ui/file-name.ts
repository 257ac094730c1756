/** A file name made of words: without what systems refuse in one, and not too long. */
export const fileNameOf = (words: string, ending: string): string => {
  const plain = words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no system takes them in a name
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return `${Array.from(plain).slice(0, 100).join('').trim() || 'Newsgraph'}.${ending}`;
};
