import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../shared/model.ts';
import { Alike } from './alike.ts';

/** Pairs that are found among some names, as `kept < joined`. `told` are `Name:type`, a company where no type is said. */
const pairsAmong = (...told: string[]): string[] => {
  const alike = new Alike();
  for (const [at, each] of told.entries()) {
    const [name = '', type = 'company'] = each.split(':');
    alike.add({ row: at + 1, name, type: type as EntityType, articles: 100 - at });
  }
  const found = Array.from({ length: alike.size }, (_, at) => alike.pairsOf(at)).flat();
  return [...new Set(found.map(({ a, b }) => `${a.name} < ${b.name}`))].sort();
};

describe('names that may mean one', () => {
  it('are a surname and a full name', () => {
    expect(pairsAmong('Sam Altman:person', 'Altman:person', 'Ida Vance:person')).toEqual(['Sam Altman < Altman']);
  });

  it('are first names cut short, letters, and middle names', () => {
    expect(pairsAmong('Daniel Ives:person', 'Dan Ives:person')).toEqual(['Daniel Ives < Dan Ives']);
    expect(pairsAmong('Robert Iger:person', 'Bob Iger:person')).toEqual(['Robert Iger < Bob Iger']);
    expect(pairsAmong('Elon Reeve Musk:person', 'Elon Musk:person', 'Kimbal Musk:person')).toEqual(['Elon Reeve Musk < Elon Musk']);
    expect(pairsAmong('Anna Smith:person', 'John Smith:person')).toEqual([]);
  });

  it('are abbreviations and first letters', () => {
    expect(pairsAmong('U.S. Rowan', 'United States Rowan')).toEqual(['U.S. Rowan < United States Rowan']);
    expect(pairsAmong('Global Rowan Alliance', 'GRA')).toEqual(['Global Rowan Alliance < GRA']);
    expect(pairsAmong('Global Rowan Alliance', 'Gra')).toEqual([]);
  });

  it('are a company with its owner’s name before it, or with what it is after it', () => {
    expect(pairsAmong('Zorbex', 'Vantor', 'Zorbex Vantor')).toEqual(['Vantor < Zorbex Vantor']);
    expect(pairsAmong('Vantor', 'Vantor Technologies')).toEqual(['Vantor < Vantor Technologies']);
    expect(pairsAmong('Vantor', 'Vantor Foundation')).toEqual([]);
    // A word that names nobody by itself is no short form.
    expect(pairsAmong('Zorbex', 'Research', 'Zorbex Research')).toEqual([]);
  });

  it('are not a company and its parent, or two that our lists know', () => {
    expect(pairsAmong('Google', 'Google Cloud:product', 'Alphabet')).toEqual([]);
    expect(pairsAmong('LG', 'LG Electronics')).toEqual([]);
    expect(pairsAmong('Samsung', 'Samsung Electronics')).toEqual(['Samsung < Samsung Electronics']);
    expect(pairsAmong('Meta', 'Instagram', 'Meta Instagram')).toEqual(['Instagram < Meta Instagram']);
  });

  it('are one name in two classes', () => {
    expect(pairsAmong('Zorbex', 'Zorbex:product', 'Zorbex:organization')).toEqual(['Zorbex < Zorbex']);
    expect(pairsAmong('Jordan:place', 'Jordan:company')).toHaveLength(1);
  });

  it('cost a look-up a name, however many share a word', () => {
    const many = Array.from({ length: 4000 }, (_, at) => `Person${at} Smith:person`);
    const started = performance.now();
    expect(pairsAmong(...many, 'Smith:person')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
