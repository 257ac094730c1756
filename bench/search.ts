import type { Contract } from '../src/shared/contract.ts';
import { corpusTexts } from './corpus.ts';
import { withLibrary } from './library.ts';
import { type BenchOptions, type Question, spread } from './question.ts';
import { pick, randomFrom } from './random.ts';

const timesOf = async (contract: Contract, queries: readonly string[]): Promise<number[]> => {
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await contract.search({ query });
    times.push(performance.now() - started);
  }
  return times;
};

const wordsOf = (options: BenchOptions): string[] => {
  const words: string[] = [];
  for (const { text } of corpusTexts({ ...options, articles: Math.min(options.articles, 300) }))
    words.push(...(text.match(/[A-Za-z]{4,}/g) ?? []));
  return words;
};

const slipped = (word: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
};

/** How fast are answers to what people type, with snippets, marks and names? */
export const searching: Question = {
  title: 'Search in the core',
  run: async (options) => {
    const random = randomFrom(options.seed);
    const words = wordsOf(options);
    const word = () => pick(words, random);
    const many = (make: () => string) => Array.from({ length: 300 }, make);
    const kinds: [string, string[]][] = [
      ['one word', many(word)],
      ['two words', many(() => `${word()} ${word()}`)],
      ['three words, the last half typed', many(() => `${word()} ${word()} ${word().slice(0, 3)}`)],
      ['three letters', many(() => word().slice(0, 3))],
      ['one letter', many(() => word().slice(0, 1))],
      ['a word with a slip', many(() => slipped(word(), random))],
    ];
    return withLibrary(options, async (contract) => {
      await timesOf(contract, many(word));
      const all: number[] = [];
      const figures = [];
      for (const [what, queries] of kinds) {
        const times = await timesOf(contract, queries);
        all.push(...times);
        figures.push(...spread(what, times).slice(1, 2));
      }
      return [...spread('all queries', all, '15 ms'), ...figures];
    });
  },
};
