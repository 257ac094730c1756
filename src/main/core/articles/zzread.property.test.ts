import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticles } from './read.ts';
import { faultsOf, readString } from './testing.ts';

const names = fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.json', 'a.jsonl', 'a', 'a.pdf');

const expectSound = (result: ReturnType<typeof readArticles>) => {
  for (const article of result.articles) expect(faultsOf(article)).toEqual([]);
  expect(result.articles.length + result.problems.length).toBeGreaterThan(0);
  for (const { reason } of result.problems) expect(reason).toMatch(/^[A-Z][\s\S]*\.$/);
};

/** Scraps that readers take for structure. */
const scraps = fc.constantFrom(
  ...['<p>', '</p>', '<div', '>', '<a href="http://x.org/a">', '</a>', '<br>', '<li>', '<ul>', '<h1>', '</h1>', '<pre>', '<table><tr><td>'],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<title>',
    '"',
    "'",
    '=',
    '&amp;',
    '&#0;',
    '&#xd800;',
    '&',
    '<q>',
    '<blockquote>',
    '<time datetime="',
  ],
  ...['# ', '- ', '> ', '```', '---\n', '+++\n', '[a](http://b.org)', '![', '[[', '**', '1. ', '|a|b|\n|-|-|\n', 'title: x\n', ': '],
  ...['{', '}', '[', ']', '{"title":"T","text":"', '"}', '\\u0000', '\\ud800', ',', 'null', '{"articles":['],
  ...[
    'By Jane Doe',
    'Autor: X',
    'March 4, 2025',
    'Related articles',
    'A headline of several words',
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
    '\u0301',
    ' ',
  ],
  ...[
    'A sentence that is long enough to be taken for prose by the readers.',
    'e',
    '\u200b',
    '\ufeff',
    '\u0085',
    '\ud83d',
    '\t',
    'https://c.org/x).',
  ],
);

describe('reading', () => {
  it('takes any bytes without throwing, and says what it made of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => expectSound(readArticles(bytes, name))),
      { numRuns: 12000 },
    );
  });

  it('gives sound articles from any mixture of scraps', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 60 }), names, (parts, name) =>
        expectSound(readString(parts.join(''), name)),
      ),
      { numRuns: 12000 },
    );
  });

  it('gives sound articles from records with any fields', () => {
    const key = fc.constantFrom(
      'title',
      'text',
      'content_html',
      'date',
      'author',
      'url',
      'source',
      'language',
      'items',
      'data',
      '__proto__',
      'fields',
      'version',
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<p>a <b>b</b></p>', 'A sentence. Another one.'),
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, value), { maxLength: 4 }), fc.constantFrom('a.json', 'a.jsonl'), (records, name) => {
        const text = name === 'a.json' ? JSON.stringify(records) : records.map((one) => JSON.stringify(one)).join('\n');
        expectSound(readString(text, name));
        expect(({} as Record<string, unknown>).title).toBeUndefined();
      }),
      { numRuns: 12000 },
    );
  });

  it('gives sound articles from real shapes with bytes changed', () => {
    const samples = [
      '<html lang="en"><head><title>A | B</title></head><body><article><h1>A</h1><p>One <a href="/x">two</a>.</p><ul><li>x</ul></article></body></html>',
      '---\ntitle: A\ndate: 2025-01-02\n---\n# A\n\nText with [link](http://x.org).\n\n- one\n- two\n',
      '[{"title":"A","body":"<p>b</p>","date":1700000000},{"headline":"C","text":"d"}]',
      'Headline of the text\n\nBy Jane Doe\n\nFirst paragraph of the text.\n\nAutor: X\n\nSecond headline here\n\nIts paragraph follows.',
    ].map((text) => new TextEncoder().encode(text));
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { maxLength: 6 }), names, (sample, changes, name) => {
        const bytes = sample.slice();
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        expectSound(readArticles(bytes, name));
      }),
      { numRuns: 12000 },
    );
  });
});
