import { type RelationKind, type RelationStatus, relationKindNames, relationStatuses } from '../../../../shared/relations.ts';
import type { Match } from '../match.ts';
import { FeatureSums } from '../vectors/sums.ts';
import type { Weights } from '../weights.ts';
import type { PairScene } from './features.ts';
import { type PairNet, PairReader } from './neural.ts';
import { noRelation, type Pair, pairBuckets, pairClasses, pairsOf } from './pairs.ts';
import { quoted, tellingWords } from './reason.ts';
import { statusBuckets, statusClasses, statusFeatures } from './status-features.ts';

/** Of weights made for pairs and for statuses: raised whenever features or classes change. */
export const pairFormat = 2;
export const statusFormat = 2;

/** A kind of relation that a pair of names may stand in, with its chance from 0 to 1. */
export interface Judged {
  subject: number;
  object: number;
  kind: RelationKind;
  chance: number;
  pair: Pair;
}

/** Sums of weights for the given classes, in their order. */
const sumsOf = (weights: FeatureSums, features: Int32Array, classes: readonly number[]): Float64Array => {
  const all = weights.of(features);
  const sums = new Float64Array(classes.length);
  for (let c = 0; c < classes.length; c += 1) sums[c] = weights.scale * (all[classes[c] as number] as number);
  return sums;
};

/** Chances from sums: their softmax, in place. */
const toChances = (sums: Float64Array): Float64Array => {
  const most = Math.max(...sums);
  let total = 0;
  for (let c = 0; c < sums.length; c += 1) {
    sums[c] = Math.exp((sums[c] as number) - most);
    total += sums[c] as number;
  }
  for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] as number) / total;
  return sums;
};

const allStatuses = relationStatuses.map((_, status) => status);

/** Pairs below this logit of standing in any relation (a chance of 7 %) are not judged further. */
const leastLogit = -2.6;

/** How much the sums of the linear weights and the scores of the network count, found by cross-validation. */
const share = { linear: 0.6, net: 0.6 };
/** The network is asked only where the linear weights leave a doubt: below and above, it hardly ever changes the answer. */
const doubt = { least: 0.06, most: 0.985 };

/** Judges which relations the pairs of names of a sentence stand in, by what was learnt from our corpus. */
export class PairClassifier {
  #pairs: FeatureSums;
  #any: FeatureSums;
  #statuses: FeatureSums;
  #reader: PairReader;
  #scores = new Float64Array(pairClasses);

  /** Throws where the weights were made for other features or classes. */
  constructor(pairs: Weights, any: Weights, statuses: Weights, net: PairNet) {
    if (
      pairs.buckets !== pairBuckets ||
      pairs.classes !== pairClasses ||
      any.buckets !== pairBuckets ||
      statuses.buckets !== statusBuckets ||
      statuses.classes !== statusClasses
    ) {
      throw new Error('The weights were made for another classifier.');
    }
    this.#pairs = new FeatureSums(pairs);
    this.#any = new FeatureSums(any);
    this.#statuses = new FeatureSums(statuses);
    this.#reader = new PairReader(net);
  }

  /** Every kind whose chance is at least `least`, for every pair. */
  judge(scene: PairScene, matches: readonly Match[], least: number): Judged[] {
    const judged: Judged[] = [];
    this.#reader.read(scene);
    for (const pair of pairsOf(scene, matches)) {
      if (!pair.matched && !this.#maybe(pair.features)) continue;
      const chances = this.#chances(pair);
      for (const [at, c] of pair.classes.entries()) {
        const chance = chances[at] as number;
        if (c !== noRelation && chance >= least) {
          judged.push({ subject: pair.subject, object: pair.object, kind: relationKindNames[c] as RelationKind, chance, pair });
        }
      }
    }
    return judged;
  }

  /** The chances of a pair's classes, in their order. */
  #chances({ subject, object, classes, features, matched }: Pair): Float64Array {
    const sums = sumsOf(this.#pairs, features, classes);
    const linear = toChances(sums.slice());
    let likeliest = 0;
    for (let c = 0; c + 1 < linear.length; c += 1) likeliest = Math.max(likeliest, linear[c] as number);
    if (!matched && (likeliest < doubt.least || likeliest > doubt.most)) return linear;
    this.#scores.fill(0);
    this.#reader.add(subject, object, share.net, this.#scores);
    return toChances(sums.map((sum, at) => share.linear * sum + (this.#scores[classes[at] as number] as number)));
  }

  /** Whether a pair is worth a closer look: most stand in no relation, and one weight a feature tells that at a tenth of the cost. */
  #maybe(features: Int32Array): boolean {
    return this.#any.scale * (this.#any.of(features)[0] as number) > leastLogit;
  }

  /** Whether the relation holds, is planned, denied or over: the likeliest status. */
  status(scene: PairScene, { subject, object, kind }: Judged, matches: readonly Match[]): RelationStatus {
    const chances = sumsOf(this.#statuses, statusFeatures(scene, subject, object, kind, matches), allStatuses);
    let best = 0;
    for (let c = 1; c < chances.length; c += 1) if ((chances[c] as number) > (chances[best] as number)) best = c;
    return relationStatuses[best] as RelationStatus;
  }

  /** Of the words of the sentence those that spoke most for it, as a text for people: `learnt from examples: “acquired” between the names`. */
  reason(scene: PairScene, { pair, kind }: Judged): string {
    const k = relationKindNames.indexOf(kind);
    const places = tellingWords(scene, pair, (bucket) => {
      const sums = this.#pairs.of([bucket]);
      return (sums[k] as number) - (sums[noRelation] as number);
    });
    return `learnt from examples: ${places.length > 0 ? quoted(scene, pair, places) : 'how the sentence is built'}`;
  }
}
