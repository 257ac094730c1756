import { describe, expect, it } from 'vitest';
import { read } from '../src/main/core/extract/reading.ts';
import { readPassage } from './corpus.ts';
import { examplesOfPassage, goldMentions } from './relation-data.ts';

const saidOf = (line: string): string[] =>
  examplesOfPassage(readPassage(line)).map(
    ({ subjects, objects, gold }) =>
      `${subjects.join('+')} > ${objects.join('+')}: ${gold.map(({ kind, optional }) => `${optional ? '?' : ''}${kind}`).join(' ')}`,
  );

describe('goldMentions', () => {
  it('are the marked names at their tokens', () => {
    const passage = readPassage('“[c:Tarn Robotics]’s chief, [p:Ann Oda], left [l:Oslo],” it said.');
    const reading = read(passage.text, 0, passage.text.length);
    const mentions = goldMentions(reading, passage);
    expect(mentions.map(({ text, type, entity }) => [text, type, entity])).toEqual([
      ['Tarn Robotics', 'company', 'Tarn Robotics'],
      ['Ann Oda', 'person', 'Ann Oda'],
      ['Oslo', 'place', 'Oslo'],
    ]);
    for (const { first, last, text } of mentions) expect(reading.words.slice(first, last).join(' ')).toBe(text);
  });
});

describe('examplesOfPassage', () => {
  it('are all pairs of a sentence in both directions, each with what the gold says of it', () => {
    expect(saidOf('[c:Tarn] bought [c:Ostrel]. {acquired: Tarn -> Ostrel}').sort()).toEqual(['Ostrel > Tarn: ', 'Tarn > Ostrel: acquired']);
  });

  it('leave out directions that no kind allows', () => {
    expect(saidOf('[c:Tarn] is in [l:Oslo]. {located_in: Tarn -> Oslo}')).toContain('Tarn > Oslo: located_in');
    for (const example of examplesOfPassage(readPassage('[p:Ann Oda] met [p:Bo Ek] for [c:Tarn].')))
      expect(example.classes.length).toBeGreaterThan(1);
  });

  it('say symmetric kinds in both directions, and optional ones as such', () => {
    const said = saidOf('[c:Tarn] competes with [c:Ostrel]. {competes_with: Tarn -> Ostrel} {?owns: Tarn -> Ostrel}');
    expect(said.sort()).toEqual(['Ostrel > Tarn: competes_with', 'Tarn > Ostrel: competes_with ?owns']);
  });

  it('join names of one sentence alone', () => {
    expect(saidOf('[c:Tarn] grew. [c:Ostrel] fell.')).toEqual([]);
  });

  it('call a name by its fullest', () => {
    const said = saidOf('[c:Tarn Robotics] grew. [c:Tarn=Tarn Robotics] bought [c:Ostrel]. {acquired: Tarn -> Ostrel}');
    expect(said).toContain('Tarn Robotics > Ostrel: acquired');
  });

  it('join no name to itself', () => {
    expect(saidOf('[c:Tarn=Tarn Robotics] is short for [c:Tarn Robotics].')).toEqual([]);
  });

  it('take a list for one end', () => {
    const said = saidOf('[c:Tarn] bought [c:Ostrel] and [c:Ek]. {acquired: Tarn -> Ostrel} {acquired: Tarn -> Ek}');
    expect(said).toContain('Tarn > Ostrel+Ek: acquired acquired');
  });
});
