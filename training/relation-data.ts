import type { Item } from '../src/main/core/extract/items.ts';
import { type Match, matchesOf } from '../src/main/core/extract/match.ts';
import type { PlacedMention } from '../src/main/core/extract/mentions.ts';
import { type PairScene, pairSceneOf } from '../src/main/core/extract/pairs/features.ts';
import { type Pair, pairsOf } from '../src/main/core/extract/pairs/pairs.ts';
import { itemsOf, noTopic, type Topic } from '../src/main/core/extract/pronouns.ts';
import { type Reading, read } from '../src/main/core/extract/reading.ts';
import type { EntityType } from '../src/shared/model.ts';
import { relationKinds } from '../src/shared/relations.ts';
import type { GoldRelation, Passage } from './corpus.ts';

/** A pair of names of a passage in one direction, with what the gold says of it. */
export interface PairExample extends Pair {
  /** Entities at both ends; several where an item is a list. */
  subjects: readonly string[];
  objects: readonly string[];
  gold: GoldRelation[];
  scene: PairScene;
  matches: readonly Match[];
}

/** The gold's names as mentions. */
export const goldMentions = (reading: Reading, { names }: Passage): PlacedMention[] => {
  const mentions: PlacedMention[] = [];
  let place = 0;
  for (const { start, end, type, text, entity } of names) {
    while (place < reading.ends.length && (reading.ends[place] as number) <= start) place += 1;
    let last = place;
    while (last < reading.starts.length && (reading.starts[last] as number) < end) last += 1;
    if (last > place) mentions.push({ start, end, type, text, entity, confidence: 1, reason: '', listed: false, first: place, last });
    place = last;
  }
  return mentions;
};

/** Every pair of names within a sentence of the passage, in both directions. */
export const examplesOfPassage = (passage: Passage): PairExample[] => {
  const reading = read(passage.text, 0, passage.text.length);
  const mentions = goldMentions(reading, passage);
  const examples: PairExample[] = [];
  let topic: Topic = noTopic;
  let from = 0;
  for (const sentence of reading.sentences) {
    let to = from;
    while (to < mentions.length && (mentions[to] as PlacedMention).first < sentence.last) to += 1;
    const { items, topic: next } = itemsOf(reading, sentence, mentions, from, to, topic);
    topic = next;
    from = to;
    const typeAt = (i: number): EntityType | undefined => mentions[items[i]?.members[0] ?? -1]?.type;
    const scene = pairSceneOf(items, typeAt, sentence.style !== 'plain');
    const matches = matchesOf(items, typeAt);
    const entities = (i: number): string[] => (items[i] as Item).members.map((member) => (mentions[member] as PlacedMention).entity);
    for (const pair of pairsOf(scene, matches)) {
      const subjects = entities(pair.subject);
      const objects = entities(pair.object);
      if (subjects.some((entity) => objects.includes(entity))) continue;
      const gold = passage.relations.filter(
        (relation) =>
          (subjects.includes(relation.subject) && objects.includes(relation.object)) ||
          (relationKinds[relation.kind].symmetric && subjects.includes(relation.object) && objects.includes(relation.subject)),
      );
      examples.push({ ...pair, subjects, objects, gold, scene, matches });
    }
  }
  return examples;
};
