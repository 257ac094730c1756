import { type EntityType, entityTypes } from '../../../../shared/model.ts';
import { kindAllows, relationKindNames } from '../../../../shared/relations.ts';
import { isBody } from '../key.ts';
import type { Match } from '../match.ts';
import type { Pattern } from '../patterns.ts';
import { hashOf } from '../tagger/hash.ts';
import { featureHash, type PairScene, pairFeatures } from './features.ts';

const pairBucketBits = 19;
/** Features of pairs are numbers from 0 up to this. */
export const pairBuckets = 1 << pairBucketBits;

/** The classes of a pair in one direction: the kinds of relations in their order, then none. */
export const pairClasses = relationKindNames.length + 1;
export const noRelation = relationKindNames.length;

/** The number of a pair's feature, by its hash and by the way in which the pair is seen. */
export const bucketOf = (hash: number, way: number): number => {
  let mixed = Math.imul(hash ^ Math.imul(way, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> (32 - pairBucketBits);
};

const bodies: readonly EntityType[] = ['company', 'organization'];
const asBodies = (type: EntityType): readonly EntityType[] => (isBody(type) ? bodies : [type]);

/** For two types the classes that may join them, none included; companies and organizations count alike, as texts mix them up. */
const classesFor: ReadonlyMap<EntityType, ReadonlyMap<EntityType, readonly number[]>> = new Map(
  entityTypes.map((from) => [
    from,
    new Map(
      entityTypes.map((to) => {
        const kinds = relationKindNames.flatMap((kind, k) =>
          asBodies(from).some((a) => asBodies(to).some((b) => kindAllows(kind, a, b))) ? [k] : [],
        );
        return [to, kinds.length > 0 ? [...kinds, noRelation] : []];
      }),
    ),
  ]),
);

/** A pair of names in a sentence, seen in one direction. */
export interface Pair {
  subject: number;
  object: number;
  /** The classes that its types allow. */
  classes: readonly number[];
  features: Int32Array;
  /** A pattern says something of the two, in either direction. */
  matched: boolean;
}

/** Pairs farther apart than this are not looked at: items, and names, between them. */
const mostItems = 32;
const mostNames = 5;

const ruleHashes = new Map<Pattern, number>();
const ruleHash = (pattern: Pattern): number => {
  let hash = ruleHashes.get(pattern);
  if (hash === undefined) {
    hash = hashOf(`${pattern.kind} ${pattern.rule}`);
    ruleHashes.set(pattern, hash);
  }
  return hash;
};
export const ways = { forward: 1, backward: 2, rule: 3, turnedRule: 4 };

/** All pairs of names in a sentence in both directions, with their features; `matches` are what the patterns found. */
export const pairsOf = (scene: PairScene, matches: readonly Match[]): Pair[] => {
  const { items, types } = scene;
  const pairs: Pair[] = [];
  const named = items.flatMap((item, i) => (item.kind === 'name' ? [i] : []));
  const hashes: number[] = [];
  const push = (template: number, a: number, b?: number, c?: number): unknown => hashes.push(featureHash(template, a, b, c));
  const addPair = (subject: number, object: number, classes: readonly number[], way: number): void => {
    if (classes.length === 0) return;
    const features: number[] = [];
    for (let k = 0; k < hashes.length; k += 1) features.push(bucketOf(hashes[k] as number, way));
    const ofWords = features.length;
    for (const { a, b, pattern } of matches) {
      if (a === subject && b === object) features.push(bucketOf(ruleHash(pattern), ways.rule));
      else if (a === object && b === subject) features.push(bucketOf(ruleHash(pattern), ways.turnedRule));
    }
    pairs.push({ subject, object, classes, features: Int32Array.from(features), matched: features.length > ofWords });
  };
  for (const [at, first] of named.entries()) {
    for (const second of named.slice(at + 1, at + 2 + mostNames)) {
      if (second - first > mostItems) break;
      const there = classesFor.get(types[first] as EntityType)?.get(types[second] as EntityType) ?? [];
      const back = classesFor.get(types[second] as EntityType)?.get(types[first] as EntityType) ?? [];
      if (there.length === 0 && back.length === 0) continue;
      hashes.length = 0;
      pairFeatures(scene, first, second, push);
      addPair(first, second, there, ways.forward);
      addPair(second, first, back, ways.backward);
    }
  }
  return pairs;
};
