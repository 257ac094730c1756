import { describe, expect, it } from 'vitest';
import { withoutPublisher } from './facts.ts';

describe('a title without its publisher', () => {
  const cases: [string, string | null, string | null, string][] = [
    ['Contoso opens plant | The Daily Ledger', 'The Daily Ledger', null, 'Contoso opens plant'],
    ['Contoso opens plant - Daily Ledger', 'The Daily Ledger', null, 'Contoso opens plant'],
    ['Contoso opens plant – Business – The Daily Ledger', 'The Daily Ledger', null, 'Contoso opens plant – Business'],
    ['The Daily Ledger: Contoso opens plant', 'The Daily Ledger', null, 'The Daily Ledger: Contoso opens plant'],
    ['The Daily Ledger | Contoso opens plant', 'The Daily Ledger', null, 'Contoso opens plant'],
    ['Contoso opens plant | Ledger', null, 'https://www.ledger.example/x', 'Contoso opens plant'],
    ['Contoso – a plant and its people', 'The Daily Ledger', null, 'Contoso – a plant and its people'],
    ['The Daily Ledger', 'The Daily Ledger', null, 'The Daily Ledger'],
    ['State-owned firm opens plant', 'Owned', null, 'State-owned firm opens plant'],
  ];
  for (const [title, publisher, address, expected] of cases) {
    it(title, () => expect(withoutPublisher(title, publisher, address)).toBe(expected));
  }
});
