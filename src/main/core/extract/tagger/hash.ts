/** 32 bits of a text (FNV-1a), signed; `from` goes on from the hash of what stands before. */
export const hashOf = (text: string, from = 0x811c9dc5 | 0): number => {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};

/** Where a hash stands among others, which ascend; −1 where it does not. */
export const placeOf = (hashes: Int32Array, hash: number): number => {
  let from = 0;
  let to = hashes.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((hashes[middle] as number) < hash) from = middle + 1;
    else to = middle;
  }
  return hashes[from] === hash ? from : -1;
};
