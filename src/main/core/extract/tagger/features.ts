import type { Reading, Sentence, Style } from '../reading.ts';
import { factsAt, isHyphen, isPossessive, touches } from '../scan.ts';
import { bit } from '../words.ts';
import { type DocumentFacts, documentFlags } from './document.ts';
import { hashOf } from './hash.ts';
import type { ListMatches } from './lists.ts';
import { noWord, type WordForm } from './word-forms.ts';

const bucketBits = 21;
/** Features are numbers from 0 up to this: hashes, so that no table of their names has to be kept. */
export const bucketCount = 1 << bucketBits;

const mix = (template: number, a: number, b = 0, c = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ Math.imul(c, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> (32 - bucketBits);
};

/** How far to each side of a token its neighbours' own features count. */
export const reach = 2;

/** Features of a word by itself, seen from a token `position` places before (negative) or after it. */
export const wordFeatures = (form: WordForm, position: number, out: number[]): void => {
  const at = (position + reach) * 64;
  out.push(mix(at, form.lower), mix(at + 1, form.kind), mix(at + 2, form.fine), mix(at + 3, form.coarse));
  for (let flags = form.bits; flags !== 0; flags &= flags - 1) out.push(mix(at + 4, flags & -flags));
  if (position === 0) {
    out.push(mix(at + 5, form.exact), mix(at + 6, form.shape));
    for (const prefix of form.prefixes) out.push(mix(at + 7, prefix));
    for (const suffix of form.suffixes) out.push(mix(at + 8, suffix));
  } else if (position === 1 || position === -1) {
    const suffix = form.suffixes[2];
    if (suffix !== undefined) out.push(mix(at + 8, suffix));
  }
};

const styleNumber: Record<Style, number> = { plain: 1, title: 2, capitals: 3 };

/** A run of capitalised words: what stands around the whole of it says what it is. */
interface Run {
  first: number;
  last: number;
}

const nameJoint = (reading: Reading, i: number): boolean =>
  (isHyphen(reading.words[i]) && touches(reading, i) && touches(reading, i + 1)) || reading.words[i] === '&';

/** The run of capitalised words around each token of a sentence; undefined outside of one. */
export const runsOf = (reading: Reading, sentence: Sentence): (Run | undefined)[] => {
  const runs: (Run | undefined)[] = new Array(sentence.last - sentence.first).fill(undefined);
  let run: Run | undefined;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const cap = (factsAt(reading, i).bits & bit.cap) !== 0;
    const joins: boolean = run !== undefined && nameJoint(reading, i) && (factsAt(reading, i + 1).bits & (bit.cap | bit.number)) !== 0;
    const number = run !== undefined && (factsAt(reading, i).bits & bit.number) !== 0;
    if (!cap && !joins && !number) {
      run = undefined;
      continue;
    }
    if (run) run.last = i + 1;
    else run = { first: i, last: i + 1 };
    runs[i - sentence.first] = run;
  }
  return runs;
};

const aroundBits =
  bit.title |
  bit.role |
  bit.companyNoun |
  bit.organizationNoun |
  bit.productNoun |
  bit.placeNoun |
  bit.demonym |
  bit.firstName |
  bit.function;
const endBits =
  bit.suffix |
  bit.companyHead |
  bit.organizationHead |
  bit.placeHead |
  bit.role |
  bit.title |
  bit.event |
  bit.calendar |
  bit.demonym |
  bit.number;

/** What the features of one sentence are drawn from. */
export interface Scene {
  reading: Reading;
  sentence: Sentence;
  forms: readonly WordForm[];
  tagHashes: readonly number[];
  runs: readonly (Run | undefined)[];
  lists: ListMatches;
  document: DocumentFacts;
}

/** Whether a token may be part of a name or stands next to one that may: the others need few features. */
export const isNearName = (scene: Scene, i: number): boolean => {
  const { reading, sentence } = scene;
  return (
    (factsAt(reading, i).bits & bit.cap) !== 0 ||
    (i > sentence.first && (factsAt(reading, i - 1).bits & bit.cap) !== 0) ||
    (i + 1 < sentence.last && (factsAt(reading, i + 1).bits & bit.cap) !== 0) ||
    scene.lists.at(i) !== 0
  );
};

const formAt = (scene: Scene, i: number): WordForm =>
  i < scene.sentence.first || i >= scene.sentence.last ? noWord : (scene.forms[i - scene.sentence.first] as WordForm);

const tagAt = (scene: Scene, i: number): number =>
  i < scene.sentence.first || i >= scene.sentence.last ? 7 : (scene.tagHashes[i - scene.sentence.first] as number);

const possessiveMark = hashOf("'s");

