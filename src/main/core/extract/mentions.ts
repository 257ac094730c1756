import type { ExtractedMention } from '../../../shared/extraction.ts';
import { entityClass, entityKey } from './key.ts';
import { knownAs } from './known.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';

/** A mention with its tokens, so that relations can be looked for between them. */
export interface PlacedMention extends ExtractedMention {
  first: number;
  last: number;
  /** Our lists have the name with this type. */
  listed: boolean;
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
const calledOf = ({ type, text }: Name): string => {
  if (type !== 'product' || !/[^s]s$/.test(text) || knownAs(text).length > 0) return text;
  return knownAs(text.slice(0, -1)).find((known) => known.type === 'product')?.name ?? text;
};

const round = (value: number): number => Math.round(value * 100) / 100;

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
    const listed = knownAs(name.text).some(({ type }) => type === name.type);
    for (const { first, last, chance, evidence } of name.units) {
      mentions.push({
        start: reading.starts[first] as number,
        end: reading.ends[last - 1] as number,
        type: name.type,
        text: reading.text.slice(reading.starts[first], reading.ends[last - 1]),
        entity,
        confidence: round(Math.min(0.99, Math.max(0.3, (chance + name.confidence) / 2))),
        reason: name.fuller ? `${name.alias} of “${name.fuller.text}”` : evidence,
        ...(name.alias ? { alias: name.alias } : {}),
        listed,
        first,
        last,
      });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
};
