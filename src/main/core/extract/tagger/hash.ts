/** 32 bits of a text (FNV-1a), signed; `from` goes on from the hash of what stands before. */
export const hashOf = (text: string, from = 0x811c9dc5 | 0): number => {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};
