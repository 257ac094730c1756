import { describe, expect, it } from 'vitest';
import { faultsOf, readString } from '../testing.ts';

const read = (text: string, name = 'page.txt') => {
  const result = readString(text, name);
  expect(result.problems).toEqual([]);
  for (const article of result.articles) expect(faultsOf(article)).toEqual([]);
  return { titles: result.articles.map((article) => article.title), ...result };
};

const body = [
  'Northwind Robotics said on Monday that it would buy the warehouse division of Fabrikam for 1.2 billion dollars, its largest purchase so far.',
  'The deal needs the approval of regulators in Brussels and Washington, who have looked hard at the sector since last year. Analysts expect a decision by the spring.',
  '“We have worked side by side for years,” said the chief executive, Ana Ruiz, in a call with reporters. She called the price fair.',
];

const teasers = [
  [
    'Contoso opens a second chip plant near Dresden',
    'The plant is to employ two thousand people and will make sensors for cars, the company said on Tuesday.',
  ],
  ['Northwind Robotics buys Fabrikam’s warehouse division', body[0] ?? ''],
  [
    'Why the price of lithium fell for a third month',
    'Miners in Chile and Australia have more in store than buyers want, and new projects keep opening...',
  ],
  [
    'Tailspin Toys names Leo Park as its new chief',
    'Park, who led the online business, follows Maria Weiss, who leaves after nine years at the company.',
  ],
];

const headline = "Northwind Robotics buys Fabrikam's warehouse division";

describe('a pasted page', () => {
  it('is its article and its teasers, with the repeat of itself left out', () => {
    const text = `${headline}\n\n${body.join('\n\n')}\n\nAutor: Nina Alt\nI have written about machines that move things for ten years.\n${teasers.map((one) => one.join('\n\n')).join('\n\n')}`;
    const { titles, articles, repeats } = read(text);
    expect(titles).toEqual([headline, teasers[0]?.[0], teasers[2]?.[0], teasers[3]?.[0]]);
    expect(repeats).toBe(1);
    const [main] = articles;
    expect(main?.author).toBe('Nina Alt');
    expect(main?.blocks).toHaveLength(4);
    expect(main?.text).not.toContain('ten years');
    expect(main?.text).not.toContain('Contoso');
    expect(articles.slice(1).every((article) => article.blocks.length === 2 && article.author === null)).toBe(true);
    expect(articles[2]?.text).toContain('keep opening...');
  });

  it('may be hard-wrapped', () => {
    const wrap = (text: string) => text.replace(/(.{50,72})\s/g, '$1\n');
    const text = `${headline}\n\n${body.map(wrap).join('\n\n')}\n\nAutor: Nina Alt\n${wrap('I have written about machines that move things for ten years.')}\n\n${teasers.map(([title = '', teaser = '']) => `${title}\n\n${wrap(teaser)}`).join('\n\n')}`;
    const { articles, repeats } = read(text);
    expect(articles).toHaveLength(4);
    expect(repeats).toBe(1);
    expect(articles[0]?.text).toContain('its largest purchase so far.');
  });

  it('may have a list label instead of an author note, dates, and a foot', () => {
    const [a, , c, d] = teasers;
    const text = [
      headline,
      'By Nina Alt',
      ...body,
      'Related articles',
      a?.[0],
      'March 4, 2025',
      a?.[1],
      c?.[0],
      '5 March 2025',
      c?.[1],
      'Read more',
      d?.[0],
      d?.[1],
      'Read more',
      'About us',
      'Privacy',
    ];
    const { articles, titles } = read(text.join('\n\n'));
    expect(titles).toEqual([headline, a?.[0], c?.[0], d?.[0]]);
    expect(articles.map((article) => article.published)).toEqual([null, '2025-03-04', '2025-03-05', null]);
    expect(articles[0]?.author).toBe('Nina Alt');
  });

  it('may put dates above the headlines', () => {
    const [a, , c] = teasers;
    const text = [headline, ...body, 'Latest news', '2025-03-04', a?.[0], a?.[1], '2025-03-05', c?.[0], c?.[1]];
    const { articles } = read(text.join('\n\n'));
    expect(articles.map((article) => article.published)).toEqual([null, '2025-03-04', '2025-03-05']);
  });

  it('may stand in a record of JSON and in Markdown', () => {
    const tail = `By Nina Alt\n\nNina Alt covers industry for the paper.\n\n${teasers.map((one) => one.join('\n\n')).join('\n\n')}`;
    const record = { title: headline, body: `${body.join('\n\n')}\n\n${tail}`, publisher: 'The Ledger' };
    const json = read(JSON.stringify(record), 'a.json');
    expect(json.articles).toHaveLength(4);
    expect(json.articles.every((article) => article.publisher === 'The Ledger')).toBe(true);
    const markdown = read(
      `# ${headline}\n\n${body.join('\n\n')}\n\n**By Nina Alt**\n\n${teasers.map(([title, text]) => `### ${title}\n\n${text}`).join('\n\n')}`,
      'a.md',
    );
    expect(markdown.articles).toHaveLength(4);
    expect(markdown.repeats).toBe(1);
  });

  it('counts teasers that repeat one another', () => {
    const [a, , c] = teasers;
    const { articles, repeats } = read([headline, ...body, 'Author: Nina Alt', ...(a ?? []), ...(c ?? []), ...(a ?? [])].join('\n\n'));
    expect(articles).toHaveLength(3);
    expect(repeats).toBe(1);
  });
});

