import { describe, expect, it } from 'vitest';
import { blockTexts, linkTexts, onlyArticle, readString } from '../testing.ts';

const sentence =
  'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of next year, and that it had bought the land.';
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `<p>Paragraph ${index + 1}. ${sentence} ${sentence}</p>`).join('\n');

const page = (head: string, article: string) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">${head}
<script>var hidden = "<p>script text</p>";</script><style>p { content: "style text" }</style></head>
<body class="story"><noscript><p>noscript text</p></noscript>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookie-banner" style="display:none">We value your privacy</div>
<main id="main"><article class="article">${article}</article>
<aside class="related"><h2>Related</h2><ul><li><a href="/a">Another headline of the day</a></li><li><a href="/b">One more headline</a></li></ul></aside></main>
<footer class="site-footer"><p>© 2025 The Daily Ledger. All rights reserved.</p></footer></body></html>`;

const openGraph = `<title>Contoso opens second plant | The Daily Ledger</title>
<meta property="og:title" content="Contoso opens second plant"><meta property="og:site_name" content="The Daily Ledger">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2025-03-04T10:15:00+01:00">
<link rel="canonical" href="https://www.ledger.example/business/contoso-plant">`;

describe('a web page', () => {
  it('gives its main text and what it says of itself', () => {
    const article = onlyArticle(
      page(openGraph, `<h1>Contoso opens second plant</h1><div class="byline">By Jane Doe</div>${paragraphs(4)}`),
      'a.html',
    );
    expect(article).toMatchObject({
      title: 'Contoso opens second plant',
      publisher: 'The Daily Ledger',
      author: 'Jane Doe',
      published: '2025-03-04T09:15:00Z',
      address: 'https://www.ledger.example/business/contoso-plant',
      language: 'en',
    });
    expect(article.blocks.filter((block) => block.kind === 'paragraph')).toHaveLength(4);
    for (const foreign of [
      'script text',
      'style text',
      'noscript text',
      'Home',
      'privacy',
      'rights reserved',
      'One more headline',
      'By Jane',
    ]) {
      expect(article.text).not.toContain(foreign);
    }
  });

  it('keeps headings, lists, quotes, code and tables apart', () => {
    const html = page(
      openGraph,
      `<h1>Contoso opens second plant</h1>${paragraphs(3)}<h2>What  comes <em>next</em></h2><ul><li>First item of the list</li><li>Second item</li></ul>
      <blockquote><p>We are glad, very glad, to be here.</p></blockquote><pre>a = 1\n  b = 2</pre>
      <table><tr><th>Year</th><th>Sales</th></tr><tr><td>2024</td><td>$5 bn</td></tr></table><p>Line one<br>line two<br><br>another paragraph after two breaks</p>${paragraphs(1)}`,
    );
    expect(blockTexts(onlyArticle(html, 'a.html')).slice(3, -1)).toEqual([
      'heading: What comes next',
      'item: First item of the list',
      'item: Second item',
      'quote: We are glad, very glad, to be here.',
      'code: a = 1\n  b = 2',
      'item: Year | Sales',
      'item: 2024 | $5 bn',
      'paragraph: Line one\nline two',
      'paragraph: another paragraph after two breaks',
    ]);
  });

  it('keeps links, absolute, http and https only', () => {
    const links = `<p>${sentence} See <a href="/x?a=1&amp;b=2"> the <b>filing</b> </a>, <a href="javascript:alert(1)">this</a>, <a href="mailto:a@b.c">mail</a>,
      <a href="#note">note</a>, <a href="//cdn.example/p">cdn</a> and <a href="https://other.example/Ä">other</a>.</p>`;
    const article = onlyArticle(page(openGraph, `<h1>Contoso opens second plant</h1>${paragraphs(2)}${links}`), 'a.html');
    expect(linkTexts(article)).toEqual([
      'the filing → https://www.ledger.example/x?a=1&b=2',
      'cdn → https://cdn.example/p',
      'other → https://other.example/%C3%84',
    ]);
  });

  it('prefers JSON-LD, in a graph, a list, or by reference', () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', '@id': '#org', name: 'The Daily Ledger' },
        { '@type': 'Person', '@id': '#jd', name: 'Jane Doe' },
        {
          '@type': ['ReportageNewsArticle'],
          headline: 'Contoso opens second plant',
          author: [{ '@id': '#jd' }, { '@type': 'Person', name: 'John Roe' }],
          publisher: { '@id': '#org' },
          datePublished: '2025-03-04',
          inLanguage: 'en-US',
          mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://ledger.example/contoso-plant' },
        },
      ],
    };
    const head = `<title>Ledger</title><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    expect(onlyArticle(page(head, paragraphs(3)), 'a.html')).toMatchObject({
      title: 'Contoso opens second plant',
      publisher: 'The Daily Ledger',
      author: 'Jane Doe, John Roe',
      published: '2025-03-04',
      address: 'https://ledger.example/contoso-plant',
    });
  });

  it('takes the body from JSON-LD where a script would have filled the page', () => {
    const statement = { '@type': 'NewsArticle', headline: 'Contoso opens second plant', articleBody: `${sentence}\n\n${sentence}` };
    const article = onlyArticle(
      `<html><head><script type="application/ld+json">${JSON.stringify(statement)}</script></head><body><div id="root"></div></body></html>`,
      'a.html',
    );
    expect(article.title).toBe('Contoso opens second plant');
    expect(blockTexts(article)).toHaveLength(2);
  });

  it('finds date, author and language in the markup where nothing states them', () => {
    const article = onlyArticle(
      page(
        '<title>Contoso opens second plant - Ledger</title>',
        `<h1>Contoso opens second plant</h1><p>By <a rel="author" href="/jd">Jane Doe</a>, <time datetime="2025-03-04">Tuesday</time></p>${paragraphs(3)}`,
      ),
      'a.html',
    );
    expect(article).toMatchObject({ title: 'Contoso opens second plant', author: 'Jane Doe', published: '2025-03-04' });
  });

  it('finds date and author in lines above the text', () => {
    const article = onlyArticle(`<h1>Contoso opens second plant</h1><p>By Jane Doe</p><p>March 4, 2025</p><p>${sentence}</p>`, 'a.html');
    expect(article).toMatchObject({ author: 'Jane Doe', published: '2025-03-04' });
    expect(blockTexts(article)).toEqual([`paragraph: ${sentence}`]);
  });

  it('has the title that its headline names where the site is not known', () => {
    const titled = (title: string, headings: string[]) =>
      onlyArticle(page(`<title>${title}</title>`, headings.map((one) => `<h1>${one}</h1>`).join('') + paragraphs(3)), 'a.html').title;
    expect(titled('Contoso opens plant - Ledger', ['Contoso opens plant'])).toBe('Contoso opens plant');
    expect(titled('Plants - The Ledger of the North', ['The Ledger of the North', 'Plants'])).toBe('Plants');
    expect(titled('Contoso opens a second plant | The Ledger', ['The Ledger'])).toBe('Contoso opens a second plant | The Ledger');
    expect(titled('The Ledger | Contoso opens a second plant', ['Contoso opens a second plant'])).toBe('Contoso opens a second plant');
  });

  it('laid out with tables has its text found among menus', () => {
    const menu = `<td width="120"><ul>${'<li><a href="/x">Section of the paper</a></li>'.repeat(12)}</ul></td>`;
    const article = onlyArticle(`<title>Contoso</title><table cellpadding="0"><tr>${menu}<td>${paragraphs(5)}</td></tr></table>`, 'a.html');
    expect(article.text).not.toContain('Section of the paper');
    expect(article.blocks).toHaveLength(6);
  });

  it('takes the address that a browser wrote into a saved page, and the day in it', () => {
    const article = onlyArticle(
      `<!-- saved from url=(0055)https://ledger.example/2025/03/04/contoso-plant.html -->${page('<title>Contoso opens second plant</title>', paragraphs(3))}`,
      'a.html',
    );
    expect(article).toMatchObject({ address: 'https://ledger.example/2025/03/04/contoso-plant.html', published: '2025-03-04' });
  });

  it('written by hand counts whole', () => {
    const html = `<h1>Contoso opens second plant</h1><p>Short text.<p>Another short one, with an unclosed <b>tag.<ul><li>One<li>Two</ul>`;
    expect(blockTexts(onlyArticle(html, 'a.html'))).toEqual([
      'paragraph: Short text.',
      'paragraph: Another short one, with an unclosed tag.',
      'item: One',
      'item: Two',
    ]);
    expect(onlyArticle(html, 'a.html').title).toBe('Contoso opens second plant');
  });

  it('in a file called .txt is still a page', () => {
    expect(onlyArticle(`\n<!doctype html><html><body><h1>Contoso opens plant</h1><p>${sentence}</p></body></html>`, 'a.txt').title).toBe(
      'Contoso opens plant',
    );
  });

  it('whose text stands in one pre element is plain text', () => {
    const article = onlyArticle(
      `<html><body><pre>Contoso opens second plant\n\n${sentence}\n\n${sentence}\n</pre></body></html>`,
      'a.html',
    );
    expect(blockTexts(article).filter((text) => text.startsWith('paragraph: The company'))).toHaveLength(2);
  });

  it('laid out with tables gives paragraphs, not rows', () => {
    const article = onlyArticle(`<table><tr><td><p>${sentence}</p><p>${sentence}</p></td></tr></table>`, 'a.html');
    expect(blockTexts(article).every((text) => text.startsWith('paragraph: '))).toBe(true);
  });

  it('too deep for a tree still gives its text and links', () => {
    const article = onlyArticle(
      `<title>Deep</title>${'<div>'.repeat(5000)}<p>Text &amp; <a href="https://a.example/">a link</a></p><ul><li>One</ul>`,
      'a.html',
    );
    expect(blockTexts(article)).toEqual(['paragraph: Text & a link', 'item: One']);
    expect(linkTexts(article)).toEqual(['a link → https://a.example/']);
  });

  it('without text is a problem', () => {
    expect(readString('<html><body><img src="a.png"><script>x</script></body></html>', 'a.html').problems).toEqual([
      { part: null, reason: 'The file holds no text.' },
    ]);
    expect(readString('<html><head><title>A title alone</title></head><body></body></html>', 'a.html').problems).toHaveLength(1);
  });

  it('that is a feed is a problem', () => {
    expect(readString('<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>', 'a.html').problems[0]?.reason).toContain(
      'XML',
    );
  });
});
