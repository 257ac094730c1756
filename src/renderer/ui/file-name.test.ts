import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test('a file name has nothing in it that systems refuse', () => {
  expect(fileNameOf('AMD – Lisa Su', 'md')).toBe('AMD – Lisa Su.md');
  expect(fileNameOf('A/B: “what?” \\ <c>\n', 'md')).toBe('A B “what ”  c'.replace(/ +/g, ' ').concat('.md'));
  expect(fileNameOf('..hidden..', 'md')).toBe('hidden.md');
  expect(fileNameOf(' ?? ', 'md')).toBe('Newsgraph.md');
  expect(fileNameOf('x'.repeat(300), 'md')).toHaveLength(103);
});
