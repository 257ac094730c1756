import { describe, expect, it } from 'vitest';
import { blockTexts, linkTexts, onlyArticle, readString } from '../testing.ts';

const text =
  'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of next year.';
const json = (value: unknown) => JSON.stringify(value);

describe('a record', () => {
  const shapes: Record<string, [record: unknown, expected: Record<string, unknown>]> = {
    'news API': [
      {
        status: 'ok',
        totalResults: 1,
        articles: [
          {
            source: { id: null, name: 'The Ledger' },
            author: 'Jane Doe',
            title: 'Plant',
            description: 'x',
            url: 'https://a.example/p',
            publishedAt: '2025-03-04T09:00:00Z',
            content: `${text}… [+1234 chars]`,
          },
        ],
      },
      { title: 'Plant', publisher: 'The Ledger', author: 'Jane Doe', published: '2025-03-04T09:00:00Z', address: 'https://a.example/p' },
    ],
    'a content API with fields': [
      {
        response: {
          status: 'ok',
          results: [
            {
              webTitle: 'Plant',
              webPublicationDate: '2025-03-04T09:00:00Z',
              webUrl: 'https://a.example/p',
              fields: { bodyText: text, byline: 'Jane Doe', publication: 'The Ledger' },
            },
          ],
        },
      },
      { title: 'Plant', publisher: 'The Ledger', author: 'Jane Doe', published: '2025-03-04T09:00:00Z', address: 'https://a.example/p' },
    ],
    'a crawler': [
      {
        title: 'Plant',
        maintext: text,
        date_publish: '2025-03-04 09:00:00',
        authors: ['Jane Doe', 'John Roe'],
        source_domain: 'ledger.example',
        url: 'https://a.example/p',
        language: 'en',
        image_url: null,
      },
      {
        title: 'Plant',
        publisher: 'ledger.example',
        author: 'Jane Doe, John Roe',
        published: '2025-03-04',
        address: 'https://a.example/p',
        language: 'en',
      },
    ],
    'a blog API': [
      [
        {
          title: { rendered: 'Plant &amp; people' },
          content: { rendered: `<p>${text}</p>` },
          date_gmt: '2025-03-04T09:00:00',
          link: 'https://a.example/p',
        },
      ],
      { title: 'Plant & people', published: '2025-03-04', address: 'https://a.example/p' },
    ],
    'a search engine': [
      { hits: { total: 1, hits: [{ _id: '1', _source: { headline: 'Plant', body: text, pub_date: 1741078800 } }] } },
      { title: 'Plant', published: '2025-03-04T09:00:00Z' },
    ],
    'an archive': [
      {
        response: {
          docs: [
            {
              headline: { main: 'Plant' },
              abstract: 'x',
              lead_paragraph: text,
              byline: { original: 'By Jane Doe' },
              web_url: 'https://a.example/p',
              pub_date: '2025-03-04T09:00:00+0000',
              source: 'The Ledger',
            },
          ],
        },
      },
      { title: 'Plant', author: 'Jane Doe', publisher: 'The Ledger', published: '2025-03-04T09:00:00Z' },
    ],
    'schema.org': [
      {
        '@type': 'NewsArticle',
        headline: 'Plant',
        articleBody: text,
        datePublished: '2025-03-04',
        publisher: { name: 'The Ledger' },
        author: { '@type': 'Person', name: 'Jane Doe' },
      },
      { title: 'Plant', publisher: 'The Ledger', author: 'Jane Doe', published: '2025-03-04' },
    ],
    'a database dump': [
      [{ _id: { $oid: 'x' }, title: 'Plant', text, date: { $date: '2025-03-04T09:00:00Z' } }],
      { title: 'Plant', published: '2025-03-04T09:00:00Z' },
    ],
    'a list of paragraphs': [{ title: 'Plant', content: [{ type: 'p', text }, { type: 'image' }, text] }, { title: 'Plant' }],
    'a gist alone': [
      { headline: 'Plant', short_description: text, date: '2025-03-04', authors: 'Jane Doe', link: 'https://a.example/p' },
      { title: 'Plant', author: 'Jane Doe', published: '2025-03-04' },
    ],
    'no title': [
      { text },
      {
        title:
          text.length > 120
            ? 'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of…'
            : text,
      },
    ],
  };
  for (const [shape, [record, expected]] of Object.entries(shapes)) {
    it(`of ${shape}`, () => {
      const article = onlyArticle(json(record), 'a.json');
      expect(article).toMatchObject(expected);
      expect(article.text).toContain('employ two thousand people');
      expect(article.text).not.toContain('chars]');
    });
  }

  it('may have a body of HTML, with links resolved against its address', () => {
    const article = onlyArticle(
      json({
        title: 'Plant',
        url: 'https://a.example/x/y',
        content: `<h1>Plant</h1><p>${text} <a href="z">here</a></p><script>alert(1)</script>`,
      }),
      'a.json',
    );
    expect(blockTexts(article)).toEqual([`paragraph: ${text} here`]);
    expect(linkTexts(article)).toEqual(['here → https://a.example/x/z']);
  });

  it('with less-than signs has plain text, and references are read', () => {
    expect(blockTexts(onlyArticle(json({ title: 'Plant', text: 'If a < b and b > c, then R&amp;D wins &#8217;s.' }), 'a.json'))).toEqual([
      'paragraph: If a < b and b > c, then R&D wins ’s.',
    ]);
  });

  it('can change nothing but its own article', () => {
    const { articles } = readString(
      '[{"__proto__":{"title":"Bad","text":"bad text here"},"constructor":{"name":"x"},"title":"Good","text":"Good words."}]',
      'a.json',
    );
    expect(articles[0]?.title).toBe('Good');
    expect(({} as Record<string, unknown>).title).toBeUndefined();
    expect(readString('[{"__proto__":{"title":"Bad","text":"bad text here"}}]', 'a.json').articles).toEqual([]);
  });
});

