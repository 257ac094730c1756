import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashTable } from './hash-table.ts';

it('keeps what was last put under a hash, however many there are', () => {
  const rows = fc.array(fc.tuple(fc.integer(), fc.nat({ max: 1000 })), { maxLength: 200 });
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 20_000), (puts, more) => {
      const table = new HashTable();
      const wanted = new Map<number, number>();
      for (let i = 0; i < more; i += 1) table.set(i << 16, i);
      for (let i = 0; i < more; i += 1) wanted.set(i << 16, i);
      for (const [hash, value] of puts) {
        table.set(hash, value);
        wanted.set(hash, value);
      }
      expect([...wanted].filter(([hash, value]) => table.get(hash) !== value)).toEqual([]);
      if (!wanted.has(77)) expect(table.get(77)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});
