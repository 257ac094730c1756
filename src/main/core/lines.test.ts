import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf } from './lines.ts';

async function* inPieces(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}
const all = async (pieces: readonly string[], limit?: number): Promise<Line[]> => {
  const lines: Line[] = [];
  for await (const line of linesOf(inPieces(pieces), limit)) lines.push(line);
  return lines;
};

test('lines are those of the whole text, however it is cut into pieces', async () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é'), maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const whole = pieces.join('').split('\n');
      if (whole.at(-1) === '') whole.pop();
      expect(await all(pieces)).toEqual(whole.map((text, at) => ({ number: at + 1, text: text.replace(/\r$/, '') })));
    }),
  );
});

test('a line that is too long is passed over, and those behind it keep their numbers', async () => {
  expect(await all(['short\nvery ', 'long ', 'indeed\nlast'], 6)).toEqual([
    { number: 1, text: 'short' },
    { number: 2, text: null },
    { number: 3, text: 'last' },
  ]);
  expect(await all(['x'.repeat(10)], 6)).toEqual([{ number: 1, text: null }]);
});
