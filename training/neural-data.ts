import type { PairScene } from '../src/main/core/extract/pairs/features.ts';
import { lookUp, marksOf, traitsOf, wordOf } from '../src/main/core/extract/pairs/neural-shape.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import type { PairExample } from './relation-data.ts';

/** What the gold says of a pair in one direction. */
export interface Target {
  classes: readonly number[];
  must: readonly number[];
  may: readonly number[];
}

export interface TrainingPair {
  first: number;
  second: number;
  traits: readonly number[];
  /** The first as the subject, then the second; undefined where the types allow nothing. */
  targets: [Target | undefined, Target | undefined];
}

export interface TrainingSentence {
  /** For each item its row in the vectors, its row among the words' own numbers, both −1 where there is none, and its marks. */
  vectors: Int32Array;
  own: Int32Array;
  marks: readonly (readonly number[])[];
  pairs: readonly TrainingPair[];
}

const targetOf = ({ classes, gold }: PairExample): Target => {
  const kinds = (optional: boolean): number[] =>
    gold.filter((each) => each.optional === optional).map(({ kind }) => relationKindNames.indexOf(kind));
  return { classes, must: [...new Set(kinds(false))], may: kinds(true) };
};

const pairsOfScene = (examples: readonly PairExample[]): TrainingPair[] => {
  const pairs = new Map<string, TrainingPair>();
  for (const example of examples) {
    const first = Math.min(example.subject, example.object);
    const second = Math.max(example.subject, example.object);
    const pair = pairs.get(`${first} ${second}`) ?? {
      first,
      second,
      traits: traitsOf(example.scene, first, second),
      targets: [undefined, undefined],
    };
    pair.targets[example.subject === first ? 0 : 1] = targetOf(example);
    pairs.set(`${first} ${second}`, pair);
  }
  return [...pairs.values()];
};

/** The sentences of the examples, as numbers; `words` are those that get numbers of their own. */
export const sentencesOf = (
  examples: readonly PairExample[],
  known: ReadonlyMap<string, number>,
  leastSeen: number,
): { sentences: TrainingSentence[]; words: string[] } => {
  const scenes = new Map<PairScene, PairExample[]>();
  for (const example of examples) {
    const ofScene = scenes.get(example.scene);
    if (ofScene) ofScene.push(example);
    else scenes.set(example.scene, [example]);
  }
  const seen = new Map<string, number>();
  for (const scene of scenes.keys()) {
    for (let i = 0; i < scene.items.length; i += 1) {
      const word = wordOf(scene, i);
      if (word !== undefined) seen.set(word, (seen.get(word) ?? 0) + 1);
    }
  }
  const words = [...seen].filter(([, times]) => times >= leastSeen).map(([word]) => word);
  const own = new Map(words.map((word, row) => [word, row]));
  const sentences = [...scenes].map(([scene, ofScene]) => {
    const texts = scene.items.map((_, i) => wordOf(scene, i));
    const rows = (from: ReadonlyMap<string, number>): Int32Array =>
      Int32Array.from(texts, (word) => (word === undefined ? -1 : (lookUp((each) => from.get(each), word) ?? -1)));
    return { vectors: rows(known), own: rows(own), marks: texts.map((_, i) => marksOf(scene, i)), pairs: pairsOfScene(ofScene) };
  });
  return { sentences, words };
};
