import { describe, expect, it } from 'vitest';
import type { Extraction } from '../src/shared/extraction.ts';
import type { RelationKind, RelationStatus } from '../src/shared/relations.ts';
import { type Passage, readPassage } from './corpus.ts';
import { addOutcome, compareRelations, type FoundRelation, foundIn, noRelationScores } from './score-relations.ts';

const deal = readPassage(
  '[c:Tarn] bought [c:Ostrel], a rival of [c:Ek] led by [p:Ann Oda]. {acquired: Tarn -> Ostrel; completed} {competes_with: Ostrel -> Ek} {leads: Ann Oda -> Ostrel} {?owns: Tarn -> Ostrel}',
);

const found = (subject: string | null, kind: RelationKind, object: string | null, status: RelationStatus = 'stated'): FoundRelation => ({
  subject,
  kind,
  object,
  status,
  said: `${subject ?? 'the firm'} ${kind} ${object ?? 'the other'}`,
  rule: 'a rule',
});

const outcome = (passage: Passage, ...all: FoundRelation[]): Record<'right' | 'wrong' | 'missed', string[]> => {
  const { right, wrong, missed } = compareRelations(passage, all);
  const short = ({ subject, kind, object }: Pick<FoundRelation, 'subject' | 'kind' | 'object'>): string => `${subject} ${kind} ${object}`;
  return { right: right.map(({ gold }) => short(gold)), wrong: wrong.map(short), missed: missed.map(short) };
};

describe('compareRelations', () => {
  it('tells right, wrong and missed', () => {
    expect(outcome(deal, found('Tarn', 'acquired', 'Ostrel'), found('Tarn', 'sued', 'Ek'))).toEqual({
      right: ['Tarn acquired Ostrel'],
      wrong: ['Tarn sued Ek'],
      missed: ['Ostrel competes_with Ek', 'Ann Oda leads Ostrel'],
    });
  });

  it('takes the wrong direction and the wrong kind for wrong', () => {
    expect(outcome(deal, found('Ostrel', 'acquired', 'Tarn'), found('Ann Oda', 'works_for', 'Ostrel'))).toEqual({
      right: [],
      wrong: ['Ostrel acquired Tarn', 'Ann Oda works_for Ostrel'],
      missed: ['Tarn acquired Ostrel', 'Ostrel competes_with Ek', 'Ann Oda leads Ostrel'],
    });
  });

  it('knows symmetric kinds in either direction, once', () => {
    const both = [found('Ek', 'competes_with', 'Ostrel'), found('Ostrel', 'competes_with', 'Ek')];
    expect(outcome(deal, ...both)).toMatchObject({ right: ['Ostrel competes_with Ek'], wrong: [] });
    const wrong = [found('Ek', 'merged_with', 'Tarn'), found('Tarn', 'merged_with', 'Ek')];
    expect(outcome(deal, ...wrong).wrong).toEqual(['Ek merged_with Tarn']);
    expect(outcome(deal, found('Ek', 'sued', 'Tarn'), found('Tarn', 'sued', 'Ek')).wrong).toHaveLength(2);
  });

  it('counts optional relations neither way', () => {
    expect(outcome(deal, found('Tarn', 'owns', 'Ostrel'))).toMatchObject({ right: [], wrong: [] });
    expect(outcome(deal).missed).not.toContain('Tarn owns Ostrel');
  });

  it('counts the same relation twice once, right or wrong, whatever its status', () => {
    const twice = [found('Tarn', 'acquired', 'Ostrel'), found('Tarn', 'acquired', 'Ostrel', 'announced')];
    expect(outcome(deal, ...twice)).toMatchObject({ right: ['Tarn acquired Ostrel'], wrong: [] });
    expect(outcome(deal, found('Ek', 'sued', 'Tarn'), found('Ek', 'sued', 'Tarn')).wrong).toEqual(['Ek sued Tarn']);
  });

  it('counts each end that is no name of the gold by what was said', () => {
    const some: FoundRelation[] = [
      { ...found('Tarn', 'acquired', null), said: 'Tarn acquired Monday' },
      { ...found('Tarn', 'acquired', null), said: 'Tarn acquired Tuesday' },
      { ...found(null, 'acquired', 'Tarn'), said: 'Monday acquired Tarn' },
      { ...found('Tarn', 'acquired', null), said: 'Tarn acquired Monday' },
    ];
    expect(compareRelations(deal, some).wrong.map(({ said }) => said)).toEqual([
      'Tarn acquired Monday',
      'Tarn acquired Tuesday',
      'Monday acquired Tarn',
    ]);
  });
});

describe('foundIn', () => {
  const passage = readPassage('The [c:Tarn Group] bought [c:Ek] from [p:Ann Oda].');
  const mention = (text: string): Extraction['mentions'][number] => {
    const start = passage.text.indexOf(text);
    return { start, end: start + text.length, type: 'company', text, entity: text, confidence: 1, reason: 'x' };
  };
  const extraction = (...names: string[]): Extraction => ({
    mentions: names.map(mention),
    relations: [
      { kind: 'acquired', status: 'completed', subject: 0, object: 1, rule: 'r', confidence: 0.5, start: 0, end: passage.text.length },
    ],
    sentences: [],
  });

  it('names both ends by the gold name that they overlap most', () => {
    expect(foundIn(passage, extraction('The Tarn', 'Ek from Ann Oda'))).toEqual([
      {
        kind: 'acquired',
        status: 'completed',
        subject: 'Tarn Group',
        object: 'Ann Oda',
        said: 'The Tarn acquired Ek from Ann Oda',
        rule: 'r',
      },
    ]);
  });

  it('has null for what is no name of the gold', () => {
    expect(foundIn(passage, extraction('The', 'Ek'))).toMatchObject([{ subject: null, object: 'Ek', said: 'The acquired Ek' }]);
  });

  it('calls a short name by its fullest', () => {
    const short = readPassage('[c:Tarn=Tarn Group] ([c:Tarn Group]) bought [c:Ek].');
    const named = foundIn(short, {
      mentions: [
        { ...mention('Tarn'), start: 0, end: 4 },
        { ...mention('Ek'), start: short.text.indexOf('Ek'), end: short.text.indexOf('Ek') + 2 },
      ],
      relations: extraction('Tarn', 'Ek').relations,
      sentences: [],
    });
    expect(named).toMatchObject([{ subject: 'Tarn Group', object: 'Ek' }]);
  });
});

describe('addOutcome', () => {
  it('sums by kind, with statuses and with what was found in negatives', () => {
    const scores = noRelationScores();
    const add = (passage: Passage, ...all: FoundRelation[]): void => addOutcome(scores, passage, compareRelations(passage, all));
    add(
      deal,
      found('Tarn', 'acquired', 'Ostrel', 'completed'),
      found('Ek', 'competes_with', 'Ostrel', 'ended'),
      found('Tarn', 'acquired', 'Ek'),
      found('Tarn', 'owns', 'Ostrel'),
    );
    const negative = readPassage('[c:Tarn] should buy [c:Ek]. {none}');
    add(negative);
    add(negative, found('Tarn', 'acquired', 'Ek', 'announced'), found('Tarn', 'owns', 'Ek'));
    expect(Object.fromEntries(scores.byKind)).toEqual({
      acquired: { right: 1, found: 3, gold: 1 },
      competes_with: { right: 1, found: 1, gold: 1 },
      leads: { right: 0, found: 0, gold: 1 },
      owns: { right: 0, found: 1, gold: 0 },
    });
    expect(scores).toMatchObject({ right: 2, statusRight: 1, negatives: 2, falseInNegatives: 2 });
  });
});
