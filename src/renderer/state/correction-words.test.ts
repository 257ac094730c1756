import { describe, expect, test } from 'vitest';
import type { EntityCorrection, EntityVerdict, MentionCorrection, Verdict } from '../../shared/corrections.ts';
import type { ArticleId, EntityId } from '../../shared/model.ts';
import { articleOf, correctionWords, outcomeWords, scopeWords } from './correction-words.ts';

const correction = (verdict: Verdict, part: Partial<MentionCorrection> = {}): MentionCorrection => ({
  id: 1,
  about: 'mention',
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

describe('a correction of whole entities in words', () => {
  const [sam, altman] = [`e_${'1'.repeat(24)}` as EntityId, `e_${'2'.repeat(24)}` as EntityId];
  const said = (verdict: EntityVerdict, undoneAt: string | null = null): EntityCorrection => ({
    id: 1,
    about: 'entity',
    madeAt: '2025-03-14T09:00:00Z',
    undoneAt,
    was: [
      { entity: sam, name: 'Sam Altman', type: 'person' },
      { entity: altman, name: 'Altman', type: 'person' },
    ],
    verdict,
  });
  const as = { entity: null, name: 'Jack Altman', type: 'person' } as const;
  const sentence = { article: `a_${'1'.repeat(24)}` as ArticleId, start: 4 };
  const all: [verdict: EntityVerdict, says: string, made: string, undone: string][] = [
    [
      { verb: 'merge', entities: [sam, altman], name: 'Sam Altman', type: 'person' },
      'Altman is Sam Altman',
      'Altman is now Sam Altman',
      'Altman is no longer Sam Altman',
    ],
    [
      { verb: 'merge', entities: [sam, altman], name: 'Samuel Altman', type: 'person' },
      'Sam Altman and Altman are Samuel Altman',
      'Sam Altman and Altman are now Samuel Altman',
      'Sam Altman and Altman are no longer Samuel Altman',
    ],
    [
      { verb: 'split', entity: sam, names: ['Altman', 'Jack'], mentions: [], as },
      '“Altman” and “Jack” of Sam Altman are Jack Altman',
      '“Altman” and “Jack” of Sam Altman are now Jack Altman',
      '“Altman” and “Jack” are Sam Altman again',
    ],
    [
      { verb: 'split', entity: sam, names: [], mentions: [{ ...sentence, end: 10 }], as },
      'one mention of Sam Altman is Jack Altman',
      'one mention of Sam Altman is now Jack Altman',
      'one mention is Sam Altman again',
    ],
    [
      { verb: 'rename', entity: sam, name: 'Samuel' },
      'Sam Altman is called Samuel',
      'Sam Altman is now called Samuel',
      'Samuel is called Sam Altman again',
    ],
    [
      { verb: 'retype', entity: sam, type: 'place' },
      'Sam Altman is a place, not a person',
      'Sam Altman is now a place',
      'Sam Altman is a person again',
    ],
    [
      { verb: 'no-entity', entity: sam },
      'Sam Altman is not an entity',
      'Sam Altman is no longer an entity',
      'Sam Altman is an entity again',
    ],
    [{ verb: 'hide', entity: sam }, 'Sam Altman is hidden', 'Sam Altman is now hidden', 'Sam Altman is shown again'],
    [
      { verb: 'wrong-relation', subject: sam, object: altman, kind: 'met_with', status: null, sentence },
      '“Sam Altman met with Altman” is wrong',
      '“Sam Altman met with Altman” no longer counts',
      '“Sam Altman met with Altman” counts again',
    ],
    [
      { verb: 'not-the-same', a: sam, b: altman },
      'Sam Altman and Altman are not the same',
      'Sam Altman and Altman are not the same',
      'Sam Altman and Altman may be one again',
    ],
  ];

  test.each(all)('%o', (verdict, says, made, undone) => {
    expect(correctionWords(said(verdict))).toBe(says);
    expect(outcomeWords({ correction: said(verdict), articles: 2 }).title).toBe(made);
    expect(outcomeWords({ correction: said(verdict, '2025-03-15T09:00:00Z'), articles: 2 }).title).toBe(undone);
  });

  test('tells where it holds, and the article of one sentence', () => {
    const wrong = said({ verb: 'wrong-relation', subject: sam, object: altman, kind: 'met_with', status: null, sentence });
    expect([scopeWords(wrong), articleOf(wrong)]).toEqual(['In one sentence', sentence.article]);
    expect([scopeWords(said({ verb: 'hide', entity: sam })), articleOf(said({ verb: 'hide', entity: sam }))]).toEqual(['Everywhere', null]);
    expect(scopeWords(said({ verb: 'not-the-same', a: sam, b: altman }))).toBeNull();
  });
});
