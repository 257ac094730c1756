/** The end that always shows is this many letters long, or as near to it as a word begins. */
const tailLength = 8;
const tailRange = { least: 4, most: 12 } as const;

/**
 * Where a name may lose its middle: the length of the part that gives way. The end begins with a word where one begins
 * near enough, so that "AI stocks" stays and not "I stocks". The whole length for names too short to be cut.
 */
export const middleOf = (text: string): number => {
  if (text.length <= tailLength * 2) return text.length;
  const starts = [...text.matchAll(/[\s/\\_-](?=[^\s/\\_-])/g)]
    .map(({ index }) => text.length - index - 1)
    .filter((length) => length >= tailRange.least && length <= tailRange.most)
    .sort((a, b) => Math.abs(a - tailLength) - Math.abs(b - tailLength));
  // never between the two halves of one character
  return text.length - (starts[0] ?? (/^[\udc00-\udfff]/.test(text.slice(-tailLength)) ? tailLength - 1 : tailLength));
};
