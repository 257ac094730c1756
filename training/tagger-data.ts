import { knownAs } from '../src/main/core/extract/known.ts';
import { type Reading, read, type Sentence } from '../src/main/core/extract/reading.ts';
import { documentFactsOf } from '../src/main/core/extract/tagger/document.ts';
import { contextFeatures, isNearName, reach, type Scene, wordFeatures } from '../src/main/core/extract/tagger/features.ts';
import { beginOf, insideOf, outside, tagTypes } from '../src/main/core/extract/tagger/labels.ts';
import { sceneOf } from '../src/main/core/extract/tagger/scene.ts';
import { noWord } from '../src/main/core/extract/tagger/word-forms.ts';
import { bit } from '../src/main/core/extract/words.ts';
import type { Passage } from './corpus.ts';
import type { GoldSet, GoldType } from './gold.ts';

/** A sentence to learn from: for each token its features, and as bits the labels that it may have. */
export interface Example {
  /** Features of all tokens, one after the other; token `i` has those from `starts[i]` up to `starts[i + 1]`. */
  features: Int32Array;
  starts: Int32Array;
  allowed: Uint16Array;
  weight: number;
}

const typeIndex = (type: (typeof tagTypes)[number]): number => tagTypes.indexOf(type);
const marked = (types: readonly number[], inside: boolean): number =>
  types.reduce((mask, type) => mask | (1 << (inside ? insideOf(type) : beginOf(type))), 0);

/** What a span of gold may be: bits of labels for its first and its other tokens, and what unmarked tokens may be. */
interface Marking {
  spans: readonly { start: number; end: number; types: readonly number[]; optional: boolean }[];
  unmarked: number;
}

/** The features of token `i`, in a fixed order. */
export const featuresOf = (scene: Scene, i: number, out: number[]): void => {
  const { sentence, forms } = scene;
  if (!isNearName(scene, i)) {
    wordFeatures(forms[i - sentence.first] ?? noWord, 0, out);
    return;
  }
  for (let position = -reach; position <= reach; position += 1) wordFeatures(forms[i + position - sentence.first] ?? noWord, position, out);
  contextFeatures(scene, i, out);
};

const allowedIn = (reading: Reading, sentence: Sentence, { spans, unmarked }: Marking): Uint16Array => {
  const allowed = new Uint16Array(sentence.last - sentence.first).fill(unmarked);
  for (const { start, end, types, optional } of spans) {
    let first = true;
    for (let i = sentence.first; i < sentence.last; i += 1) {
      if ((reading.ends[i] as number) <= start || (reading.starts[i] as number) >= end) continue;
      allowed[i - sentence.first] = marked(types, !first) | (optional ? unmarked : 0);
      first = false;
    }
  }
  return allowed;
};

const examplesOf = (text: string, marking: Marking, weight: number): Example[] => {
  const reading = read(text, 0, text.length);
  const document = documentFactsOf(reading);
  return reading.sentences.map((sentence) => {
    const scene = sceneOf(reading, sentence, document);
    const features: number[] = [];
    const starts = new Int32Array(sentence.last - sentence.first + 1);
    for (let i = sentence.first; i < sentence.last; i += 1) {
      starts[i - sentence.first] = features.length;
      featuresOf(scene, i, features);
    }
    starts[sentence.last - sentence.first] = features.length;
    const spans = marking.spans.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    return { features: Int32Array.from(features), starts, allowed: allowedIn(reading, sentence, { ...marking, spans }), weight };
  });
};

const product = typeIndex('product');
const other = typeIndex('other');
const either = (type: number): number => (1 << beginOf(type)) | (1 << insideOf(type));

/** Which of our types a gold span may be. Organizations are companies or others: our lists and their last words tell some apart. */
const typesOf = (type: GoldType, text: string): number[] => {
  if (type === 'PER') return [typeIndex('person')];
  if (type === 'LOC') return [typeIndex('place')];
  if (type === 'PROD') return [product];
  if (type === 'MISC') return [other];
  const known = new Set(knownAs(text).map((entity) => entity.type));
  if (known.has('company') !== known.has('organization')) return [typeIndex(known.has('company') ? 'company' : 'organization')];
  if (/\b(?:Inc|Corp|Ltd|LLC|PLC|plc|AG|Co|Corporation|Holdings)\.?$/.test(text)) return [typeIndex('company')];
  if (
    /^(?:University|Ministry|Department|Bureau|Office) of |\b(?:University|Party|College|Ministry|Committee|Council|Parliament|Court|Army|Senate)$/.test(
      text,
    )
  )
    return [typeIndex('organization')];
  return [typeIndex('company'), typeIndex('organization')];
};

/** Examples from a public set. What the set does not mark stays open. */
export const examplesOfSet = (set: GoldSet, weight: number): Example[] => {
  let unmarked = 1 << outside;
  if (!set.marks.has('PROD')) unmarked |= either(product);
  if (!set.marks.has('MISC')) unmarked |= either(other);
  // Re-DocRED calls nationalities places; we do not.
  const demonyms = set.name.startsWith('redocred');
  return set.texts.flatMap(({ text, spans }) => {
    const typed = spans.map(({ start: from, end, type }) => {
      const article = /^the /i.exec(text.slice(from, end));
      const start = from + (article?.[0].length ?? 0);
      const name = text.slice(start, end);
      const demonym = demonyms && type === 'LOC' && (read(name, 0, name.length).facts[0]?.bits ?? 0) & bit.demonym;
      return { start, end, types: demonym ? [other] : typesOf(type, name), optional: Boolean(demonym) };
    });
    return examplesOf(text, { spans: typed, unmarked }, weight);
  });
};

/** Examples from passages of our corpus, where all but other names is marked. */
export const examplesOfPassages = (passages: readonly Passage[], weight: number): Example[] =>
  passages.flatMap(({ text, names }) =>
    examplesOf(
      text,
      {
        spans: names.map(({ start, end, type }) => ({ start, end, types: [typeIndex(type)], optional: false })),
        unmarked: (1 << outside) | either(other),
      },
      weight,
    ),
  );
