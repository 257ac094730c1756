import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, blockKinds } from '../../shared/model.ts';
import { chunksOf, piecesOf } from './flow.ts';

const blocks = fc
  .array(fc.record({ kind: fc.constantFrom(...blockKinds.filter((kind) => kind !== 'title')), length: fc.integer({ min: 1, max: 40 }) }))
  .map((given): Block[] => {
    let at = 5;
    const body = given.map(({ kind, length }): Block => {
      const start = at + 2;
      at = start + length;
      return { kind, start, end: at };
    });
    return [{ kind: 'title', start: 0, end: 5 }, ...body];
  });

describe('the flow of an article', () => {
  test('every block below the title stands in it once, in order, in pieces and in chunks', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 100 }), (given, most) => {
        const numbers = given.slice(1).map((_, at) => at + 1);
        const pieces = piecesOf(given);
        expect(pieces.flatMap((piece) => piece.blocks.map(({ index }) => index))).toEqual(numbers);
        const chunks = chunksOf(pieces, most);
        expect(chunks.flatMap((chunk) => chunk.pieces)).toEqual(pieces);
        expect(chunks.every((chunk) => chunk.length <= most || chunk.pieces.length === 1)).toBe(true);
        expect(chunks.map((chunk) => chunk.start)).toEqual(chunks.map((chunk) => chunk.pieces[0]?.blocks[0]?.block.start));
      }),
    );
  });

  test('items that follow each other are one list', () => {
    const kinds = ['paragraph', 'item', 'item', 'paragraph', 'item', 'quote', 'quote', 'code', 'code'] as const;
    const given = kinds.map((kind, at): Block => ({ kind, start: at * 3, end: at * 3 + 1 }));
    expect(piecesOf(given).map((piece) => `${piece.kind} ${piece.blocks.length}`)).toEqual([
      'paragraph 1',
      'list 2',
      'paragraph 1',
      'list 1',
      'quote 2',
      'code 1',
      'code 1',
    ]);
  });
});