const pushRun = (scene: Scene, i: number, out: number[]): void => {
  const { reading, runs, sentence } = scene;
  const run = runs[i - sentence.first];
  if (!run) return;
  const me = formAt(scene, i);
  const before = formAt(scene, run.first - 1);
  const before2 = formAt(scene, run.first - 2);
  let next = run.last;
  const owns = isPossessive(reading.words[next]);
  if (owns) next += 1;
  const after = formAt(scene, next);
  const after2 = formAt(scene, next + 1);
  const first = formAt(scene, run.first);
  const last = formAt(scene, run.last - 1);
  const length = Math.min(5, run.last - run.first);
  const place = (i === run.first ? 1 : 0) | (i === run.last - 1 ? 2 : 0);
  const owned = owns ? possessiveMark : 0;
  out.push(
    mix(400, length, place, styleNumber[sentence.style]),
    mix(401, before.lower, place),
    mix(402, after.lower, place, owned),
    mix(403, last.lower, place),
    mix(404, last.fine, place),
    mix(405, before.fine, place),
    mix(406, after.fine, place, owned),
    mix(407, first.lower, place),
    mix(408, first.fine, place),
    mix(409, before2.lower, before.lower, place),
    mix(410, after.lower, after2.lower, owned),
    mix(411, before.coarse, after.coarse, length),
    mix(412, last.kind, first.kind, length),
    mix(413, me.kind, before.coarse),
    mix(414, me.kind, after.coarse, owned),
    mix(415, after2.fine, after.fine === 0 ? 1 : 0, owned),
    mix(416, first.coarse, last.coarse, length),
  );
  for (let flags = before.bits & aroundBits; flags !== 0; flags &= flags - 1) out.push(mix(417, flags & -flags, place));
  for (let flags = after.bits & aroundBits; flags !== 0; flags &= flags - 1) out.push(mix(418, flags & -flags, place, owned));
  for (let flags = last.bits & endBits; flags !== 0; flags &= flags - 1) out.push(mix(419, flags & -flags, place, length));
  for (let flags = first.bits & aroundBits; flags !== 0; flags &= flags - 1) out.push(mix(420, flags & -flags, place, length));
  // Where the run is described in apposition: the nouns within the next words after a comma.
  if (reading.words[run.last] === ',') {
    for (let k = run.last + 1; k < Math.min(run.last + 7, sentence.last); k += 1) {
      const { bits } = factsAt(reading, k);
      if (reading.words[k] === ',' || bits & bit.cap) break;
      const flags = bits & (bit.role | bit.companyNoun | bit.organizationNoun | bit.productNoun | bit.placeNoun);
      for (let rest = flags; rest !== 0; rest &= rest - 1) out.push(mix(421, rest & -rest));
    }
  }
};

/** What the features of a token's place look at, in their order. */
export const featureGroups = ['around', 'lists', 'elsewhere', 'run'] as const;
export type FeatureGroup = (typeof featureGroups)[number];

/** Features of a token in its place; `ends`, where given, gets the number of features after each of the groups. */
export const contextFeatures = (scene: Scene, i: number, out: number[], ends?: number[]): void => {
  const { sentence, lists, document } = scene;
  const before2 = formAt(scene, i - 2);
  const before = formAt(scene, i - 1);
  const me = formAt(scene, i);
  const after = formAt(scene, i + 1);
  const after2 = formAt(scene, i + 2);
  const tag = tagAt(scene, i);
  const tagBefore = tagAt(scene, i - 1);
  const tagAfter = tagAt(scene, i + 1);
  const style = styleNumber[sentence.style];
  const start = i === sentence.first ? 1 : i === sentence.first + 1 && before.kind === me.kind ? 2 : 0;
  const common = me.bits & bit.common;
  out.push(
    mix(330, before.lower, me.lower),
    mix(331, me.lower, after.lower),
    mix(332, before.lower, after.lower, me.kind),
    mix(333, before.kind, me.kind, after.kind),
    mix(334, me.kind, after.kind),
    mix(335, before.kind, me.kind),
    mix(336, before.coarse, me.coarse),
    mix(337, me.coarse, after.coarse),
    mix(338, before.coarse, after.coarse, me.kind),
    mix(339, before.fine, me.kind),
    mix(340, me.kind, after.fine),
    mix(341, before2.lower, before.lower, me.kind),
    mix(342, me.kind, after.lower, after2.lower),
    mix(343, tag, me.kind),
    mix(344, tagBefore, tag),
    mix(345, tag, tagAfter),
    mix(346, tagBefore, tag, tagAfter),
    mix(347, style, me.kind, common),
    mix(348, start, me.kind, common),
    mix(349, start, me.lower),
    mix(350, style, me.fine),
  );
  ends?.push(out.length);
  const mine = lists.at(i);
  if (mine !== 0)
    out.push(
      mix(360, mine),
      mix(361, mine, me.kind, common),
      mix(362, mine, style, start),
      mix(363, mine, before.lower),
      mix(364, mine, after.lower),
    );
  const listed = i > sentence.first ? lists.at(i - 1) : 0;
  if (listed !== 0) out.push(mix(365, listed, me.kind));
  const next = i + 1 < sentence.last ? lists.at(i + 1) : 0;
  if (next !== 0) out.push(mix(366, next, me.kind));
  ends?.push(out.length);
  for (let flags = documentFlags(document, i); flags !== 0; flags &= flags - 1) {
    out.push(mix(370, flags & -flags), mix(371, flags & -flags, start, common));
  }
  if (i > sentence.first)
    for (let flags = documentFlags(document, i - 1); flags !== 0; flags &= flags - 1) out.push(mix(372, flags & -flags));
  if (i + 1 < sentence.last)
    for (let flags = documentFlags(document, i + 1); flags !== 0; flags &= flags - 1) out.push(mix(373, flags & -flags));
  ends?.push(out.length);
  pushRun(scene, i, out);
  ends?.push(out.length);
};
