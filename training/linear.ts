/** How a linear classifier learns. */
export interface LinearOptions {
  epochs: number;
  rate: number;
  /** Pull towards zero, by example. */
  decay: number;
  random: () => number;
}

/** Something to tell the class of. */
export interface ClassExample {
  features: Int32Array;
  target: number;
}

/** Learns to tell classes apart: multinomial logistic regression, AdaGrad, an example at a time; a weight a feature and class. */
export const trainStatuses = (
  examples: readonly ClassExample[],
  buckets: number,
  classes: number,
  options: LinearOptions,
): Float32Array => {
  const { epochs, rate, decay, random } = options;
  const weights = new Float32Array(buckets * classes);
  const squares = new Float32Array(buckets * classes);
  const chances = new Float64Array(classes);
  for (let step = 0; step < epochs * examples.length; step += 1) {
    const { features, target } = examples[Math.floor(random() * examples.length)] as ClassExample;
    chances.fill(0);
    for (const feature of features) {
      for (let c = 0; c < classes; c += 1) chances[c] = (chances[c] as number) + (weights[feature * classes + c] as number);
    }
    const most = Math.max(...chances);
    let sum = 0;
    for (let c = 0; c < classes; c += 1) {
      chances[c] = Math.exp((chances[c] as number) - most);
      sum += chances[c] as number;
    }
    for (let c = 0; c < classes; c += 1) {
      const error = (chances[c] as number) / sum - (c === target ? 1 : 0);
      if (error < 1e-3 && error > -1e-3) continue;
      for (const feature of features) {
        const k = feature * classes + c;
        const gradient = error + decay * (weights[k] as number);
        const square = (squares[k] as number) + gradient * gradient;
        squares[k] = square;
        weights[k] = (weights[k] as number) - (rate * gradient) / (0.1 + Math.sqrt(square));
      }
    }
  }
  return weights;
};

/** Learns to tell yes from no: logistic regression, AdaGrad, an example at a time; a weight a feature. */
export const trainBinary = (
  examples: readonly { features: Int32Array; yes: boolean }[],
  buckets: number,
  { epochs, rate, decay, random }: LinearOptions,
): Float32Array => {
  const weights = new Float32Array(buckets);
  const squares = new Float32Array(buckets);
  for (let step = 0; step < epochs * examples.length; step += 1) {
    const { features, yes } = examples[Math.floor(random() * examples.length)] as { features: Int32Array; yes: boolean };
    let sum = 0;
    for (const feature of features) sum += weights[feature] as number;
    const error = 1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0);
    if (error < 1e-3 && error > -1e-3) continue;
    for (const feature of features) {
      const gradient = error + decay * (weights[feature] as number);
      const square = (squares[feature] as number) + gradient * gradient;
      squares[feature] = square;
      weights[feature] = (weights[feature] as number) - (rate * gradient) / (0.1 + Math.sqrt(square));
    }
  }
  return weights;
};
