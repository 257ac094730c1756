import type { Reading, Sentence } from '../reading.ts';
import { FeatureSums } from '../vectors/sums.ts';
import type { Weights } from '../weights.ts';
import { documentFactsOf } from './document.ts';
import { bucketCount, contextFeatures, type FeatureGroup, featureGroups, isNearName, reach, type Scene, wordFeatures } from './features.ts';
import { insideOf, isBegin, labelCount, mayFollow, type TagType, tagTypes, typeOfLabel } from './labels.ts';
import { formGeneration, sceneOf } from './scene.ts';
import { noWord, type WordForm } from './word-forms.ts';

/** Of weights made for the tagger: raised whenever features or labels change. Their further numbers are a score for each label after each label (the last row: at the start). */
export const taggerFormat = 2;

/** A stretch of tokens that the tagger takes for a name. */
export interface Tagged {
  first: number;
  last: number;
  sentence: Sentence;
  type: TagType;
  /** How likely the stretch is a name of this type, 0 to 1. */
  chance: number;
  /** For each of `tagTypes` how likely the first token begins or continues a name of that type. */
  chances: readonly number[];
  /** What spoke for it, in a few words. */
  evidence: string;
}

const L = labelCount;
const startRow = L;
const positions = 2 * reach + 1;
/** For each label those that it may follow. */
const labelsBefore = Array.from({ length: L }, (_, y) => Array.from({ length: L }, (__, x) => x).filter((x) => mayFollow(x, y)));

/** Sums of a word's own features at each position, kept from text to text: words repeat. */
class WordSums {
  #generation = -1;
  #sums: (Int16Array | undefined)[] = [];
  #outside: Int16Array | undefined;
  #model: FeatureSums;

  constructor(model: FeatureSums) {
    this.#model = model;
  }

  /** For each position and then each label the sum of the weights. */
  of(form: WordForm | undefined): Int16Array {
    if (!form) {
      this.#outside ??= this.#make(noWord);
      return this.#outside;
    }
    let sums = this.#sums[form.id];
    if (!sums) {
      sums = this.#make(form);
      this.#sums[form.id] = sums;
    }
    return sums;
  }

  refresh(): void {
    const generation = formGeneration();
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#sums = [];
  }

  #make(form: WordForm): Int16Array {
    const sums = new Int16Array(positions * L);
    const features: number[] = [];
    for (let position = -reach; position <= reach; position += 1) {
      features.length = 0;
      wordFeatures(form, position, features);
      sums.set(this.#model.of(features).subarray(0, L), (position + reach) * L);
    }
    return sums;
  }
}

/** No sentence is as long: what is (tables, code, text without stops) goes in pieces, so that the buffers stay small. */
const mostTokens = 2000;

const piecesOf = (sentence: Sentence): Sentence[] => {
  const pieces: Sentence[] = [];
  for (let first = sentence.first; first < sentence.last; first += mostTokens) {
    pieces.push({ ...sentence, first, last: Math.min(sentence.last, first + mostTokens) });
  }
  return pieces;
};

/** Tags texts with one model. Not for use from two places at once. */
export class Tagger {
  #model: FeatureSums;
  #words: WordSums;
  #transition: Float64Array;
  #scores = new Float64Array(0);
  #chances = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #from = new Int8Array(0);

