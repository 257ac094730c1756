import { expect, it } from 'vitest';
import { keptWhileUnchanged } from './kept.ts';

it('makes something once for a state of the library, and again after it failed', async () => {
  let version = 'a';
  let made = 0;
  const ask = keptWhileUnchanged({ version: () => version }, async () => {
    made += 1;
    if (made === 2) throw new Error('no');
    return made;
  });
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  version = 'b';
  await expect(ask()).rejects.toThrow('no');
  expect([await ask(), await ask()]).toEqual([3, 3]);
});
