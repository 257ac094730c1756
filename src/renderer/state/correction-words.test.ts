import { describe, expect, test } from 'vitest';
import type { Correction, Verdict } from '../../shared/corrections.ts';
import type { ArticleId, EntityId } from '../../shared/model.ts';
import { correctionWords, outcomeWords } from './correction-words.ts';

const correction = (verdict: Verdict, part: Partial<Correction> = {}): Correction => ({
  id: 1,
  madeAt: '2025-03-14T09:00:00Z',
  undoneAt: null,
  scope: 'article',
  article: `a_${'1'.repeat(24)}` as ArticleId,
  name: 'Amazon',
  was: { entity: `e_${'1'.repeat(24)}` as EntityId, name: 'Amazon.com', type: 'company' },
  verdict,
  ...part,
});
const noName = correction({ verb: 'not-an-entity' });
const place = correction({ verb: 'other-type', type: 'place' });
const river = correction({ verb: 'somebody-else', entity: null, name: 'Amazon River', type: 'place' });

describe('a correction in words', () => {
  test('says what the name is, and what it was taken for', () => {
    expect([noName, place, river].map(correctionWords)).toEqual([
      '“Amazon” is not an entity',
      '“Amazon” is a place, not a company',
      '“Amazon” is Amazon River, not Amazon.com',
    ]);
  });

  test('once made says what has changed and how far it reached', () => {
    expect(outcomeWords({ correction: noName, articles: 1 })).toEqual({
      title: '“Amazon” is no longer an entity',
      detail: 'In this article',
    });
    expect(outcomeWords({ correction: { ...place, scope: 'library' }, articles: 1200 })).toEqual({
      title: '“Amazon” is now a place',
      detail: 'Everywhere: in 1,200 articles',
    });
    expect(outcomeWords({ correction: { ...river, scope: 'library' }, articles: 1 }).detail).toBe(
      'Everywhere, which is one article so far',
    );
  });

  test('once withdrawn says what the name is again', () => {
    const words = [noName, place, river].map((each) =>
      outcomeWords({ correction: { ...each, undoneAt: '2025-03-15T09:00:00Z' }, articles: 1 }),
    );
    expect(words.map(({ title }) => title)).toEqual([
      '“Amazon” is Amazon.com again',
      '“Amazon” is a company again',
      '“Amazon” is Amazon.com again',
    ]);
  });
});
