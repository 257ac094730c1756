import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPattern } from '../../../shared/model.ts';
import { articleId, headlineKey } from './index.ts';
import { onlyArticle } from './testing.ts';

const id = (text: string) => articleId({ text });

describe('the id of an article', () => {
  const text = 'The firm’s “R1” model – as they call it – costs… nothing. Café owners agree.';

  it('has the form of the model', () => expect(id(text)).toMatch(idPattern.article));

  const copies: Record<string, string> = {
    'straight quotes': text.replace(/[“”]/g, '"').replace(/’/g, "'"),
    'other dashes': text.replace(/–/g, '—'),
    'double hyphens': text.replace(/–/g, '--'),
    'three dots': text.replace('…', '...'),
    'other spaces': text.replace(/ /g, '\u00a0'),
    'line breaks': text.replace(/ /g, '\r\n'),
    'no space at the dash': text.replace(' – ', '–'),
    'decomposed letters': text.normalize('NFD'),
    'zero-width characters': text.replace(/e/g, 'e\u200b\u00ad'),
    'full-width letters': text.replace('R1', 'Ｒ１'),
    guillemets: text.replace('“', '«').replace('”', '»'),
  };
  for (const [what, copy] of Object.entries(copies)) it(`stays with ${what}`, () => expect(id(copy)).toBe(id(text)));

  it('changes with a word, a number, a letter’s case', () => {
    for (const other of [
      text.replace('nothing', 'little'),
      text.replace('R1', 'R2'),
      text.replace('Café', 'café'),
      text.replace('Café', 'Cafe'),
    ])
      expect(id(other)).not.toBe(id(text));
  });

  it('is the same for one text in several formats and under several names', () => {
    const title = 'Contoso opens second plant';
    const body = 'The company said on Monday that it would open a second plant.';
    const ids = [
      onlyArticle(`${title}\n\n${body}\n\n${body}`, 'one.txt'),
      onlyArticle(`# ${title}\n\n${body}\n\n${body}`, 'two.md'),
      onlyArticle(`<h1>${title}</h1><p>${body}</p><p>${body}</p>`, 'three.html'),
      onlyArticle(JSON.stringify({ title, body: `${body}\n${body}` }), 'four.json'),
    ].map(articleId);
    expect(new Set(ids).size).toBe(1);
  });

  it('holds for any text', () => {
    const unit = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      ' ',
      '"',
      '“',
      '´',
      '′',
      '-',
      '–',
      '…',
      '\u200b',
      '\ufe0f',
      'ﬁ',
      '½',
      '\n',
      '\u0301',
      '😀',
      '한',
    );
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (any) => {
          expect(id(any.replace(/“/g, '"').replace(/–/g, '-').replace(/…/g, '...').replace(/ /g, '\u2003'))).toBe(id(any));
          expect(id(`\n${any} `)).toBe(id(any));
        },
      ),
    );
  });
});

describe('the key of a headline', () => {
  it('folds case, quotes and punctuation', () => {
    expect(headlineKey('  OpenAI’s “plan”: a ban – now! ')).toBe('openais plan a ban now');
    expect(headlineKey("OpenAI's 'Plan', a ban; now")).toBe('openais plan a ban now');
    expect(headlineKey('…!')).toBe('');
  });
  it('keeps letters of any script, and numbers', () => {
    expect(headlineKey('Привет, 世界 2025')).toBe('привет 世界 2025');
  });
});
