import { describe, expect, it } from 'vitest';
import { bCubed, readCase } from './b-cubed.ts';

/** Items as `meant>taken`, a letter each. */
const items = (line: string): { gold: string; found: string }[] =>
  line === '' ? [] : line.split(' ').map((each) => ({ gold: each[0] ?? '', found: each[2] ?? '' }));

describe('bCubed', () => {
  for (const [what, line, precision, recall] of [
    ['nothing', '', 1, 1],
    ['two kept apart as they should be', 'a>x a>x b>y', 1, 1],
    ['names of groups, which do not count', 'a>b a>b b>a', 1, 1],
    ['all taken for one', 'a>x a>x b>x b>x', 0.5, 1],
    ['each taken for another', 'a>x a>y b>z b>w', 1, 0.5],
    ['one of three astray', 'a>x a>x b>x b>y', 2 / 3, 3 / 4],
  ] as const) {
    it(`scores ${what}`, () => {
      const score = bCubed(items(line));
      expect(score.precision).toBeCloseTo(precision, 9);
      expect(score.recall).toBeCloseTo(recall, 9);
      expect(score.f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 9);
    });
  }
});

describe('readCase', () => {
  it('takes marks out of the text and keeps whom they mean', () => {
    const { articles } = readCase('01-toy', '== 2024-05-01\nA goal\n[p:Smith#John Smith, striker] joined [o:Halden].\n');
    const [first] = articles;
    expect(first?.article.text).toBe('A goal\n\nSmith joined Halden.');
    expect(first?.mentions).toEqual([
      { start: 8, end: 13, text: 'Smith', gold: 'John Smith, striker' },
      { start: 21, end: 27, text: 'Halden', gold: 'Halden' },
    ]);
  });

  it('refuses a broken mark and an article without a title', () => {
    expect(() => readCase('01-toy', '== 2024-05-01\nA goal\n[x:Smith] scored.\n')).toThrow('01-toy: “A goal” has a broken mark');
    expect(() => readCase('01-toy', '== 2024-05-01\n')).toThrow('01-toy');
  });
});
