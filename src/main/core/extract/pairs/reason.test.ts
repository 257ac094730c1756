import { describe, expect, it } from 'vitest';
import { extract } from '../index.ts';

const reasons = (text: string): string[] =>
  extract(text).relations.flatMap(({ rule }) => (rule.startsWith('learnt') ? [rule.replace('learnt from examples: ', '')] : []));

describe('why a learnt relation is one', () => {
  it('shows all that stands between the names, where that is short and its words tell little by themselves', () => {
    expect(reasons('DeepSeek, of Hangzhou, released its reasoning model R1 on January 20.')).toContain('“…, of …”');
  });

  it('quotes words of the sentence and says where they stand', () => {
    const text = 'Officially, Meta has acquired 49 percent of Scale AI.';
    expect(reasons(text)).toEqual(['“acquired” between the names']);
  });

  it('never gives the name of a feature', () => {
    const text =
      'SoftBank, OpenAI, Oracle and MGX, an investment firm from Abu Dhabi, are the initial investors. Tesla, whose chief executive, Elon Musk, has presented a humanoid robot called Optimus, competes with Figure.';
    const all = reasons(text);
    expect(all.length).toBeGreaterThan(0);
    for (const reason of all) {
      const [, quote = ''] = /“(.+)”/.exec(reason) ?? [];
      expect(quote, reason).toMatch(/\p{L}/u);
      for (const word of quote.split(/[^\p{L}]+/u)) expect(text.toLowerCase(), reason).toContain(word);
    }
  });
});
