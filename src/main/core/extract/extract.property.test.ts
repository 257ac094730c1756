import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindAllows } from '../../../shared/relations.ts';
import { extract } from './index.ts';

const phrases = [
  'OpenAI',
  'Microsoft acquired Activision.',
  'DeepSeek founder Liang Wenfeng, ',
  'Garry Tan, CEO of Y Combinator',
  "Apple's",
  'the company said it will buy ',
  '(TSMC)',
  '“',
  '”',
  'U.S.',
  'President of the',
  'Bank of England and ',
  'McDonald’s',
  'ex-Google',
  'Ωmega 東京 Łódź',
  'if',
  '?',
  '😀',
  '\ud83d',
  '\n\n',
  '\n',
  '\t',
  '\u00a0',
  '\u2028',
  ', ',
  ' - ',
  'IN ALL CAPITALS THE US BANS HUAWEI',
  'const x = { a: [1, 2] };',
  'http://example.org/a?b=c',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(fc.constantFrom(...phrases), fc.string()), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...phrases), { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('extract, for any string', () => {
  it('keeps its promises about places and indices', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { mentions, relations, sentences } = extract(input);
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(input.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.entity).not.toBe('');
          expect(mention.confidence).toBeGreaterThan(0);
          expect(mention.confidence).toBeLessThanOrEqual(1);
          end = mention.end;
        }
        end = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(input.slice(sentence.start, sentence.end).trim()).toBe(input.slice(sentence.start, sentence.end));
          end = sentence.end;
        }
        const starts = new Set(sentences.map((sentence) => `${sentence.start} ${sentence.end}`));
        for (const relation of relations) {
          const from = mentions[relation.subject];
          const to = mentions[relation.object];
          expect(from && to && kindAllows(relation.kind, from.type, to.type)).toBe(true);
          expect(starts.has(`${relation.start} ${relation.end}`)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('says the same of the same text, whatever it read before', () => {
    fc.assert(
      fc.property(text, text, (input, other) => {
        const first = extract(input);
        extract(other);
        expect(extract(input)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('has one type for all mentions of an entity', () => {
    fc.assert(
      fc.property(text, (input) => {
        const types = new Map<string, string>();
        for (const { entity, type } of extract(input).mentions) {
          expect(types.get(entity) ?? type).toBe(type);
          types.set(entity, type);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Texts that lead tokenizers and backtracking patterns astray: each must cost about twice as much at twice the length. */
const traps: Record<string, (length: number) => string> = {
  'one word': (length) => 'a'.repeat(length),
  'one word in capitals': (length) => 'A'.repeat(length),
  'letters and digits': (length) => 'a1'.repeat(length / 2),
  apostrophes: (length) => "'".repeat(length),
  hashes: (length) => '#a'.repeat(length / 2),
  'capitalised words without a stop': (length) => 'Foo Bar '.repeat(length / 8),
  'title words': (length) => 'Chief Executive '.repeat(length / 16),
  modifiers: (length) => 'Chief Deputy '.repeat(length / 13),
  'names in a list': (length) => 'Apple, Google and '.repeat(length / 18),
  'verbs between names': (length) => 'Apple acquired Google and '.repeat(length / 26),
  'one sentence in lower case': (length) => 'and then they went on to buy it '.repeat(length / 32),
  'the same letters': (length) => 'AI '.repeat(length / 3),
  hyphens: (length) => 'Ab-'.repeat(length / 3),
  'hyphens and spaces': (length) => 'Ab - '.repeat(length / 5),
  quotes: (length) => '“A ” '.repeat(length / 5),
  emoji: (length) => '😀'.repeat(length / 2),
  'lone surrogates': (length) => '\ud800'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'empty lines': (length) => '\n\n'.repeat(length / 2),
  'another script': (length) => '東京'.repeat(length / 2),
  code: (length) => 'if (Foo.bar) { Baz.qux("A", 1); }\n'.repeat(length / 34),
  'many names': (length) => Array.from({ length: length / 16 }, (_, i) => `Xa${i.toString(36)} Yb${i.toString(36)}.`).join(' '),
};

describe('extract, for texts made to be slow', () => {
  for (const [name, make] of Object.entries(traps)) {
    // At 400,000 characters quadratic time would be minutes; linear time is some seconds even on a busy machine.
    it(`reads ${name} in linear time`, () => {
      expect(extract(make(400_000)).sentences).toBeDefined();
    });
  }
});
