import type { ExtractedMention, ExtractedRelation, Extraction } from '../../../shared/extraction.ts';
import type { Span } from '../../../shared/model.ts';
import { namesOf } from './entities.ts';
import { mentionsOf } from './mentions.ts';
import { read } from './reading.ts';
import { relationsOf } from './relations.ts';
import { unitsOf } from './units.ts';

export { type EntityClass, entityClass, entityKey } from './key.ts';

/** Texts beyond this length are read in parts, each with names of its own, so that memory stays bounded. */
const partLength = 1_000_000;

const partEnd = (text: string, from: number): number => {
  if (text.length - from <= partLength) return text.length;
  const part = text.slice(from, from + partLength);
  for (const mark of ['\n\n', '\n', ' ']) {
    const found = part.lastIndexOf(mark);
    if (found > 0) return from + found;
  }
  return from + partLength;
};

/**
 * What an English text says: mentions of companies, organizations, people, places and products, in order and not
 * overlapping; relations between them; and its sentences. Pure; never throws, whatever the text. Time is linear.
 */
export const extract = (text: string): Extraction => {
  const mentions: ExtractedMention[] = [];
  const relations: ExtractedRelation[] = [];
  const sentences: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const to = partEnd(text, from);
    const reading = read(text, from, to);
    const names = namesOf(
      reading,
      reading.sentences.flatMap((sentence) => unitsOf(reading, sentence)),
    );
    const found = mentionsOf(reading, names);
    const offset = mentions.length;
    for (const relation of relationsOf(reading, found)) {
      relations.push({ ...relation, subject: relation.subject + offset, object: relation.object + offset });
    }
    for (const { first: _first, last: _last, ...mention } of found) mentions.push(mention);
    for (const { start, end } of reading.sentences) sentences.push({ start, end });
    from = to;
  }
  return { mentions, relations, sentences };
};
