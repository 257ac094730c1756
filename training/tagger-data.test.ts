import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../src/main/core/extract/reading.ts';
import { documentFactsOf } from '../src/main/core/extract/tagger/document.ts';
import { bucketCount } from '../src/main/core/extract/tagger/features.ts';
import {
  beginOf,
  insideOf,
  isBegin,
  labelCount,
  mayFollow,
  outside,
  tagTypes,
  typeOfLabel,
} from '../src/main/core/extract/tagger/labels.ts';
import { sceneOf } from '../src/main/core/extract/tagger/scene.ts';
import { Tagger, taggerFormat } from '../src/main/core/extract/tagger/tag.ts';
import { weightsOf } from '../src/main/core/extract/weights.ts';
import { readPassage } from './corpus.ts';
import { type GoldSpan, type GoldType, goldTypes } from './gold.ts';
import { type Example, examplesOfPassages, examplesOfSet, featuresOf } from './tagger-data.ts';
import { bestLabels } from './testing.ts';

const named = (label: number): string => (label === outside ? '-' : `${isBegin(label) ? 'B' : 'I'}-${tagTypes[typeOfLabel(label)]}`);

/** For each token the labels that it may have: `B-company|B-organization`. */
const labels = ({ allowed }: Example): string[] =>
  [...allowed].map((mask) =>
    Array.from({ length: labelCount }, (_, label) => label)
      .filter((label) => mask & (1 << label))
      .map(named)
      .join('|'),
  );

const open = '-|B-other|I-other';

describe('examplesOfPassages', () => {
  it('say of each token what it is; what is unmarked may be another name, but none of ours', () => {
    const [example, ...more] = examplesOfPassages([readPassage('[c:Tarn Robotics] grew in [l:Oslo].')], 1);
    expect(more).toEqual([]);
    expect(labels(example as Example)).toEqual(['B-company', 'I-company', open, open, 'B-place', open]);
    expect(example).toMatchObject({ weight: 1 });
  });

  it('are one a sentence, with features for every token', () => {
    const examples = examplesOfPassages([readPassage('[p:Ann Oda] left. She went to [l:Oslo].'), readPassage('[t:T4] sold.')], 0.5);
    expect(examples.map(({ allowed }) => allowed.length)).toEqual([4, 5, 3]);
    for (const { features, starts, allowed, weight } of examples) {
      expect(starts).toHaveLength(allowed.length + 1);
      expect(starts.at(-1)).toBe(features.length);
      for (let i = 0; i < allowed.length; i += 1) expect(starts[i + 1]).toBeGreaterThan(starts[i] as number);
      expect(features.every((feature) => feature >= 0 && feature < bucketCount)).toBe(true);
      expect(weight).toBe(0.5);
    }
  });
});

describe('examplesOfSet', () => {
  const of = (text: string, spans: Record<string, GoldType>, marks: readonly GoldType[] = goldTypes, name = 'gum'): string[] => {
    const placed = Object.entries(spans).map(([span, type]): GoldSpan => {
      const start = text.indexOf(span);
      return { start, end: start + span.length, type };
    });
    const [example] = examplesOfSet({ name, marks: new Set(marks), texts: [{ doc: 'a', text, spans: placed }] }, 1);
    return labels(example as Example);
  };

  it('leave open what the set does not mark', () => {
    expect(of('Oslo grew', { Oslo: 'LOC' })).toEqual(['B-place', '-']);
    expect(of('Oslo grew', { Oslo: 'LOC' }, ['PER', 'ORG', 'LOC', 'MISC'])).toEqual(['B-place', '-|B-product|I-product']);
    expect(of('Oslo grew', { Oslo: 'LOC' }, ['PER', 'ORG', 'LOC'])).toEqual(['B-place', '-|B-product|I-product|B-other|I-other']);
  });

  it('know people, places, products and other names', () => {
    expect(of('Ann Oda took the T4 to a Brexit vote', { 'Ann Oda': 'PER', T4: 'PROD', Brexit: 'MISC' })).toEqual([
      'B-person',
      'I-person',
      '-',
      '-',
      'B-product',
      '-',
      '-',
      'B-other',
      '-',
    ]);
  });

  it('tell companies from other bodies by our lists and their last words, and leave the rest open', () => {
    const first = (name: string): string | undefined => of(`${name} grew`, { [name]: 'ORG' })[0];
    expect(first('Microsoft')).toBe('B-company');
    expect(first('Zorbian Inc')).toBe('B-company');
    expect(first('Zorbian University')).toBe('B-organization');
    expect(first('Ministry of Towers')).toBe('B-organization');
    expect(first('Zorbian')).toBe('B-company|B-organization');
  });

  it('leave articles out of names', () => {
    expect(of('the Zorbian Institute grew', { 'the Zorbian Institute': 'ORG' })).toEqual([
      '-',
      'B-company|B-organization',
      'I-company|I-organization',
      '-',
    ]);
  });

  it('take no nationality for a place, whatever the set says', () => {
    const line = 'a French town';
    expect(of(line, { French: 'LOC' }, goldTypes, 'redocred-dev')[1]).toBe('-|B-other');
    expect(of(line, { French: 'LOC' })[1]).toBe('B-place');
  });
});

