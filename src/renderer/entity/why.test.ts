import { describe, expect, test } from 'vitest';
import { aliasReasons, type RelationAttributes } from '../../shared/extraction.ts';
import type { ArticleId, EntityId } from '../../shared/model.ts';
import type { Passage } from '../../shared/views.ts';
import { aliasSentence, aliasWords, attributesOf, attributesTogether, ruleWords } from './why.ts';

const passage = (attributes: RelationAttributes | null): Passage => ({
  article: {
    id: `a_${'1'.repeat(24)}` as ArticleId,
    title: 'A title',
    publisher: null,
    author: null,
    published: null,
    story: null,
    words: 10,
  },
  parts: [],
  relation: attributes && {
    kind: 'leads',
    status: 'stated',
    from: `e_${'1'.repeat(24)}` as EntityId,
    to: `e_${'2'.repeat(24)}` as EntityId,
    rule: 'role before name',
    confidence: 0.9,
    attributes,
    at: 0,
  },
});

describe('why a spelling means an entity', () => {
  test('each reason has words and a sentence of its own', () => {
    const reasons = [...aliasReasons, 'correction'] as const;
    const words = reasons.map(aliasWords);
    const sentences = reasons.map((reason) => aliasSentence('Altman', 'Sam Altman', reason));
    expect(new Set(words).size).toBe(reasons.length);
    expect(new Set(sentences).size).toBe(reasons.length);
    expect(sentences.every((sentence) => sentence?.includes('“Altman”') && sentence.includes('Sam Altman'))).toBe(true);
  });

  test('the entity’s own name needs none', () => {
    expect([aliasWords(null), aliasSentence('Sam Altman', 'Sam Altman', null)]).toEqual([null, null]);
  });
});

describe('what spoke for a relation', () => {
  test('patterns are named by their wording, what was learnt as it is', () => {
    expect(ruleWords('competes with')).toBe('the wording “competes with”');
    expect(ruleWords("'s product")).toBe("the wording “X's product”");
    expect(ruleWords("'s role")).toBe("a role given with the name (X's role)");
    expect(ruleWords('learnt from examples: “owned by” between the names')).toBe('learnt from examples: “owned by” between the names');
  });
});

describe('what sentences say besides', () => {
  test('of one, in one order', () => {
    expect(attributesOf(passage({ date: 'in May', role: 'chief executive' }).relation)).toEqual([
      { attribute: 'role', words: 'chief executive' },
      { attribute: 'date', words: 'in May' },
    ]);
    expect(attributesOf(passage(null).relation)).toEqual([]);
  });

  test('of many, the most frequent words first, and how many more there are', () => {
    const said = ['CEO', 'chair', 'chief executive', 'Chief executive', 'president', null].map((role) =>
      passage(role === null ? null : { role }),
    );
    expect(attributesTogether(said)).toEqual([{ attribute: 'role', words: ['chief executive', 'CEO', 'chair'], more: 1 }]);
    expect(attributesTogether([passage(null), passage({})])).toEqual([]);
  });
});