describe('a JSON file', () => {
  it('may be a JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Ledger',
      language: 'en',
      authors: [{ name: 'Jane Doe' }],
      items: [
        { id: '1', title: 'Plant', url: 'https://a.example/1', content_html: `<p>${text}</p>`, date_published: '2025-03-04T09:00:00Z' },
        { id: '2', external_url: 'https://b.example/2', content_text: text, authors: [{ name: 'John Roe' }] },
      ],
    };
    const { articles, problems } = readString(json(feed), 'a.json');
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({ publisher: 'The Ledger', author: 'Jane Doe', address: 'https://a.example/1' });
    expect(articles[1]).toMatchObject({ publisher: 'The Ledger', author: 'John Roe', address: 'https://b.example/2' });
  });

  for (const key of ['articles', 'items', 'documents', 'results', 'data', 'posts']) {
    it(`may keep its articles under ${key}`, () => {
      expect(
        readString(
          json({
            meta: { count: 2 },
            [key]: [
              { title: 'A', text },
              { title: 'B', text },
            ],
          }),
          'a.json',
        ).articles.map((article) => article.title),
      ).toEqual(['A', 'B']);
    });
  }

  it('reports the records without a text by their number, and reads the others', () => {
    const { articles, problems } = readString(json([{ title: 'A', text }, { title: 'B' }, 7, { title: 'C', text }]), 'a.json');
    expect(articles.map((article) => article.title)).toEqual(['A', 'C']);
    expect(problems.map((problem) => problem.part)).toEqual([2, 3]);
  });

  it('that holds no articles says so', () => {
    for (const value of [
      { name: 'tool', version: '1.0.0', description: 'a tool' },
      [],
      {},
      'text',
      1,
      null,
      [1, 2],
      { compilerOptions: { lib: [] } },
    ]) {
      const { articles, problems } = readString(json(value), 'a.json');
      expect(articles).toEqual([]);
      expect(problems).toHaveLength(1);
    }
  });

  it('that is broken says where, without quoting it', () => {
    const [problem] = readString('{"title": "A", "text": "secret', 'a.json').problems;
    expect(problem?.reason).toMatch(/^The file is not valid JSON: .*\.$/);
    expect(problem?.reason).not.toContain('secret');
  });

  it('with a value a line is read line by line', () => {
    expect(readString(`${json({ title: 'A', text })}\n${json({ title: 'B', text })}\n`, 'a.json').articles).toHaveLength(2);
  });
});

describe('JSON Lines', () => {
  it('reports broken lines by number, and reads the others', () => {
    const { articles, problems } = readString(
      `\ufeff${json({ title: 'A', text })}\r\n\n{broken\n${json({ title: 'B', text })}\n{"x":1}\n`,
      'a.jsonl',
    );
    expect(articles.map((article) => article.title)).toEqual(['A', 'B']);
    expect(problems.map((problem) => problem.part)).toEqual([3, 5]);
    expect(problems[0]?.reason).toMatch(/^Line 3 is not valid JSON/);
  });
});
