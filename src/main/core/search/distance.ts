/**
 * Slips of the hand between two words: letters put in, left out, replaced, or two neighbours swapped, each counting one
 * (optimal string alignment). Answers `limit + 1` for all that lie further apart, as soon as that is clear.
 */
export const slipsBetween = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(slips);
      best = Math.min(best, slips);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
};

/** How many slips a word of this length is forgiven: none below 4 letters, one below 8, two from there on. */
export const forgivenSlips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
