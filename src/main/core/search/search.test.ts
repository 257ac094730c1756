import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleId, EntityId } from '../../../shared/model.ts';
import { createSearchIndex, loadSearchIndex, type SearchIndex, snippetOf } from './index.ts';

const articles = [
  { title: 'Google faces a ban', body: 'The search company Google was told to stop.', names: 'Google' },
  {
    title: 'A quiet day',
    body: 'Shares of Google and Apple rose. Analysts at the bank of Japan were calm about chips.',
    names: 'Google\nApple\nBank of Japan',
  },
  {
    title: 'DeepSeek rattles markets',
    body: 'The Hangzhou start-up DeepSeek, backed by High-Flyer, showed a model.',
    names: 'DeepSeek\nHigh-Flyer\nHangzhou',
  },
  { title: 'Money for Open AI', body: 'Open AI raised money, people said. Its AI is good.', names: 'OpenAI' },
  { title: 'OpenAI and its rivals', body: 'OpenAI competes with Anthropic.', names: 'OpenAI\nAnthropic' },
  { title: 'Farming', body: 'The harvest was good. Nobody spoke of machines that think.', names: '' },
];
const names: [string, string][] = [
  ['g', 'Google'],
  ['a', 'Apple'],
  ['d', 'DeepSeek'],
  ['h', 'High-Flyer'],
  ['o', 'OpenAI'],
  ['o', 'Open AI'],
  ['s', 'Sam Altman'],
  ['s', 'Altman'],
  ['n', 'New York'],
  ['l', 'L’Oréal'],
];
const entity = (letter: string) => `e_${letter.repeat(24)}` as EntityId;

const filled = (): SearchIndex => {
  const index = createSearchIndex();
  index.addNames(names.map(([id, name], at) => ({ row: at + 1, entity: entity(id), name })));
  index.addArticles(articles.map((article, at) => ({ ...article, seq: at + 1, id: `a_${at}` as ArticleId })));
  return index;
};
const index = filled();
const found = (query: string) => index.articles(query).matches.map(({ seq }) => seq);
const named = (query: string) => index.names(query).matches.map(({ entity: id }) => id.charAt(2));

describe('articles', () => {
  test('titles come before texts', () => expect(found('google')).toEqual([1, 2]));

  test('all words must be there', () => {
    expect(found('google apple')).toEqual([2]);
    expect(index.articles('google apple').matched).toBe('all');
  });

  test('where none has all words, some suffice, and it says so', () => {
    const some = index.articles('harvest anthropic');
    expect(some.matched).toBe('any');
    expect(some.matches.map(({ seq }) => seq).sort()).toEqual([5, 6]);
  });

  test('the last word may be half typed', () => {
    expect(found('deepse')).toEqual([3]);
    expect(found('shares of goo')).toEqual([2]);
    expect(found('goo apple')).toEqual([2]);
    expect(index.articles('goo apple').matched).toBe('any');
  });

  test('small words are not insisted on', () => expect(found('bank of japan')).toEqual([2]));

  test('joined, apart or hyphened is the same', () => {
    for (const query of ['highflyer', 'high flyer', 'high-flyer', 'High-Flyer']) expect(found(query), query).toEqual([3]);
    for (const query of ['openai', 'Open AI', 'open-ai']) expect(found(query).sort(), query).toEqual([4, 5]);
    for (const query of ['startup', 'start up', 'start-up']) expect(found(query), query).toEqual([3]);
  });

  test('one or two letters look at titles and names alone', () => {
    expect(found('ai')).toEqual([4]);
    expect(found('mo')).toEqual([4]);
    expect(found('th')).toEqual([]);
  });

  test('a slip finds what was meant and says so', () => {
    expect(index.articles('googel')).toMatchObject({ corrected: [{ from: 'googel', to: 'google' }], matched: 'all' });
    expect(found('googel')).toEqual([1, 2]);
    expect(index.articles('deepseak').corrected).toEqual([{ from: 'deepseak', to: 'deepseek' }]);
    expect(found('deepseak')).toEqual([3]);
    expect(index.articles('google').corrected).toEqual([]);
  });

  test('what is nowhere is not found', () => expect(index.articles('zzzyyyxxx')).toEqual({ matches: [], matched: 'all', corrected: [] }));
});

describe('names', () => {
  test('by any alias, as a beginning, with a slip', () => {
    expect(named('altman')).toEqual(['s']);
    expect(named('sam al')).toEqual(['s']);
    expect(named('goo')).toEqual(['g']);
    expect(named('googel')).toEqual(['g']);
    expect(named('loreal')).toEqual(['l']);
    expect(named('highflyer')).toEqual(['h']);
    expect(named('high fly')).toEqual(['h']);
    expect(named('open ai')).toEqual(['o']);
    expect(named('g')).toEqual(['g']);
  });

  test('the same name comes before one that begins so, before one that has the word, before a guess', () => {
    const ranked = createSearchIndex();
    ranked.addNames(['Metal', 'Meta', 'Group Meta', 'Beta'].map((name, at) => ({ row: at + 1, entity: entity(String(at)), name })));
    expect(ranked.names('meta').matches.map(({ name }) => name)).toEqual(['Meta', 'Metal', 'Group Meta']);
    expect(ranked.names('mata').matches.map(({ name }) => name)).toContain('Meta');
  });

  test('a name within a longer query', () => {
    expect(named('openai lawsuit')).toEqual(['o']);
    expect(named('lawsuit in new york')).toEqual(['n']);
    expect(named('new lawsuit')).toEqual([]);
  });

  test('an entity comes once, by its best alias', () => expect(index.names('openai').matches).toMatchObject([{ entity: entity('o') }]));
});

