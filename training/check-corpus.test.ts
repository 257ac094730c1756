import { afterEach, describe, expect, it } from 'vitest';
import { countSentences, findRepeats } from './check-corpus.ts';
import { type Passage, readBatch } from './corpus.ts';
import { folderWith, runProgram } from './testing.ts';

const passages = (lines: readonly string[], batch = '01-a.txt'): Passage[] => {
  const read = readBatch(lines.join('\n'), batch);
  expect(read.errors).toEqual([]);
  return read.passages;
};

const complaints = (...batches: Passage[][]): string[] =>
  findRepeats(batches.flat()).map(({ batch, line, message }) => `${batch}:${line}: ${message}`);

const words = 'ash birch cedar elm fir gum hazel ivy juniper larch maple oak pine rowan'.split(' ');

describe('findRepeats', () => {
  it('names both places of a sentence that stands twice', () => {
    expect(complaints(passages(['[c:Tarn] grew fast.', '[c:Ostrel] shrank.', '[c:Tarn] grew fast.']))).toEqual([
      '01-a.txt:3: says the same as 01-a.txt:1 with other names',
    ]);
  });

  it('sees through other names, numbers, spaces and capitals', () => {
    const first = passages(['[c:Tarn] paid $4.5 million for [c:Ostrel] in 2021.']);
    const second = passages(['[c:Ek & Co] PAID $300  million for [c:Zoé] in 1999.'], '02-b.txt');
    expect(complaints(first, second)).toEqual(['02-b.txt:1: says the same as 01-a.txt:1 with other names']);
  });

  it('tells sentences apart that name things of other types or say something else', () => {
    expect(complaints(passages(['[c:Tarn] grew fast.', '[p:Tarn] grew fast.', '[c:Tarn] grew slowly.']))).toEqual([]);
  });

  it('refuses the ninth passage of a batch that begins with the same three words', () => {
    const lines = words.map((word) => `[c:Tarn] said on ${word} it has ${word} and a ${word} ${word}.`);
    expect(complaints(passages(lines.slice(0, 8)))).toEqual([]);
    expect(complaints(passages(lines.slice(0, 9)))).toEqual(['01-a.txt:9: more than 8 passages begin “<company> said on”']);
    expect(complaints(passages(lines))).toHaveLength(1);
    expect(complaints(passages(lines.slice(0, 8)), passages(lines.slice(8), '02-b.txt'))).toEqual([]);
  });

  it('refuses it also where short passages that begin alike stand between', () => {
    const long = words.slice(0, 9).map((word) => `[c:Tarn] said on ${word} it has ${word} and a ${word} ${word}.`);
    const short = words.slice(9).map((word) => `[c:Tarn] said on ${word}.`);
    expect(complaints(passages([...long.slice(0, 8), ...short, ...long.slice(8)]))).toHaveLength(1);
    expect(complaints(passages([...words.map((word) => `[c:Tarn] said on ${word}.`)]))).toEqual([]);
  });

  it('refuses the sixth passage with the same six words, in whichever batch', () => {
    const lines = words.map((word) => `${word} grew as it has for years and ${word} ended.`);
    expect(complaints(passages(lines.slice(0, 5)))).toEqual([]);
    expect(complaints(passages(lines.slice(0, 3)), passages(lines.slice(3, 6), '02-b.txt'))).toEqual([
      '02-b.txt:3: more than 5 passages say “grew as it has for years”',
      '02-b.txt:3: more than 5 passages say “as it has for years and”',
    ]);
  });
});

describe('countSentences', () => {
  for (const [text, count] of [
    ['Tarn grew.', 1],
    ['Tarn grew. It left. “Why?” she asked.', 3],
    ['Mr. Smith of Acme Inc. met J. Jones of the U.S. Navy vs. nobody.', 1],
    ['It has 4.5 million. The rest (all of it.) Then 9 left.', 3],
    ['Tarn grew: a headline without a stop', 1],
  ] as const) {
    it(`is ${count} in “${text}”`, () => expect(countSentences(text)).toBe(count));
  }
});

describe('npm run corpus', () => {
  let remove: (() => void) | undefined;
  afterEach(() => remove?.());

  it('counts what there is, and says which batches are held out', async () => {
    const { folder, remove: done } = folderWith({
      '04-deals.txt':
        '[c:Tarn] bought [c:Ostrel]. [l:Oslo] liked it. {acquired: Tarn -> Ostrel; completed}\n[p:Ann Oda] would buy [c:Ek]. {none}\n',
      '05-held.txt': 'The [o:UN] met.\n',
    });
    remove = done;
    const { code, out, error } = await runProgram('check-corpus.ts', folder);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^04-deals\.txt +3 sentences +1 negatives +1 relations$/m);
    expect(out).toMatch(/^05-held\.txt +1 sentences +0 negatives +0 relations {2}held out$/m);
    expect(out).toContain('names: company 3, organization 1, person 1, place 1, product 0');
    expect(out).toMatch(/\bacquired 1\b/);
    expect(out).toContain('status: completed 1');
    expect(out).toContain('4 sentences in 3 passages, 1 negatives');
  });

  it('fails with every mistake, broken marks and repeats alike', async () => {
    const { folder, remove: done } = folderWith({
      '01-a.txt': '[c:Tarn] grew.\n[q:Ek] grew.\n[c:Ostrel] grew.\n',
      '02-b.txt': '[c:Tarn] fell. {nothing}\n',
    });
    remove = done;
    const { code, error } = await runProgram('check-corpus.ts', folder);
    expect(code).toBe(1);
    expect(error).toContain('01-a.txt:2: “[q:Ek]” is no mark');
    expect(error).toContain('01-a.txt:3: says the same as 01-a.txt:1');
    expect(error).toContain('02-b.txt:1: “{nothing}” is no relation');
  });

  it('fails for a folder that is missing or holds no batches', async () => {
    const { folder, remove: done } = folderWith({ 'notes.txt': 'x' });
    remove = done;
    expect(await runProgram('check-corpus.ts', folder)).toMatchObject({ code: 1, error: expect.stringContaining('no batches') });
    expect(await runProgram('check-corpus.ts', `${folder}/nowhere`)).toMatchObject({
      code: 1,
      error: expect.stringContaining('nowhere: there is no such folder'),
    });
  });
});