describe('an article by itself stays whole', () => {
  const whole = (parts: string[], name?: string) => {
    const { articles, repeats } = read(parts.join('\n\n'), name);
    expect(repeats).toBe(0);
    expect(articles).toHaveLength(1);
    const [article] = articles;
    if (!article) throw new Error('no article');
    return article;
  };
  const paragraph = 'The company said that it had no plans to sell the division, and that talks with buyers had ended in the summer.';
  const sections = [
    'A market that changed overnight',
    paragraph,
    'What the regulators want to see',
    paragraph,
    'How rivals answered the move',
    paragraph,
  ];

  it('with subheadings', () => {
    const article = whole([headline, ...body, ...sections]);
    expect(article.blocks.filter((block) => block.kind === 'heading')).toHaveLength(3);
  });

  it('with subheadings under a byline and a date', () => {
    const article = whole([headline, 'By Nina Alt', 'March 4, 2025', ...body, ...sections]);
    expect(article.author).toBe('Nina Alt');
    expect(article.blocks).toHaveLength(1 + 3 + 6);
  });

  it('with a standfirst above the byline and sections below it', () => {
    const standfirst =
      'The largest purchase in the history of the firm brings it a thousand engineers, a plant in Ohio and a dispute with a union that goes back to the eighties, as well as debts of some four hundred million dollars that it will have to carry.';
    const article = whole([headline, standfirst, 'By Nina Alt', ...sections]);
    expect(article.blocks.filter((block) => block.kind === 'heading')).toHaveLength(3);
    expect(article.author).toBe('Nina Alt');
  });

  it('with lists', () => {
    const article = whole([
      headline,
      ...body,
      '- Net sales rose by 4 percent\n- Costs fell by 2 percent\n- The dividend stays at 40 cents',
      paragraph,
      '1. Sell the plant\n2. Pay the debt',
      paragraph,
    ]);
    expect(article.blocks.filter((block) => block.kind === 'item')).toHaveLength(5);
  });

  it('that is an interview', () => {
    const article = whole([
      'Ana Ruiz on robots, unions and a very long winter',
      'By Nina Alt',
      'Ana Ruiz has led Northwind Robotics since 2019. She spoke to us in her office in Porto about the deal.',
      'Why did you buy the division now?',
      paragraph,
      'Were you afraid of the regulators?',
      paragraph,
      'And what comes next for you?',
      paragraph,
    ]);
    expect(article.blocks).toHaveLength(8);
  });

  it('that quotes a line with a colon, or names a writer in passing', () => {
    whole([headline, ...body, 'Author: unknown', paragraph, paragraph, paragraph]);
    whole([headline, ...body, 'By Friday Morning', paragraph, 'A market that changed overnight', paragraph]);
  });

  it('that ends with a note on its author, which goes to the author', () => {
    const article = whole([headline, ...body, 'Written by Nina Alt', 'Nina Alt is a reporter in Lisbon.']);
    expect(article.author).toBe('Nina Alt');
    expect(article.text).not.toContain('Lisbon');
  });

  it('that ends with a closing section under a short heading after a quoted author', () => {
    const article = whole([headline, ...body, 'By the Numbers', paragraph, 'The Bottom Line', paragraph]);
    expect(article.text.match(/no plans to sell/g)).toHaveLength(2);
  });
});