describe('features', () => {
  /** A sentence with what the tagger finds in it, and what plain sums over the trainer's features give. */
  const both = (text: string, seed: number): { found: string[]; expected: string[] } => {
    const reading = read(text, 0, text.length);
    const document = documentFactsOf(reading);
    const table = new Int8Array(bucketCount * labelCount);
    let state = seed | 1;
    const weight = (): number => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (state >> 24) % 100;
    };
    const extra = Float32Array.from({ length: (labelCount + 1) * labelCount }, () => weight() / 50);
    const sentences = reading.sentences.map((sentence) => {
      const scene = sceneOf(reading, sentence, document);
      return Array.from({ length: sentence.last - sentence.first }, (_, i) => {
        const features: number[] = [];
        featuresOf(scene, sentence.first + i, features);
        return features;
      });
    });
    for (const feature of new Set(sentences.flat(2))) for (let y = 0; y < labelCount; y += 1) table[feature * labelCount + y] = weight();
    const scale = 0.01;
    const tagger = new Tagger(weightsOf({ format: taggerFormat, buckets: bucketCount, classes: labelCount, scale, extra }, table));
    const found = tagger.tag(reading).map(({ first, last, type }) => `${type} ${first}-${last}`);
    const expected = sentences.flatMap((tokens, s) => {
      const at = reading.sentences[s]?.first ?? 0;
      const scoreOf = (i: number, y: number): number =>
        scale * (tokens[i] ?? []).reduce((sum, feature) => sum + (table[feature * labelCount + y] as number), 0);
      const best = bestLabels(tokens.length, scoreOf, extra);
      return best.flatMap((label, i) => {
        if (!isBegin(label)) return [];
        let last = i + 1;
        while (best[last] === insideOf(typeOfLabel(label))) last += 1;
        return [`${tagTypes[typeOfLabel(label)]} ${at + i}-${at + last}`];
      });
    });
    return { found, expected };
  };

  it('are the same that the tagger adds up', () => {
    const words = fc.constantFrom(
      'Apple',
      'bought',
      'the',
      'Zorbian',
      'Inc',
      ',',
      "'s",
      'in',
      'OSLO',
      'A380',
      'Ms',
      'Oda',
      '(',
      ')',
      'said',
      '5',
    );
    let compared = 0;
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.integer(), (tokens, seed) => {
        // One sentence with a capital letter in it: others the tagger passes over.
        const { found, expected } = both(`Oda ${tokens.join(' ')}`, seed);
        expect(found).toEqual(expected);
        compared += found.length;
      }),
      { numRuns: 4 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});

describe('labels', () => {
  it('let the inside of a name follow its own kind alone', () => {
    for (const [type] of tagTypes.entries()) {
      expect(mayFollow(beginOf(type), insideOf(type))).toBe(true);
      expect(mayFollow(insideOf(type), insideOf(type))).toBe(true);
      expect(mayFollow(outside, insideOf(type))).toBe(false);
      expect(mayFollow(-1, insideOf(type))).toBe(false);
      expect(mayFollow(beginOf((type + 1) % tagTypes.length), insideOf(type))).toBe(false);
      expect(mayFollow(-1, beginOf(type))).toBe(true);
    }
  });
});
