import { pushContext, type SpeechForm, speechBuckets, speechFormOf, speechTags } from '../src/main/core/extract/reading/speech.ts';
import { shuffle } from './shuffle.ts';
import type { SpeechSentence } from './speech-data.ts';

const T = speechTags.length;

export interface SpeechOptions {
  epochs: number;
  random: () => number;
}

/** All features of a word after two tags. */
const speechFeatures = (forms: readonly SpeechForm[], i: number, tag: number, tagBefore: number): number[] => {
  const me = forms[i] as SpeechForm;
  const next = forms[i + 1] ?? none;
  const features = [...me.own, ...(forms[i - 1] ?? none).before, ...next.after];
  pushContext(me, next, tag, tagBefore, features);
  return features;
};

const none = speechFormOf({ lower: '', squashed: '', bits: 0 });

/** Learns weights for each feature and tag: an averaged perceptron that tags from left to right and is set right where it errs. */
export const trainSpeech = (sentences: readonly SpeechSentence[], { epochs, random }: SpeechOptions): Float32Array => {
  const weights = new Float32Array(speechBuckets * T);
  // what each weight came to over all steps so far, up to the step at which it was last changed
  const totals = new Float64Array(weights.length);
  const changed = new Int32Array(weights.length);
  const sums = new Float64Array(T);
  let step = 0;
  const change = (at: number, by: number): void => {
    totals[at] = (totals[at] as number) + (step - (changed[at] as number)) * (weights[at] as number);
    changed[at] = step;
    weights[at] = (weights[at] as number) + by;
  };
  const order = Int32Array.from(sentences, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { forms, tags } = sentences[at] as SpeechSentence;
      let tag: number = T;
      let tagBefore: number = T;
      for (let i = 0; i < forms.length; i += 1) {
        const features = speechFeatures(forms, i, tag, tagBefore);
        sums.fill(0);
        for (const feature of features) for (let t = 0; t < T; t += 1) sums[t] = (sums[t] as number) + (weights[feature * T + t] as number);
        let best = 0;
        for (let t = 1; t < T; t += 1) if ((sums[t] as number) > (sums[best] as number)) best = t;
        const right = tags[i] as number;
        step += 1;
        if (right >= 0 && right !== best) {
          for (const feature of features) {
            change(feature * T + right, 1);
            change(feature * T + best, -1);
          }
        }
        tagBefore = tag;
        tag = best;
      }
    }
  }
  for (let at = 0; at < weights.length; at += 1) change(at, 0);
  return Float32Array.from(totals, (total) => total / step);
};

/** The features of all words after the tags that are right for the words before. */
export function* rightFeatures(sentences: Iterable<SpeechSentence>): Generator<Int32Array> {
  for (const { forms, tags } of sentences) {
    const tagAt = (i: number): number => tags[i] ?? T;
    for (const i of forms.keys()) yield Int32Array.from(speechFeatures(forms, i, tagAt(i - 1), tagAt(i - 2)));
  }
}
