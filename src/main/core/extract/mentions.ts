import type { ExtractedMention } from '../../../shared/extraction.ts';
import type { Name } from './entities.ts';
import { entityClass, entityKey } from './key.ts';
import type { Reading } from './reading.ts';
import { unitText } from './units.ts';

/** A mention with its tokens, so that relations can be looked for between them. */
export interface PlacedMention extends ExtractedMention {
  first: number;
  last: number;
}

const fullest = (a: string, b: string): string => {
  const words = (name: string): number => name.split(/\s+/).length;
  if (words(a) !== words(b)) return words(a) > words(b) ? a : b;
  return a.length >= b.length ? a : b;
};

const rootOf = (name: Name): Name => {
  let root = name;
  for (let steps = 0; root.fuller && steps < 4; steps += 1) root = root.fuller;
  return root;
};

/** What a name is called: a product by its name in our lists, so that "iPhones" are the iPhone. */
const calledOf = (name: Name): string => {
  const known = name.units[0]?.known;
  return known?.type === 'product' && name.type === 'product' && name.text === `${known.name}s` ? known.name : name.text;
};

/** All mentions of these names in order, each with the fullest name of its entity in this text. */
export const mentionsOf = (reading: Reading, names: readonly Name[]): PlacedMention[] => {
  const nameByKey = new Map<string, string>();
  const keyOf = (name: Name): string => `${entityClass(name.type)} ${entityKey(calledOf(rootOf(name)), name.type)}`;
  for (const name of names) {
    if (name.fuller) continue;
    const key = keyOf(name);
    const known = nameByKey.get(key);
    nameByKey.set(key, known === undefined ? calledOf(name) : fullest(known, calledOf(name)));
  }
  const mentions: PlacedMention[] = [];
  for (const name of names) {
    const entity = nameByKey.get(keyOf(name)) ?? rootOf(name).text;
    for (const unit of name.units) {
      mentions.push({
        start: reading.starts[unit.first] as number,
        end: reading.ends[unit.last - 1] as number,
        type: name.type,
        text: unitText(reading, unit),
        entity,
        confidence: name.confidence,
        reason: name.reason,
        first: unit.first,
        last: unit.last,
      });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
};
