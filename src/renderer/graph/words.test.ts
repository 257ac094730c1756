import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphLink, nodeId, relation } from './drawing/fixtures.ts';
import { backingWords, canvasLines, cutInMiddle, datesWords, lineLetters, linkInFewWords, linkWords, statementOf } from './words.ts';

const [openai, io] = [nodeId(1), nodeId(2)];
const story = nodeId(3, 'story');

describe('names on the canvas', () => {
  test('stay whole on one line or two', () => {
    expect(canvasLines('OpenAI', 'company')).toBe('OpenAI');
    expect(canvasLines('Massachusetts Institute of Technology', 'organization')).toBe('Massachusetts\nInstitute of Technology');
  });

  test('lose their middle where they are longer, headlines their end', () => {
    expect(canvasLines('Bundesanstalt für Finanzdienstleistungsaufsicht und Wertpapierhandel', 'organization')).toContain('…');
    expect(canvasLines('Nvidia to invest up to $100 billion in OpenAI over several years', 'story')).toMatch(/^Nvidia[^…]*…$/);
  });

  test('never take more than two lines of a readable length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.constantFrom('company' as const, 'story' as const), (name, type) => {
        const lines = canvasLines(name.replaceAll('\n', ' '), type).split('\n');
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(lineLetters + 2);
      }),
    );
  });

  test('cut in the middle keep both ends and their length', () => {
    expect(cutInMiddle('Securities and Exchange Commission', 16)).toBe('Securitie…ission');
    expect(cutInMiddle('Etsy')).toBe('Etsy');
  });
});

describe('a link in words', () => {
  const acquired = graphLink(openai, io, { relations: [relation(openai, io), relation(io, openai, { kind: 'sued', status: 'rumoured' })] });

  test('reads from either end, with what is not certain', () => {
    expect(linkWords(acquired, openai)).toBe('acquired, sued by (rumoured)');
    expect(linkWords(acquired, io)).toBe('acquired by, sued (rumoured)');
    expect(linkWords(graphLink(openai, io), io)).toBe('named together');
    expect(linkWords(graphLink(openai, story, { kind: 'mention' }), story)).toBe('is about');
    expect(linkWords(graphLink(openai, story, { kind: 'mention' }), openai)).toBe('reported in');
  });

  test('as a statement runs from its subject to its object', () => {
    expect(statementOf(graphLink(io, openai, { relations: [relation(io, openai)] }))).toEqual({ from: io, words: 'acquired', to: openai });
    expect(statementOf(graphLink(openai, story, { kind: 'mention' }))).toEqual({ from: story, words: 'is about', to: openai });
  });

  test('in few words, where a tip tells it', () => {
    expect(linkInFewWords(acquired, openai)).toBe('acquired, sued by (rumoured)');
    expect(linkInFewWords(graphLink(openai, io), io)).toBe('named together with');
    const kinds = (['owns', 'uses', 'supplies', 'sued', 'acquired'] as const).map((kind) => relation(openai, io, { kind }));
    expect(linkInFewWords(graphLink(openai, io, { relations: kinds }), openai)).toBe('owns, uses, supplies, and 2 more:');
  });

  test('says how much stands behind it', () => {
    expect(backingWords({ articles: 7, stories: 2 })).toBe('7 articles, 2 stories');
    expect(backingWords({ articles: 4, stories: 1 })).toBe('4 articles, 1 story');
    expect(backingWords({ articles: 1, stories: 1 })).toBe('1 article');
  });

  test('says when it was first and last reported', () => {
    expect(datesWords({ first: '2024-01-03', last: '2025-03-12T10:00:00Z' })).toMatch(/^first .*2024.*, last .*2025/);
    expect(datesWords({ first: '2024-01-03', last: '2024-01-03' })).not.toContain('first');
    expect(datesWords({ first: null, last: null })).toBe('');
  });
});
