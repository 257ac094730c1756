import type { ExtractedMention, ExtractedRelation, Extraction } from '../../../shared/extraction.ts';
import type { Span } from '../../../shared/model.ts';
import { mentionsOf } from './mentions.ts';
import { namesOf } from './names.ts';
import { read } from './reading.ts';
import { relationsOf } from './relations.ts';
import { linkSaidNames } from './said-names.ts';
import { Tagger, taggerFormat } from './tagger/tag.ts';
import { shippedWeights } from './weights.ts';

export { type EntityClass, entityClass, entityKey } from './key.ts';

/** Texts beyond this length are read in parts, each with names of its own, so that memory stays bounded. */
const partLength = 250_000;

const partEnd = (text: string, from: number): number => {
  if (text.length - from <= partLength) return text.length;
  const part = text.slice(from, from + partLength);
  for (const mark of ['\n\n', '\n', ' ']) {
    const found = part.lastIndexOf(mark);
    if (found > 0) return from + found;
  }
  return from + partLength;
};

let tagger: Tagger | undefined;
const getTagger = (): Tagger => {
  tagger ??= new Tagger(shippedWeights('names.bin', taggerFormat));
  return tagger;
};

/**
 * What an English text says: mentions of companies, organizations, people, places and products, in order and not
 * overlapping; relations between them; and its sentences. Never throws, whatever the text. Time is linear, and the
 * same text says the same whatever was read before.
 */
export const extract = (text: string): Extraction => {
  const mentions: ExtractedMention[] = [];
  const relations: ExtractedRelation[] = [];
  const sentences: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const to = partEnd(text, from);
    const reading = read(text, from, to);
    const names = namesOf(reading, getTagger().tag(reading));
    linkSaidNames(reading, names);
    const found = mentionsOf(reading, names);
    const offset = mentions.length;
    for (const relation of relationsOf(reading, found)) {
      relations.push({ ...relation, subject: relation.subject + offset, object: relation.object + offset });
    }
    for (const { first: _first, last: _last, listed: _listed, ...mention } of found) mentions.push(mention);
    for (const { start, end } of reading.sentences) sentences.push({ start, end });
    from = to;
  }
  return { mentions, relations, sentences };
};
