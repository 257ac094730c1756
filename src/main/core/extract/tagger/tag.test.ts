import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';
import { shippedWeights, weightsOf } from '../weights.ts';
import { clusterOf } from './clusters.ts';
import { bucketCount } from './features.ts';
import { labelCount, tagTypes } from './labels.ts';
import { Tagger, taggerFormat } from './tag.ts';

const shipped = shippedWeights('names.bin', taggerFormat);

describe('Tagger', () => {
  const tagger = new Tagger(shipped);
  const text = 'Microsoft acquired Nokia in 2013.\n\nTim Cook, who runs Apple, met officials in Paris.\n\nnothing is named here.';

  it('gives the names sentence by sentence, in order, each with its chances and what spoke for it', () => {
    const reading = read(text, 0, text.length);
    const tagged = tagger.tag(reading);
    expect(tagged.map(({ first, last, type }) => `${reading.words.slice(first, last).join(' ')}: ${type}`)).toEqual([
      'Microsoft: company',
      'Nokia: company',
      'Tim Cook: person',
      'Apple: company',
      'Paris: place',
    ]);
    for (const { chance, chances, evidence, first, last, sentence, type } of tagged) {
      expect(chances).toHaveLength(tagTypes.length);
      expect(chances[tagTypes.indexOf(type)]).toBeGreaterThanOrEqual(chance - 1e-9);
      expect(chances.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(chance).toBeGreaterThan(0);
      expect(evidence.trim()).not.toBe('');
      expect(first >= sentence.first && last <= sentence.last).toBe(true);
    }
  });

  it('says the same each time, whatever it read between', () => {
    const reading = read(text, 0, text.length);
    const first = tagger.tag(reading);
    const other = `Zorbian Towers of Oslo. ${'Ann Oda met the Ostrel Board. '.repeat(40)}`;
    tagger.tag(read(other, 0, other.length));
    expect(tagger.tag(reading)).toEqual(first);
    expect(new Tagger(shipped).tag(reading)).toEqual(first);
  });

  it('finds nothing with weights that say nothing', () => {
    const head = { format: taggerFormat, buckets: bucketCount, classes: labelCount, scale: 1 };
    const extra = Float32Array.from({ length: (labelCount + 1) * labelCount }, (_, k) => (k % labelCount === 0 ? 1 : 0));
    const blank = new Tagger(weightsOf({ ...head, extra }, new Int8Array(bucketCount * labelCount)));
    expect(blank.tag(read(text, 0, text.length))).toEqual([]);
  });

  it('refuses weights that were made for other features or labels', () => {
    expect(() => new Tagger({ ...shipped, buckets: shipped.buckets / 2 })).toThrow('another tagger');
    expect(() => new Tagger({ ...shipped, classes: shipped.classes + 2 })).toThrow('another tagger');
    expect(() => new Tagger({ ...shipped, extra: new Float32Array(3) })).toThrow('another tagger');
    expect(() => shippedWeights('names.bin', taggerFormat + 1)).toThrow('another format');
    expect(() => shippedWeights('nowhere.bin', taggerFormat)).toThrow('nowhere.bin');
  });
});

describe('clusterOf', () => {
  it('puts words of like meaning together', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => clusterOf(day));
    expect(new Set(days.map(({ coarse }) => coarse)).size).toBe(1);
    expect(clusterOf('monday').coarse).not.toBe(clusterOf('software').coarse);
  });

  it('is nought for words that it does not know', () => {
    for (const word of ['', 'zorbianish', 'Monday', '東京', 'x'.repeat(100)]) expect(clusterOf(word)).toEqual({ fine: 0, coarse: 0 });
    expect(clusterOf('monday').fine).toBeGreaterThan(0);
  });
});
