import { describe, expect, it } from 'vitest';
import { blockTexts, linkTexts, onlyArticle, readString } from '../testing.ts';

const sentence =
  'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of next year.';

describe('Markdown', () => {
  it('has its facts in the front matter', () => {
    const article = onlyArticle(
      `---\ntitle: "Contoso opens second plant"\ndate: 2025-03-04\nauthors:\n  - Jane Doe\n  - name: John Roe\npublisher: The Ledger\ncanonical: https://ledger.example/plant\nlang: en-GB\n---\n\n# Contoso opens second plant\n\n${sentence}\n`,
      'a.md',
    );
    expect(article).toMatchObject({
      title: 'Contoso opens second plant',
      published: '2025-03-04',
      author: 'Jane Doe, John Roe',
      publisher: 'The Ledger',
      address: 'https://ledger.example/plant',
      language: 'en',
    });
    expect(blockTexts(article)).toEqual([`paragraph: ${sentence}`]);
  });

  it('reads what web clippers, Hugo and Jekyll write', () => {
    const clipped = onlyArticle(
      `---\ntitle: Plant\nsource: https://www.ledger.example/plant\nauthor:\n  - "[[Jane Doe]]"\npublished: 2025-03-04\ncreated: 2025-06-01\ntags: [clippings]\n---\n${sentence}`,
      'a.md',
    );
    expect(clipped).toMatchObject({
      address: 'https://www.ledger.example/plant',
      author: 'Jane Doe',
      published: '2025-03-04',
      publisher: null,
    });
    const hugo = onlyArticle(
      `+++\ntitle = 'Plant'\ndate = 2025-03-04T10:00:00Z\nauthor = "Jane Doe"\ntags = ["a", "b"]\n+++\n${sentence} {{< figure src="a.png" >}}`,
      'a.md',
    );
    expect(hugo).toMatchObject({ title: 'Plant', published: '2025-03-04T10:00:00Z', author: 'Jane Doe' });
    expect(hugo.text).not.toContain('figure');
  });

  it('comes in although its front matter is broken, with a problem', () => {
    const { articles, problems } = readString(`---\ntitle: Contoso: a second plant\nauthor: Jane Doe\n---\n\n${sentence}`, 'a.md');
    expect(articles[0]).toMatchObject({ title: 'Contoso: a second plant', author: 'Jane Doe' });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toMatch(/^The front matter is not valid YAML/);
  });

  it('keeps no stray quote of broken front matter', () => {
    const titleOf = (written: string) => readString(`---\ntitle: ${written}\nauthor: [a\n---\n\n${sentence}`, 'a.md').articles[0]?.title;
    expect(titleOf('"Contoso: a second plant')).toBe('Contoso: a second plant');
    expect(titleOf("'Contoso: a second plant")).toBe('Contoso: a second plant');
    expect(titleOf('Contoso: a second plant"')).toBe('Contoso: a second plant');
    expect(titleOf('"Contoso": a second plant')).toBe('"Contoso": a second plant');
    expect(titleOf("Contoso and the workers'")).toBe("Contoso and the workers'");
  });

  it('takes its first heading as title, else its first sentence', () => {
    expect(onlyArticle(`# Contoso opens *second* plant\n\n${sentence}`, 'a.md').title).toBe('Contoso opens second plant');
    expect(onlyArticle(`${sentence} More.`, 'a.md').title).toMatch(/^The company said on Monday/);
  });

  it('keeps structure and links', () => {
    const article = onlyArticle(
      `# Plant\n\nSee [the *filing*](https://a.example/f) and <https://b.example/>, not [this](javascript:x).\n\n## Next\n\n- One\n- Two\n  1. Nested\n\n> Quoted\n> words\n\n\`\`\`js\nlet a = 1;\n\`\`\`\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![picture](a.png)\n`,
      'a.md',
    );
    expect(blockTexts(article)).toEqual([
      'paragraph: See the filing and https://b.example/, not this.',
      'heading: Next',
      'item: One',
      'item: Two',
      'item: Nested',
      'quote: Quoted words',
      'code: let a = 1;',
      'item: A | B',
      'item: 1 | 2',
    ]);
    expect(linkTexts(article)).toEqual(['the filing → https://a.example/f', 'https://b.example/ → https://b.example/']);
  });

  it('resolves links against its own address', () => {
    const article = onlyArticle(`---\nurl: https://a.example/x/y\n---\n# Plant\n\nSee [this](../z).`, 'a.md');
    expect(linkTexts(article)).toEqual(['this → https://a.example/z']);
  });

  it('turns wiki links, callouts and footnotes into plain words', () => {
    const article = onlyArticle(
      '# Plant\n\nA [[Contoso|company]] and [[Ana Ruiz]] said so.[^1] ![[a.png]]\n\n> [!note] Mind this\n> Words\n',
      'a.md',
    );
    expect(blockTexts(article)).toEqual(['paragraph: A company and Ana Ruiz said so.', 'quote: Mind this Words']);
  });

  it('never lets raw HTML through as anything but text', () => {
    const article = onlyArticle('# Plant\n\n<script>alert(1)</script><p onclick="x">Words <b>here</b></p>\n\n<style>p{}</style>', 'a.md');
    expect(blockTexts(article)).toEqual(['paragraph: Words here']);
  });

  it('reads rules that are no front matter as text', () => {
    expect(onlyArticle(`---\n\n${sentence}\n\n---\n\n${sentence}`, 'a.md').text).toContain('The company');
  });

  it('is not undone by front matter that refers to itself', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((key, index) => `${key}: &${key} [${`*${'abcdefghij'[index]}, `.repeat(8)}]`)
      .join('\n')}`;
    const { articles } = readString(`---\n${bomb}\n__proto__:\n  polluted: yes\n---\n\n${sentence}`, 'a.md');
    expect(articles).toHaveLength(1);
    expect('polluted' in {}).toBe(false);
  });
});