describe('a saved index', () => {
  const lines = [...index.savedLines()];
  const loaded = () => {
    const loader = loadSearchIndex();
    for (const line of lines) loader.line(line);
    return loader.finish();
  };

  test('answers as the one that was saved, and can be added to', () => {
    const again = loaded();
    expect(again.mark).toEqual(index.mark);
    for (const query of ['google', 'googel', 'high flyer', 'bank of japan', 'ai', 'harvest anthropic']) {
      expect(again.articles(query), query).toEqual(index.articles(query));
      expect(again.names(query), query).toEqual(index.names(query));
    }
    again.addArticles([{ seq: 7, id: 'a_7' as ArticleId, title: 'Google again', body: '', names: '' }]);
    expect(again.articles('google').matches).toHaveLength(3);
  });

  test('its names answer before its articles are in', () => {
    const loader = loadSearchIndex();
    for (const line of lines) {
      loader.line(line);
      if (loader.names) break;
    }
    expect(loader.names?.('altman').matches).toHaveLength(1);
    expect(() => loader.finish()).toThrow(/missing/);
  });

  test('is refused when a line is missing, foreign or of another version', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), (left) => {
        const loader = loadSearchIndex();
        expect(() => {
          for (const line of lines.toSpliced(left, 1)) loader.line(line);
          loader.finish();
        }).toThrow();
      }),
    );
    expect(() => loadSearchIndex().line('{"newsgraphIndex":0}')).toThrow(/another version/);
    expect(() => loadSearchIndex().line('not JSON')).toThrow();
  });
});

test('documents that are already in are passed over', () => {
  const twice = filled();
  twice.addArticles(articles.map((article, at) => ({ ...article, seq: at + 1, id: `a_${at}` as ArticleId })));
  expect(twice.articles('google').matches).toHaveLength(2);
});

test('a document that can not be made into words stays out, and holds up none that follow', () => {
  const index = createSearchIndex();
  const article = (seq: number) => ({ seq, id: `a_${seq}` as ArticleId, title: `Number ${seq}`, body: 'Google', names: 'Google' });
  const bad = {
    ...article(2),
    get names(): string {
      throw new RangeError('too much');
    },
  };
  expect(index.addArticles([article(1), bad])).toBe(1);
  expect(index.addArticles([bad, article(3)])).toBe(0);
  expect(index.mark).toMatchObject({ lastSeq: 3, lastArticle: 'a_3' });
  expect(index.articles('google').matches.map(({ seq }) => seq)).toEqual([3, 1]);
  const loader = loadSearchIndex();
  for (const line of index.savedLines()) loader.line(line);
  expect(loader.finish().articles('number').matches).toHaveLength(2);
});

test('what one letter matches follows what is added', () => {
  const growing = filled();
  expect(growing.names('z').matches).toEqual([]);
  expect(growing.articles('z').matches).toEqual([]);
  growing.addNames([{ row: 100, entity: entity('z'), name: 'Zalando' }]);
  growing.addArticles([{ seq: 100, id: 'a_z' as ArticleId, title: 'Zoom falls', body: '', names: '' }]);
  expect(growing.names('z').matches).toHaveLength(1);
  expect(growing.articles(' z ').matches.map(({ seq }) => seq)).toEqual([100]);
});

test('no query is an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.constantFrom('__proto__', 'constructor', 'toString', '*', '"', 'a'.repeat(5000)),
      ),
      (query) => {
        index.articles(query);
        index.names(query);
      },
    ),
  );
});

describe('snippets', () => {
  const text = `Title here\n\nA first paragraph of no interest. It goes on for a while, so that there is something to cut away before the place.\n\nThe second says that Google was fined. The regulator, which had warned Google before, called the practice unfair. Then follows a long tail of words that nobody searches for, and on it goes until the end of the paragraph is reached at last.`;
  const bodyStart = 12;

  test('the passage that shows the words, from the start of its sentence, with exact marks', () => {
    const snippet = snippetOf(text, bodyStart, new Set(['google', 'fined']));
    expect(snippet.text).toMatch(/^The second says that Google was fined\./);
    expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['Google', 'fined', 'Google']);
  });

  test('the beginning of the body where nothing is to be marked', () => {
    expect(snippetOf(text, bodyStart, new Set()).text).toMatch(/^A first paragraph/);
    expect(snippetOf('Title', 5, new Set(['title'])).text).toBe('');
  });

  test('always a piece of the text, never much longer than two hundred characters', () => {
    const piece = fc.constantFrom('Google', 'was. ', 'it ', '\n\n', 'x'.repeat(50), ' and ', '! ', 'fined');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const body = pieces.join('');
        const snippet = snippetOf(body, 0, new Set(['google', 'fined']));
        expect(body.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
        expect(snippet.text.length).toBeLessThanOrEqual(300);
        for (const { start, end } of snippet.marks) expect(['google', 'fined']).toContain(snippet.text.slice(start, end).toLowerCase());
      }),
    );
  });
});
