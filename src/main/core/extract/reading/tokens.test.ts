import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

const tokens = (text: string): string =>
  text
    .split(' ')
    .map((stretch) => tokensOf(stretch).join('|'))
    .join(' ');

describe('tokensOf', () => {
  for (const [what, text, parts] of [
    ['marks', '(He left.) “Quoted,” wait… no -- yes!', '(|He left|.|) “|Quoted|,|” wait|… no -- yes|!'],
    ['contractions', "don't can’t I’m they'll couldn't've cannot", "do|n't ca|n’t I|’m they|'ll could|n't|'ve can|not"],
    ['possessives', "Cook’s bosses' O'Brien's", "Cook|’s bosses|' O'Brien|'s"],
    ['amounts', '$4 US$5m €3.5bn £1,000.50 4.5%', '$|4 US$|5|m €|3.5|bn £|1,000.50 4.5|%'],
    ['times and dates', '10:30am 3.42pm 1990s ’90s 2,700th 24/7', '10:30am 3.42pm 1990s ’90s 2,700th 24/7'],
    ['signs', '-5 +0.3 3–4 A-5', '-5 +0.3 3|–|4 A-5'],
    ['abbreviations', 'U.S. Inc., p.m. J.K.Rowling e.g. no. No.', 'U.S. Inc.|, p.m. J.K.|Rowling e.g. no|. No.'],
    ['periods inside', 'node.js end.Start GPT-4.5 v1.2', 'node|.|js end|.|Start GPT-4.5 v1.2'],
    ['hyphens', 'spin-off co-founder U.K.-based 5-year COVID-19 x-ray', 'spin|-|off co-founder U.K.|-|based 5|-|year COVID-19 x-ray'],
    ['prefixes before names', 'ex-Google anti-China pre-2020', 'ex|-|Google anti|-|China pre-2020'],
    ['ampersands', 'AT&T R&D a&b', 'AT&T R&D a&b'],
    [
      'addresses',
      'http://example.org/a?b=c, www.example.org. ann@example.com @ann #tag',
      'http://example.org/a?b=c|, www.example.org|. ann@example.com @ann #tag',
    ],
    ['other letters', 'Wałęsa İstanbul Z̷a̴l 東京電力は', 'Wałęsa İstanbul Z̷a̴l 東京電力は'],
  ] as const) {
    it(`parts ${what}`, () => {
      expect(tokens(text)).toBe(parts);
    });
  }

  it('leaves nothing out and adds nothing', () => {
    const pieces = fc.constantFrom(
      'a',
      'Ab',
      '.',
      '-',
      '’',
      "'s",
      '&',
      '5',
      ',',
      '$',
      '@',
      '\ud83d',
      '😀',
      'ł',
      '\u0301',
      'n',
      't',
      '/',
      ':',
      '€',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const parts = tokensOf(text);
          expect(parts.join('')).toBe(text);
          expect(parts).not.toContain('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
