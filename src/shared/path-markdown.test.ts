import { expect, test } from 'vitest';
import type { ArticleId, EntityId, LinkId, StoryId } from './model.ts';
import { pathMarkdown } from './path-markdown.ts';
import type { PathStep, Paths } from './views-paths.ts';

const node = (letter: string, name: string) => ({ id: `e_${letter.repeat(24)}` as EntityId, type: 'company' as const, name, articles: 1 });
const [a, b] = [node('a', 'A*Corp'), node('b', 'B Corp')];
const step: PathStep = {
  from: a,
  to: b,
  link: {
    id: `${a.id}~${b.id}` as LinkId,
    source: a.id,
    target: b.id,
    kind: 'relation',
    relations: [{ kind: 'acquired', status: 'announced', from: b.id, to: a.id, sentences: 1, articles: 1 }],
    articles: 7,
    sentences: 3,
    stories: 2,
    strength: 1,
    first: null,
    last: null,
  },
  passage: {
    article: {
      id: `a_${'0'.repeat(24)}` as ArticleId,
      title: 'B <buys> A',
      publisher: 'Daily_Ledger',
      author: null,
      published: '2025-05-21T10:00:00Z',
      story: `s_${'0'.repeat(24)}` as StoryId,
      words: 3,
    },
    parts: [{ start: 0, end: 20, text: 'B Corp buys\n[A*Corp].', marks: [] }],
    relation: null,
  },
  address: 'https://news.example/a?b=<c> d',
};
const slice = { focus: null, nodes: [], links: [], positions: {}, communities: [] };

test('a path is a chain of quotes with their sources, and nothing of an article is taken for Markdown', () => {
  const answer: Paths = { found: true, from: a, to: b, paths: [{ steps: [step], strength: 0.5 }], slice };
  expect(pathMarkdown(answer)).toBe(`# A\\*Corp – B Corp

## 1. A\\*Corp → B Corp

1. **A\\*Corp** – **B Corp**: acquired by (announced) (7 articles, 2 stories)

   > “B Corp buys \\[A\\*Corp\\].”
   >
   > — Daily\\_Ledger, “B \\<buys\\> A”, 2025-05-21, <https://news.example/a?b=%3Cc%3E%20d>
`);
});

test('what is not known of an article is left out', () => {
  const article = { ...step.passage.article, publisher: null, published: null };
  const bare: PathStep = { ...step, passage: { ...step.passage, article }, address: null };
  const answer: Paths = { found: true, from: a, to: b, paths: [{ steps: [bare], strength: 0.5 }], slice };
  expect(pathMarkdown(answer)).toContain('> — “B \\<buys\\> A”, undated\n');
});

test('not connected is an answer', () => {
  const none = { found: false as const, from: a, to: b, searchedSteps: 6, searchedNodes: 1, gaveUp: true };
  expect(pathMarkdown(none)).toBe(
    '# A\\*Corp – B Corp\n\nNot connected (6 steps, 1 node looked at; the search ended before all was gone through).\n',
  );
  expect(pathMarkdown({ found: true, from: a, to: a, paths: [{ steps: [], strength: 1 }], slice })).toContain('Both are the same.');
});
