/** Puts numbers in an order drawn at random (Fisher and Yates), in place. The same draws give the same order. */
export const shuffle = (numbers: Int32Array, random: () => number): void => {
  for (let i = numbers.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = numbers[i] as number;
    numbers[i] = numbers[j] as number;
    numbers[j] = kept;
  }
};
