import { expect, test } from 'vitest';
import { addressParts } from './address.ts';

test('only web addresses have parts', () => {
  expect(addressParts('https://www.example.org/a?b#c')).toEqual({ before: 'https://www.', host: 'example.org', after: '/a?b#c' });
  expect(addressParts('http://example.org/')).toEqual({ before: 'http://', host: 'example.org', after: '' });
  for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.c', '//example.org', ''])
    expect(addressParts(href)).toBeNull();
});
