import { describe, expect, it } from 'vitest';
import { blockTexts, linkTexts, onlyArticle } from '../testing.ts';

const long =
  'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of next year.';
const longer = `${long} Analysts had expected as much. The shares rose by 3 percent in early trading.`;

describe('plain text', () => {
  it('has its first line as title and a paragraph between empty lines', () => {
    const article = onlyArticle(`Contoso opens second plant\n\n${long}\n\n${longer}\n`, 'business/001.txt');
    expect(article.title).toBe('Contoso opens second plant');
    expect(blockTexts(article)).toEqual([`paragraph: ${long}`, `paragraph: ${longer}`]);
    expect(article).toMatchObject({ author: null, published: null, publisher: null, address: null, language: 'en' });
  });

  it('takes a line as a paragraph where lines are long', () => {
    const article = onlyArticle(`Contoso opens second plant\n${longer}\n${longer}`, 'a.txt');
    expect(blockTexts(article)).toHaveLength(2);
  });

  it('joins lines that were broken to fit', () => {
    const wrapped = longer.replace(/(.{50,66})\s/g, '$1\n');
    const article = onlyArticle(`Contoso opens second plant\n\n${wrapped}\n\n${wrapped}\n`, 'a.txt');
    expect(blockTexts(article)).toEqual([`paragraph: ${longer}`, `paragraph: ${longer}`]);
  });

  it('keeps the hyphen of a word that was broken at it', () => {
    const lines = [
      'The board met on Tuesday in Munich and agreed on the sale of the state-',
      'controlled lender after a long debate in which two of its members left',
      'the room early, and said that it would say more once the quarter ends.',
    ];
    expect(onlyArticle(`Title line here\n\n${lines.join('\n')}\n\n${lines.join('\n')}`, 'a.txt').text).toContain(
      'state-controlled lender after',
    );
  });

  it('takes bylines, dates, sources off the top', () => {
    const article = onlyArticle(
      `Contoso opens second plant\n\nBy Jane Doe and John van Dyke\n4 March 2025\nSource: The Ledger\nURL: https://ledger.example/plant?utm_source=x\n\n${long}\n\n${long}`,
      'a.txt',
    );
    expect(article).toMatchObject({
      author: 'Jane Doe and John van Dyke',
      published: '2025-03-04',
      publisher: 'The Ledger',
      address: 'https://ledger.example/plant?utm_source=x',
    });
    expect(blockTexts(article)).toHaveLength(2);
  });

  it('reads several facts in one line', () => {
    const article = onlyArticle(`Contoso opens second plant\nBy Jane Doe | March 4, 2025 | 5 min read\n\n${long}`, 'a.txt');
    expect(article).toMatchObject({ author: 'Jane Doe', published: '2025-03-04' });
    expect(blockTexts(article)).toHaveLength(1);
  });

  it('reads labelled heads', () => {
    const article = onlyArticle(`Title: Contoso opens second plant\nDate: 2025-03-04T10:00:00+01:00\nAuthor: Jane Doe\n\n${long}`, 'a.txt');
    expect(article).toMatchObject({ title: 'Contoso opens second plant', author: 'Jane Doe', published: '2025-03-04T09:00:00Z' });
  });

  it('leaves sentences that begin like facts', () => {
    const article = onlyArticle(
      `Contoso opens second plant\n\nBy the end of the year two thousand people will work there.\n\n${long}`,
      'a.txt',
    );
    expect(article.author).toBeNull();
    expect(blockTexts(article)).toHaveLength(2);
  });

  it('without a headline is titled by its first sentence, whatever the file is called', () => {
    const one = onlyArticle(longer, 'one.txt');
    expect(one.title).toBe(
      'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of…',
    );
    expect(onlyArticle(longer, 'two.txt').text).toBe(one.text);
    expect(blockTexts(one)).toEqual([`paragraph: ${longer}`]);
  });

  it('may be a headline alone', () => {
    const article = onlyArticle('Contoso opens second plant', 'a.txt');
    expect(article.blocks).toHaveLength(1);
    expect(article.language).toBeNull();
  });

  it('marks short lines between paragraphs as headings, and items as items', () => {
    const article = onlyArticle(
      `Contoso opens second plant\n\n${long}\n\nWhat comes next\n\n${long}\n\n- Sell the old plant\n* Hire engineers\n\n${long}`,
      'a.txt',
    );
    expect(blockTexts(article).map((text) => text.slice(0, 28))).toEqual([
      'paragraph: The company said ',
      'heading: What comes next',
      'paragraph: The company said ',
      'item: Sell the old plant',
      'item: Hire engineers',
      'paragraph: The company said ',
    ]);
  });

  it('links the addresses written in it', () => {
    const article = onlyArticle(
      `Contoso opens second plant\n\n${long} (see https://contoso.example/plant.) More at http://a.example/x_(y), soon.`,
      'a.txt',
    );
    expect(linkTexts(article)).toEqual([
      'https://contoso.example/plant → https://contoso.example/plant',
      'http://a.example/x_(y → http://a.example/x_(y',
    ]);
  });

  it('reads Windows line ends, tabs and strange spaces as any others', () => {
    const article = onlyArticle(
      `Contoso\u00a0opens second plant\r\n\r\n${long.replaceAll(' ', '\u2009')}\u2028\u2029${long.replaceAll(' ', '\t')}`,
      'a.txt',
    );
    expect(article.title).toBe('Contoso opens second plant');
    expect(blockTexts(article)).toEqual([`paragraph: ${long}`, `paragraph: ${long}`]);
  });
});
