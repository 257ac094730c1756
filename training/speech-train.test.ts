import { describe, expect, it } from 'vitest';
import { randomFrom } from '../bench/random.ts';
import { SpeechTagger, speechBuckets, speechFormat, speechTags } from '../src/main/core/extract/reading/speech.ts';
import { read } from '../src/main/core/extract/reading.ts';
import { speechReader, vocabulary } from './speech-data.ts';
import { rightFeatures, trainSpeech } from './speech-train.ts';
import { rounded } from './train.ts';

const lines = ['The firm plans a move.', 'Its plans move slowly.', 'She will move the firm to Oslo.', 'They plan to leave Oslo.'];
const sentences = lines.flatMap(speechReader());
const train = (): Float32Array => trainSpeech(sentences, { epochs: 8, random: randomFrom(1) });

describe('speechReader', () => {
  it('gives the teacher’s tags for our tokens, and the endings that it leaves at their words', () => {
    const [sentence] = speechReader()('He met ex-Google staff at Cook’s.');
    const tags = Array.from(sentence?.tags ?? [], (tag) => speechTags[tag]);
    expect(tags).toEqual(['PRON', 'VERB', undefined, 'PUNCT', undefined, 'NOUN', 'ADP', undefined, 'PART', 'PUNCT']);
  });
});

describe('trainSpeech', () => {
  it('learns what it was shown', () => {
    const head = { format: speechFormat, buckets: speechBuckets, classes: speechTags.length, extra: new Float32Array(0) };
    const tagger = new SpeechTagger(rounded(head, train(), rightFeatures(sentences), 1));
    for (const [at, line] of lines.entries()) {
      const reading = read(line, 0, line.length);
      for (const sentence of reading.sentences) tagger.tag(reading, sentence);
      expect(reading.tags).toEqual(Array.from(sentences[at]?.tags ?? [], (tag) => speechTags[tag]));
    }
  });

  it('gives the same weights each time', () => {
    expect(Buffer.from(train().buffer).equals(Buffer.from(train().buffer))).toBe(true);
  });
});

describe('vocabulary', () => {
  it('has ordinary words in small letters', () => {
    const words = new Set(vocabulary());
    for (const word of ['company', 'said', 'the', 'bought']) expect(words).toContain(word);
    for (const word of ['The', 'zorbian']) expect(words).not.toContain(word);
  });
});
