import fc from 'fast-check';
import { expect, test } from 'vitest';
import { middleOf } from './middle.ts';

const parts = (text: string) => [text.slice(0, middleOf(text)), text.slice(middleOf(text))];

test('the end begins with a word where one begins near enough', () => {
  expect(parts('Nvidia loses record $589 billion as DeepSeek shakes AI stocks')[1]).toBe('AI stocks');
  expect(parts('One golden share: what Nippon Steel conceded to get U.S. Steel')[1]).toBe('U.S. Steel');
  expect(parts('/somewhere/a-file-from-2019.json')[1]).toBe('2019.json');
  expect(parts('Donaudampfschifffahrtsgesellschaft')[1]).toBe('llschaft');
});

test('short names are not cut', () => {
  expect(parts('Sam Altman')).toEqual(['Sam Altman', '']);
});

test('both parts together are the name, and no character is torn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const [head = '', tail = ''] = parts(text);
      expect(head + tail).toBe(text);
      expect(tail.length).toBeLessThanOrEqual(12);
      expect(/^[\udc00-\udfff]/.test(tail)).toBe(false);
    }),
  );
});