  /** Throws where the weights were made for other features or labels. */
  constructor(weights: Weights) {
    if (weights.buckets !== bucketCount || weights.classes !== L || weights.extra.length !== (L + 1) * L) {
      throw new Error('The weights were made for another tagger.');
    }
    this.#model = new FeatureSums(weights);
    this.#words = new WordSums(this.#model);
    this.#transition = Float64Array.from({ length: (L + 1) * L }, (_, k) => {
      const before = Math.floor(k / L);
      return mayFollow(before === startRow ? -1 : before, k % L) ? (weights.extra[k] as number) : Number.NEGATIVE_INFINITY;
    });
  }

  /** The names in a text by its sentences, in order. */
  tag(reading: Reading): Tagged[] {
    this.#words.refresh();
    const document = documentFactsOf(reading);
    const found: Tagged[] = [];
    const sentences = reading.sentences.flatMap((each) => (each.last - each.first > mostTokens ? piecesOf(each) : [each]));
    for (const sentence of sentences) {
      const n = sentence.last - sentence.first;
      if (n === 0) continue;
      this.#fit(n);
      const scene = sceneOf(reading, sentence, document);
      const features: number[] = [];
      let near = false;
      for (let i = sentence.first; i < sentence.last; i += 1) {
        const at = (i - sentence.first) * L;
        this.#scores.fill(0, at, at + L);
        if (!isNearName(scene, i)) {
          const sums = this.#words.of(scene.forms[i - sentence.first]);
          for (let y = 0; y < L; y += 1) this.#scores[at + y] = sums[reach * L + y] as number;
          continue;
        }
        near = true;
        for (let position = -reach; position <= reach; position += 1) {
          const sums = this.#words.of(scene.forms[i + position - sentence.first]);
          const from = (position + reach) * L;
          for (let y = 0; y < L; y += 1) this.#scores[at + y] = (this.#scores[at + y] as number) + (sums[from + y] as number);
        }
        features.length = 0;
        contextFeatures(scene, i, features);
        const context = this.#model.of(features);
        for (let y = 0; y < L; y += 1) this.#scores[at + y] = (this.#scores[at + y] as number) + (context[y] as number);
      }
      if (!near) continue;
      for (let k = 0; k < n * L; k += 1) this.#scores[k] = this.#model.scale * (this.#scores[k] as number);
      this.#decode(scene, n, found);
    }
    return found;
  }

  #fit(n: number): void {
    if (this.#from.length >= n * L) return;
    const size = 2 * n * L;
    this.#scores = new Float64Array(size);
    this.#chances = new Float64Array(size);
    this.#forward = new Float64Array(size);
    this.#backward = new Float64Array(size);
    this.#from = new Int8Array(size);
  }

  #decode(scene: Scene, n: number, found: Tagged[]): void {
    const { sentence } = scene;
    const path = this.#bestPath(n);
    if (path.every((label) => label === 0)) return;
    this.#computeChances(n);
    for (let i = 0; i < n; i += 1) {
      const label = path[i] as number;
      if (!isBegin(label)) continue;
      const type = typeOfLabel(label);
      let last = i + 1;
      let chance = this.#chances[i * L + label] as number;
      while (last < n && path[last] === insideOf(type)) {
        chance = Math.min(chance, this.#chances[last * L + insideOf(type)] as number);
        last += 1;
      }
      const at = i * L;
      const chances = tagTypes.map((_, t) => (this.#chances[at + 1 + 2 * t] as number) + (this.#chances[at + 2 + 2 * t] as number));
      found.push({
        first: sentence.first + i,
        last: sentence.first + last,
        sentence,
        type: tagTypes[type] as TagType,
        chance,
        chances,
        evidence: this.#evidence(scene, sentence.first + i, sentence.first + last, label),
      });
    }
  }

  /** What spoke most for a name's label rather than the others, in a few words. */
  #evidence(scene: Scene, first: number, last: number, label: number): string {
    const { reading, sentence } = scene;
    const gain = (sums: ArrayLike<number>, at: number): number => {
      let others = 0;
      for (let y = 0; y < L; y += 1) others += sums[at + y] as number;
      return (sums[at + label] as number) - others / L;
    };
    const positional = (position: number): number =>
      gain(this.#words.of(scene.forms[first + position - sentence.first]), (position + reach) * L);
    const features: number[] = [];
    const ends: number[] = [];
    contextFeatures(scene, first, features, ends);
    const gains: Record<FeatureGroup | 'word' | 'before' | 'after', number> = {
      word: positional(0),
      before: positional(-1) + positional(-2),
      after: positional(1) + positional(2),
      around: 0,
      lists: 0,
      elsewhere: 0,
      run: 0,
    };
    for (const [k, group] of featureGroups.entries()) gains[group] = gain(this.#model.of(features, ends[k - 1] ?? 0, ends[k]), 0);
    // as the text has them; marks alone tell a reader nothing
    const words = (from: number, to: number): string => {
      const [start, end] = [Math.max(from, sentence.first), Math.min(to, sentence.last)];
      const said = start < end ? reading.text.slice(reading.starts[start], reading.ends[end - 1]).replace(/\s+/g, ' ') : '';
      return /[\p{L}\p{N}]/u.test(said) ? said : '';
    };
    const before = words(first - 2, first);
    const after = words(last, last + 2);
    const [strongest] = Object.entries(gains).sort(([, a], [, b]) => b - a)[0] as [keyof typeof gains, number];
    if (strongest === 'lists') return 'in our lists';
    if (strongest === 'elsewhere') return 'how the text uses it elsewhere';
    if (strongest === 'word') return `${last - first === 1 ? 'the name itself' : 'its first word'}: “${words(first, first + 1)}”`;
    const showBefore = before && (strongest !== 'after' || last - first > 1 || !after);
    const showAfter = after && (strongest !== 'before' || !before);
    if (showBefore && showAfter) return `the words around it: “${before} … ${after}”`;
    if (showBefore) return `the words before it: “${before}”`;
    return showAfter ? `the words after it: “${after}”` : 'how it is written';
  }

  /** The labels of the likeliest path (Viterbi). */
  #bestPath(n: number): Int8Array {
    const best = this.#forward;
    for (let y = 0; y < L; y += 1) best[y] = (this.#transition[startRow * L + y] as number) + (this.#scores[y] as number);
    for (let i = 1; i < n; i += 1) {
      for (let y = 0; y < L; y += 1) {
        let most = Number.NEGATIVE_INFINITY;
        let from = 0;
        const before = labelsBefore[y] as readonly number[];
        for (let k = 0; k < before.length; k += 1) {
          const x = before[k] as number;
          const score = (best[(i - 1) * L + x] as number) + (this.#transition[x * L + y] as number);
          if (score > most) {
            most = score;
            from = x;
          }
        }
        best[i * L + y] = most + (this.#scores[i * L + y] as number);
        this.#from[i * L + y] = from;
      }
    }
    const path = new Int8Array(n);
    let most = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < L; y += 1) {
      if ((best[(n - 1) * L + y] as number) > most) {
        most = best[(n - 1) * L + y] as number;
        path[n - 1] = y;
      }
    }
    for (let i = n - 1; i > 0; i -= 1) path[i - 1] = this.#from[i * L + (path[i] as number)] as number;
    return path;
  }

  /** Each token's chance of each label (forward-backward), into `#chances`. */
  #computeChances(n: number): void {
    const emission = this.#chances;
    const forward = this.#forward;
    const backward = this.#backward;
    const transition = this.#expTransition();
    for (let i = 0; i < n; i += 1) {
      let most = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < L; y += 1) most = Math.max(most, this.#scores[i * L + y] as number);
      for (let y = 0; y < L; y += 1) emission[i * L + y] = Math.exp((this.#scores[i * L + y] as number) - most);
    }
    for (let i = 0; i < n; i += 1) {
      let scale = 0;
      for (let y = 0; y < L; y += 1) {
        let sum = 0;
        if (i === 0) sum = transition[startRow * L + y] as number;
        else for (let x = 0; x < L; x += 1) sum += (forward[(i - 1) * L + x] as number) * (transition[x * L + y] as number);
        sum *= emission[i * L + y] as number;
        forward[i * L + y] = sum;
        scale += sum;
      }
      for (let y = 0; y < L; y += 1) forward[i * L + y] = (forward[i * L + y] as number) / scale;
    }
    backward.fill(1, (n - 1) * L, n * L);
    for (let i = n - 2; i >= 0; i -= 1) {
      let scale = 0;
      for (let x = 0; x < L; x += 1) {
        let sum = 0;
        for (let y = 0; y < L; y += 1) {
          sum += (transition[x * L + y] as number) * (emission[(i + 1) * L + y] as number) * (backward[(i + 1) * L + y] as number);
        }
        backward[i * L + x] = sum;
        scale += sum;
      }
      for (let x = 0; x < L; x += 1) backward[i * L + x] = (backward[i * L + x] as number) / scale;
    }
    for (let i = 0; i < n; i += 1) {
      let sum = 0;
      for (let y = 0; y < L; y += 1) sum += (forward[i * L + y] as number) * (backward[i * L + y] as number);
      for (let y = 0; y < L; y += 1) emission[i * L + y] = ((forward[i * L + y] as number) * (backward[i * L + y] as number)) / sum;
    }
  }

  #exps: Float64Array | undefined;
  #expTransition(): Float64Array {
    this.#exps ??= this.#transition.map((score) => Math.exp(score));
    return this.#exps;
  }
}
