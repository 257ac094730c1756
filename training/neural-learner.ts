import {
  type Block,
  blockSizes,
  inputSize,
  sidesSize,
  startOf,
  stateSize,
  weightCount,
} from '../src/main/core/extract/pairs/neural-shape.ts';

/** How fast everything moves. */
export interface Pace {
  rate: number;
  /** Pull towards zero, by step. */
  decay: number;
}

/** Spread of the weights at the start, where not zero. */
const spreads: Partial<Record<Block, number>> = {
  marks: 0.1,
  forwardInput: Math.sqrt(1 / inputSize),
  forwardState: Math.sqrt(1 / stateSize),
  backwardInput: Math.sqrt(1 / inputSize),
  backwardState: Math.sqrt(1 / stateSize),
  sides: Math.sqrt(1 / sidesSize),
  scores: 0.05,
};
const projectionSpread = 0.14;

/** About a normal draw. */
const draw = (random: () => number): number => {
  let sum = -6;
  for (let k = 0; k < 12; k += 1) sum += random();
  return sum;
};

const scatter = (numbers: Float64Array, from: number, count: number, spread: number, random: () => number): void => {
  for (let k = from; k < from + count; k += 1) numbers[k] = spread * draw(random);
};

const averaging = 0.999;
const warmUp = 200;
const firstBeta = 0.9;
const secondBeta = 0.99;
const largestNorm = 5;
/** Numbers of single words learn faster, and slower the more often they moved. */
const ownRate = 1.5;
const ownPull = 5;

/** Everything that learns: `numbers` are the weights and after them the projection of the vectors, `own` the words' own numbers. */
export class Learner {
  readonly numbers: Float64Array;
  readonly slopes: Float64Array;
  readonly own: Float64Array;
  readonly ownSlopes: Float64Array;
  readonly touched = new Set<number>();
  readonly averages: Float64Array;
  #first: Float64Array;
  #second: Float64Array;
  #ownSquares: Float64Array;
  #steps = 0;

  constructor(words: number, vectorSize: number, random: () => number) {
    const count = weightCount + inputSize * vectorSize;
    this.numbers = new Float64Array(count);
    for (const [block, spread] of Object.entries(spreads))
      scatter(this.numbers, startOf[block as Block], blockSizes[block as Block], spread, random);
    scatter(this.numbers, weightCount, count - weightCount, projectionSpread, random);
    this.averages = this.numbers.slice();
    this.slopes = new Float64Array(count);
    this.#first = new Float64Array(count);
    this.#second = new Float64Array(count);
    this.own = new Float64Array(words * inputSize);
    this.ownSlopes = new Float64Array(words * inputSize);
    this.#ownSquares = new Float64Array(words * inputSize);
  }

  /** Moves everything against its slope: the weights by AdamW, the words' own numbers by AdaGrad. */
  step(batch: number, total: number, { rate, decay }: Pace): void {
    this.#steps += 1;
    const steps = this.#steps;
    const done = steps / total;
    const slowed = rate * Math.min(1, steps / warmUp) * (done > 0.4 ? 1 - (0.97 * (done - 0.4)) / 0.6 : 1);
    const { numbers, slopes, averages } = this;
    let norm = 0;
    for (let k = 0; k < slopes.length; k += 1) norm += (slopes[k] as number) ** 2;
    const factor = Math.min(1 / batch, largestNorm / Math.sqrt(norm + 1e-12));
    const keep = Math.min(averaging, (1 + steps) / (10 + steps));
    const firstShare = 1 - firstBeta ** steps;
    const secondShare = 1 - secondBeta ** steps;
    for (let k = 0; k < numbers.length; k += 1) {
      const slope = (slopes[k] as number) * factor;
      const first = firstBeta * (this.#first[k] as number) + (1 - firstBeta) * slope;
      const second = secondBeta * (this.#second[k] as number) + (1 - secondBeta) * slope * slope;
      this.#first[k] = first;
      this.#second[k] = second;
      slopes[k] = 0;
      const number = numbers[k] as number;
      const moved = number - slowed * (first / firstShare / (Math.sqrt(second / secondShare) + 1e-6) + decay * number);
      numbers[k] = moved;
      averages[k] = keep * (averages[k] as number) + (1 - keep) * moved;
    }
    for (const row of this.touched) {
      for (let k = row * inputSize; k < (row + 1) * inputSize; k += 1) {
        const slope = (this.ownSlopes[k] as number) * factor;
        const squares = (this.#ownSquares[k] as number) + slope * slope;
        this.#ownSquares[k] = squares;
        this.ownSlopes[k] = 0;
        const number = this.own[k] as number;
        this.own[k] = number - slowed * (ownRate * (slope / (Math.sqrt(squares) + 1e-3)) + ownPull * decay * number);
      }
    }
    this.touched.clear();
  }
}
