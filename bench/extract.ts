/**
 * How fast is extraction, and how soon is it ready? The text is generated (seeded), so that figures can be compared:
 * run with `npx --no-install node bench/extract.ts [words]`.
 */
const start = performance.now();
const { extract } = await import('../src/main/core/extract/index.ts');
const loadedMs = performance.now() - start;
extract('OpenAI was founded by Sam Altman in San Francisco.');
const readyMs = performance.now() - start;

const generator = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const companies = [
  'OpenAI',
  'Microsoft',
  'DeepSeek',
  'Nvidia',
  'Zylotech Inc.',
  'Norvane Systems',
  'Quibbler',
  'SoftBank',
  'Amazon',
  'Veltron',
];
const people = ['Sam Altman', 'Jane Miller', 'Liang Wenfeng', 'Oluwaseun Adeyemi', 'Marta Kowalska', 'Altman', 'Miller'];
const places = ['Berlin', 'San Francisco', 'Japan', 'Hangzhou', 'the United States'];
const templates = [
  'C said on Tuesday that it will acquire C for $4 billion, the latest sign that demand for computing keeps growing.',
  'P, the chief executive of C, told reporters in L that the company would hire more engineers next year.',
  'Shares of C fell 4% after the results, while those of C and C were little changed in early trading.',
  'Regulators in L have opened an investigation into C, according to two people familiar with the matter.',
  'However, analysts warned that the price of chips could rise again if supply remains as tight as it was last spring.',
  'The two companies have been rivals for years, but they now share customers, suppliers and a good part of their costs.',
  '“We have never seen anything like this before,” P said, adding that the plant near L would open in March.',
  'C, which is based in L, raised $200 million in a round led by C, and plans to use the money to build data centers.',
];

const makeArticle = (next: (below: number) => number, sentences: number): string => {
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const sentence = (): string =>
    pick(templates).replace(/\b[CPL]\b/g, (slot) => pick(slot === 'C' ? companies : slot === 'P' ? people : places));
  const blocks = [`${pick(companies)} and ${pick(companies)} agree on a deal`];
  for (let left = sentences; left > 0; left -= 4) blocks.push(Array.from({ length: Math.min(4, left) }, sentence).join(' '));
  return blocks.join('\n\n');
};

const wanted = Number(process.argv[2] ?? 400_000);
const next = generator(7);
const articles: string[] = [];
let words = 0;
while (words < wanted) {
  const article = makeArticle(next, 12 + next(24));
  articles.push(article);
  words += article.split(/\s+/).length;
}

const run = (): { mentions: number; relations: number; ms: number; slowest: number } => {
  const from = performance.now();
  let mentions = 0;
  let relations = 0;
  let slowest = 0;
  for (const article of articles) {
    const begun = performance.now();
    const extraction = extract(article);
    slowest = Math.max(slowest, performance.now() - begun);
    mentions += extraction.mentions.length;
    relations += extraction.relations.length;
  }
  return { mentions, relations, ms: performance.now() - from, slowest };
};

const cold = run();
const warm = run();
console.table({
  'module loaded, ms': Math.round(loadedMs),
  'first call done, ms': Math.round(readyMs),
  articles: articles.length,
  words,
  'words/s, first pass': Math.round((words / cold.ms) * 1000),
  'words/s, second pass': Math.round((words / warm.ms) * 1000),
  'slowest article, ms': Math.round(warm.slowest * 10) / 10,
  mentions: warm.mentions,
  relations: warm.relations,
});

export {};
