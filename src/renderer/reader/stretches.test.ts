import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/model.ts';
import { stretchesOf } from './stretches.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 200 }), { minLength: 1, maxLength: 6 });

const blocksOf = (parts: readonly string[]) => {
  let at = 0;
  const blocks = parts.map((part): Block => {
    const block: Block = { kind: 'paragraph', start: at, end: at + part.length };
    at = block.end + 2;
    return block;
  });
  return { text: parts.join('\n\n'), blocks };
};

describe('stretches of a text', () => {
  test('those of a block follow each other from its start to its end, none much longer than usual', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const { text, blocks } = blocksOf(parts);
        const { spans, first } = stretchesOf(text, blocks, [], 20);
        blocks.forEach((block, at) => {
          const own = spans.slice(first[at], first[at + 1]);
          expect(own.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(block.start, block.end));
          expect(own.every(({ start, end }) => end - start <= 30)).toBe(true);
        });
      }),
    );
  });

  test('no name is cut in two while there is another space', () => {
    const { text, blocks } = blocksOf(['one two three four five six seven eight nine ten']);
    const name = { start: text.indexOf('four'), end: text.indexOf(' six') };
    const { spans } = stretchesOf(text, blocks, [name], 22);
    expect(spans.some(({ end }) => end > name.start && end < name.end)).toBe(false);
    expect(spans.length).toBeGreaterThan(1);
  });
});
