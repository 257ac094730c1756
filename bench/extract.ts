import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { extract } from '../src/main/core/extract/index.ts';
import type { Question } from './question.ts';
import { time } from './question.ts';
import { pick, randomFrom } from './random.ts';

// The shared corpus (corpus.ts) knows its own names and has few sentences of real prose; reading needs prose.
const companies = ['OpenAI', 'Microsoft', 'DeepSeek', 'Nvidia', 'Zylotech Inc.', 'Norvane Systems', 'Quibbler', 'SoftBank', 'Veltron'];
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

/** One article of invented business news: a title and blocks of four sentences, about 400 words. */
const makeArticle = (random: () => number): string => {
  const fill = (slot: string): string => pick(slot === 'C' ? companies : slot === 'P' ? people : places, random);
  const sentence = (): string => pick(templates, random).replace(/\b[CPL]\b/g, fill);
  const block = (): string => Array.from({ length: 4 }, sentence).join(' ');
  return [`${fill('C')} and ${fill('C')} agree on a deal`, ...Array.from({ length: 5 }, block)].join('\n\n');
};

const countWords = (text: string): number => text.split(/\s+/).length;

/** Milliseconds that a fresh process takes to load the module, and then for its first text. */
const measureStart = async (): Promise<{ load: number; first: number }> => {
  const url = new URL('../src/main/core/extract/index.ts', import.meta.url).href;
  const script = `const t0 = performance.now(); const { extract } = await import(${JSON.stringify(url)}); const t1 = performance.now();
    extract('OpenAI was founded by Sam Altman in San Francisco.'); console.log(JSON.stringify({ load: t1 - t0, first: performance.now() - t1 }));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
    script,
  ]);
  return JSON.parse(stdout) as { load: number; first: number };
};

/** How fast are names and relations found in a text, and how soon after the start? */
export const extracting: Question = {
  title: 'Extraction, one thread',
  run: async ({ articles, seed }) => {
    const random = randomFrom(seed);
    const texts = Array.from({ length: articles }, () => makeArticle(random));
    const words = texts.reduce((sum, text) => sum + countWords(text), 0);
    for (const text of texts.slice(0, 50)) extract(text);
    const times: number[] = [];
    let mentions = 0;
    let relations = 0;
    const cpuBefore = process.cpuUsage();
    for (const text of texts) {
      const started = performance.now();
      const found = extract(text);
      times.push(performance.now() - started);
      mentions += found.mentions.length;
      relations += found.relations.length;
    }
    const cpu = process.cpuUsage(cpuBefore);
    const ms = times.reduce((sum, each) => sum + each, 0);
    const start = await measureStart();
    return [
      { what: 'words', value: `${words} in ${texts.length} articles` },
      { what: 'words a second', value: String(Math.round((words / ms) * 1000)), bar: '60000' },
      { what: 'words a second of processor time', value: String(Math.round((words / (cpu.user + cpu.system)) * 1e6)) },
      { what: 'slowest article', value: time(Math.max(...times)) },
      { what: 'mentions, relations', value: `${mentions}, ${relations}` },
      { what: 'module loaded in a fresh process', value: time(start.load) },
      { what: 'with the first text', value: time(start.load + start.first), bar: '300 ms' },
    ];
  },
};
