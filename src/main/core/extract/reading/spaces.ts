/** Whether a character of a text is a space, a line's end or the like: what `\s` means in patterns. */
export const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  if (code >= 0x2000 && code <= 0x205f) return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
  return code === 0x1680 || code === 0x3000 || code === 0xfeff;
};
