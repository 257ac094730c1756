import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAddress } from './address.ts';
import { normaliseAddress } from './index.ts';

describe('an address for comparing', () => {
  const same: [string, string][] = [
    ['http://www.Ledger.example/Plant/', 'https://ledger.example/Plant'],
    ['https://ledger.example:443/plant#part', 'https://ledger.example/plant'],
    ['http://ledger.example:80', 'https://ledger.example'],
    ['https://ledger.example/p?utm_source=a&b=2&a=1&fbclid=x&gclid=y&ref=z', 'https://ledger.example/p?a=1&b=2'],
    ['  https://user:secret@ledger.example/p ', 'https://ledger.example/p'],
    ['https://ledger.example/p?id=7', 'https://ledger.example/p?id=7'],
    ['https://ledger.example:8080/p', 'https://ledger.example:8080/p'],
    ['https://www.com/x', 'https://www.com/x'],
  ];
  for (const [address, expected] of same) it(address, () => expect(normaliseAddress(address)).toBe(expected));

  it('is null for anything but http and https', () => {
    for (const text of [
      '',
      'ledger.example/p',
      'ftp://a.b',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://',
      `https://a.b/${'x'.repeat(5000)}`,
    ]) {
      expect(normaliseAddress(text)).toBeNull();
    }
  });

  it('is its own address for comparing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const once = normaliseAddress(address);
        expect(once).not.toBeNull();
        expect(normaliseAddress(once ?? '')).toBe(once);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void normaliseAddress(`http://${text}`)));
  });
});

it('a link is resolved against its page', () => {
  expect(webAddress('../a?b=1', 'https://ledger.example/x/y')).toBe('https://ledger.example/a?b=1');
  expect(webAddress('../a')).toBeNull();
  expect(webAddress('data:text/html,x', 'https://ledger.example/')).toBeNull();
  expect(webAddress('https://good.example@bad.example/')).toBe('https://bad.example/');
});
