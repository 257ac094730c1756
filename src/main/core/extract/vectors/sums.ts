import type { Weights } from '../weights.ts';
import { VectorMemory } from './memory.ts';

/** Most classes of a model, and most features of one thing: what is beyond says nothing. */
const mostClasses = 24;
const mostFeatures = 4096;

/** Adds up the weights of features, for one model. Not for use from two places at once. */
export class FeatureSums {
  /** One step of the sums. */
  readonly scale: number;
  #memory: VectorMemory;
  #features: Int32Array;
  #used: Int32Array;
  #ranks: Int32Array;
  #rows: Int8Array;
  #sums: Int16Array;
  #classes: number;

  /** Throws for more classes than it has room for. */
  constructor({ used, ranks, rows, classes, scale }: Weights) {
    if (classes > mostClasses) throw new Error(`No room for ${classes} classes.`);
    // each part may be filled up to a multiple of sixteen
    const memory = new VectorMemory(4 * (mostFeatures + used.length + ranks.length) + rows.length + 8 * mostClasses);
    this.#memory = memory;
    this.#features = memory.ints(mostFeatures);
    this.#sums = memory.shorts(mostClasses);
    this.#used = memory.ints(used.length);
    this.#used.set(used);
    this.#ranks = memory.ints(ranks.length);
    this.#ranks.set(ranks);
    // a row is read with the 24 bytes behind it
    this.#rows = memory.bytes(rows.length + mostClasses);
    this.#rows.set(rows);
    this.#classes = classes;
    this.scale = scale;
  }

  /** For each class the sum of the weights of features from `from` up to but not including `to`, in steps of `scale`, within 16 bits. The array is used again by the next call. */
  of(features: ArrayLike<number>, from = 0, to = features.length): Int16Array {
    const count = Math.min(to - from, mostFeatures);
    const mine = this.#features;
    for (let f = 0; f < count; f += 1) mine[f] = features[from + f] as number;
    this.#memory.functions.sum(
      mine.byteOffset,
      count,
      this.#used.byteOffset,
      this.#ranks.byteOffset,
      this.#rows.byteOffset,
      this.#classes,
      this.#sums.byteOffset,
    );
    return this.#sums;
  }
}
