import { describe, expect, it } from 'vitest';
import { faultsOf, readString } from './testing.ts';

/**
 * Megabytes of the worst that a format knows: 2 show whether time is linear. At the limit of 20 most take under 3 s, the
 * slowest some 10 s.
 */
const size = Number(process.env.NEWSGRAPH_HOSTILE_MB ?? 2) * 1024 * 1024 - 8192;
const filled = (unit: string, bytes = size): string => unit.repeat(Math.floor(bytes / unit.length));

const hostile: Record<string, [name: string, text: () => string]> = {
  'nested div elements': ['a.html', () => filled('<div>')],
  'nested div elements with text': ['a.html', () => `<p>Words before.</p>${filled('<div>x')}`],
  'unclosed bold': ['a.html', () => filled('<b>a ')],
  'list items with paragraphs left open': ['a.html', () => filled('<li><p>')],
  'closing tags alone': ['a.html', () => `text${filled('</p>')}`],
  'half tags': ['a.html', () => `text ${filled('<')}`],
  'a tag that never ends': ['a.html', () => `text <a ${filled('b="c" ')}`],
  'unclosed comments': ['a.html', () => `text ${filled('<!--')}`],
  'unclosed scripts': ['a.html', () => `text ${filled('<svg><noscript>')}`],
  'one element with endless attributes': ['a.html', () => `<p ${filled('a1 ')}>text</p>`],
  paragraphs: ['a.html', () => filled('<p>Some words here.</p>')],
  'short paragraphs of one page under the limits': ['a.html', () => filled('<p>Some words, here and there.</p>', 1_500_000)],
  references: ['a.html', () => `${filled('<b>', 3_000)}${filled('&abcde;&#12;')}`],
  'a title without end': ['a.html', () => `<title>${filled('a | ', 4_000_000)}</title><p>text</p>`],
  'nested quotes': ['a.md', () => filled('>')],
  'nested lists': ['a.md', () => filled('- ')],
  brackets: ['a.md', () => filled('[')],
  'links left open': ['a.md', () => filled('[a](', 1_900_000)],
  emphasis: ['a.md', () => filled('*a _b ', 1_900_000)],
  backticks: ['a.md', () => filled('`a``b', 1_900_000)],
  'emphasis in short paragraphs': ['a.md', () => filled(`${filled('**a *b _c ', 50_000)}\n\n`, 1_900_000)],
  'brackets in short paragraphs': ['a.md', () => filled(`${filled('[a]([', 50_000)}\n\n`, 1_900_000)],
  'html in short paragraphs': ['a.md', () => filled(`${filled('<a <!', 50_000)}\n\n`, 1_900_000)],
  tables: ['a.md', () => `|a|\n|-|\n${filled('|b', 50_000)}\n`],
  'nested arrays': ['a.json', () => filled('[')],
  'nested arrays, closed': ['a.json', () => `${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}`],
  'nested objects, closed': ['a.json', () => `${'{"data":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`],
  'broken lines': ['a.jsonl', () => filled('{"a":\n')],
  'bylines and headlines': [
    'a.txt',
    () => filled('A headline of several words\n\nBy John Smith\n\nA sentence that is long enough to be prose, or so.\n\n'),
  ],
  'one line': ['a.txt', () => filled('word ')],
  'line ends': ['a.txt', () => `a${filled('\n')}`],
  'empty items': ['a.txt', () => filled('- \n')],
  'marks that combine': ['a.txt', () => `e${filled('\u0301', 2_000_000)}`],
  'front matter without end': ['a.md', () => `---\n${filled('a: b\n')}`],
};

describe('hostile files come back, with an article or a problem', () => {
  for (const [what, [name, text]] of Object.entries(hostile)) {
    it(what, () => {
      const started = performance.now();
      const { articles, problems } = readString(text(), name);
      if (process.env.NEWSGRAPH_TIMES) console.log(`${Math.round(performance.now() - started)} ms, ${articles.length} articles: ${what}`);
      expect(articles.length + problems.length).toBeGreaterThan(0);
      for (const article of articles.slice(0, 3))
        expect(faultsOf({ ...article, links: article.links.slice(0, 100), blocks: article.blocks })).toEqual([]);
    });
  }
});
