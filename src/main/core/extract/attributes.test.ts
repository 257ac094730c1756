import { describe, expect, it } from 'vitest';
import type { RelationAttributes } from '../../../shared/extraction.ts';
import type { EntityType } from '../../../shared/model.ts';
import type { RelationKind } from '../../../shared/relations.ts';
import { attributesOf } from './attributes.ts';
import type { PlacedMention } from './mentions.ts';
import { type Reading, read, type Sentence } from './reading.ts';

/** A mention of these words, where they stand first. */
const mentionIn = (reading: Reading, text: string, type: EntityType): PlacedMention => {
  const start = reading.text.indexOf(text);
  const end = start + text.length;
  const first = reading.starts.indexOf(start);
  const last = reading.ends.indexOf(end) + 1;
  expect(start >= 0 && first >= 0 && last > first, `“${text}” stands in “${reading.text}”`).toBe(true);
  return { start, end, type, text, entity: text, confidence: 1, reason: 'x', listed: false, first, last };
};

/** What a relation between two names, `Kind: Subject -> Object`, keeps of the sentence that names its object last. */
const attributes = (kind: RelationKind, subject: string, object: string, text: string): RelationAttributes => {
  const reading = read(text, 0, text.length);
  const from = mentionIn(reading, subject, subject.startsWith('Ann') ? 'person' : 'company');
  const to = mentionIn(reading, object, 'company');
  const sentence = reading.sentences.find(({ first, last }) => to.first >= first && to.last <= last) as Sentence;
  return attributesOf(reading, sentence, kind, from, to);
};

describe('an amount', () => {
  for (const amount of [
    '$69 billion',
    '$1.2bn',
    '$500,000',
    '£50 million',
    '€4.3bn',
    '¥300 billion',
    'US$3 billion',
    'C$2.1 billion',
    'HK$900 million',
    'Rs 5,000 crore',
    'CHF 3.2 billion',
    '600 million euros',
    '5 billion yuan',
    '2.5 trillion won',
    '40 billion dollars',
  ]) {
    it(`is “${amount}”`, () => {
      expect(attributes('acquired', 'Tarn', 'Ostrel', `Tarn bought Ostrel for ${amount}.`)).toEqual({ amount });
      expect(attributes('acquired', 'Tarn', 'Ostrel', `Tarn paid ${amount} for Ostrel, it said.`)).toEqual({ amount });
    });
  }

  it('is the one nearest to the names', () => {
    const text = 'After a loss of $9 million in a bad quarter for its shops, Tarn bought Ostrel for $4 million.';
    expect(attributes('acquired', 'Tarn', 'Ostrel', text).amount).toBe('$4 million');
  });

  it('is none far away, in another sentence, or of a kind that has none', () => {
    const far = `Tarn bought Ostrel, ${'a firm that has long made and sold things to people in towns, '.repeat(2)}for $4 million.`;
    expect(attributes('acquired', 'Tarn', 'Ostrel', far).amount).toBeUndefined();
    expect(attributes('acquired', 'Tarn', 'Ostrel', 'Tarn bought Ostrel. It paid $4 million.')).toEqual({});
    expect(attributes('competes_with', 'Tarn', 'Ostrel', 'Tarn competes with Ostrel for a $4 million order.')).toEqual({});
    expect(attributes('acquired', 'Tarn', 'Ostrel', 'Tarn bought Ostrel and its 40 shops with 300 people.')).toEqual({});
  });
});

describe('a share', () => {
  for (const share of ['51%', '12.5 %', '90 per cent', '25 percent', '100%']) {
    it(`is “${share}”`, () => {
      expect(attributes('owns', 'Tarn', 'Ostrel', `Tarn owns ${share} of Ostrel.`)).toEqual({ share });
      expect(attributes('invested_in', 'Tarn', 'Ostrel', `Tarn bought a ${share} stake in Ostrel.`)).toEqual({ share });
    });
  }

  it('may be said in words', () => {
    expect(attributes('owns', 'Tarn', 'Ostrel', 'Tarn holds a majority stake in Ostrel.').share).toContain('majority');
    expect(attributes('owns', 'Tarn', 'Ostrel', 'Tarn has a controlling interest in Ostrel.').share).toContain('controlling');
  });

  it('is none where nothing is held, and of no other kind', () => {
    expect(attributes('acquired', 'Tarn', 'Ostrel', 'Tarn acquired Ostrel and rose 5%.')).toEqual({});
    expect(attributes('sued', 'Tarn', 'Ostrel', 'Tarn sued Ostrel over a 5% stake.')).toEqual({});
  });
});

describe('a date', () => {
  for (const date of [
    'in 2019',
    'in October 2023',
    'on 2 December 2024',
    'on August 13, 2020',
    'on Wednesday',
    'in May',
    'in early March',
    'in late 2021',
    'since 2016',
    'by June',
    'from January 2025',
    'at the end of April',
    'last year',
    'last week',
    'this month',
    'next quarter',
    'next spring',
    'last Friday',
    'in the spring of 2020',
    'in Sept. 2022',
  ]) {
    it(`is “${date}”`, () => {
      expect(attributes('supplies', 'Tarn', 'Ostrel', `Tarn supplied Ostrel ${date}, it said.`)).toEqual({ date });
    });
  }

  it('is none that the kind cannot have, and no number that only looks like one', () => {
    expect(attributes('located_in', 'Tarn', 'Ostrel', 'Tarn is based in Ostrel since 2016.')).toEqual({});
    expect(attributes('sued', 'Tarn', 'Ostrel', 'Tarn sued Ostrel in 40 cases and may sue more.')).toEqual({});
    expect(attributes('sued', 'Tarn', 'Ostrel', 'Tarn sued Ostrel in 2019-era disputes.')).toEqual({});
  });
});

describe('a role', () => {
  for (const [role, text] of [
    ['chief executive', 'Ann Oda, chief executive of Tarn, left.'],
    ['chief executive', 'Tarn chief executive Ann Oda left.'],
    ['chief technology officer', 'Ann Oda is chief technology officer at Tarn.'],
    ['CEO', 'Tarn CEO Ann Oda left.'],
    ['chief financial officer', 'Tarn named Ann Oda chief financial officer.'],
    ['vice president', 'Ann Oda, a vice president of Tarn, left.'],
    ['co-founder and chief executive', 'Ann Oda, co-founder and chief executive of Tarn, left.'],
    ['interim chair', 'Ann Oda was made interim chair of Tarn.'],
    ['editor', 'Ann Oda, editor of Tarn, left.'],
  ] as const) {
    it(`is “${role}” in “${text}”`, () => expect(attributes('leads', 'Ann Oda', 'Tarn', text)).toEqual({ role }));
  }

  it('is the one nearest to the person', () => {
    const text = 'Chairman Bo Ek and his team thanked Ann Oda, chief economist at Tarn.';
    expect(attributes('works_for', 'Ann Oda', 'Tarn', text).role).toBe('chief economist');
  });

  it('is none where none is said, and of no other kind', () => {
    expect(attributes('left', 'Ann Oda', 'Tarn', 'Ann Oda left Tarn.')).toEqual({});
    expect(attributes('founded', 'Ann Oda', 'Tarn', 'Ann Oda, a lawyer, founded Tarn.').role).toBeUndefined();
  });
});

it('keeps several together, each in the words of the sentence', () => {
  const text = 'Tarn said on Monday that it had bought a 51% stake in Ostrel for €4.3bn.';
  const found = attributes('acquired', 'Tarn', 'Ostrel', text);
  expect(Object.keys(found).sort()).toEqual(['amount', 'date', 'share']);
  for (const words of Object.values(found)) expect(text).toContain(words);
});

it('keeps the role of who leads beside the date', () => {
  const found = attributes('leads', 'Ann Oda', 'Tarn', 'Ann Oda became chief executive of Tarn in March 2025.');
  expect(found).toEqual({ role: 'chief executive', date: 'in March 2025' });
});
