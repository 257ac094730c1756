import { expect, test } from 'vitest';
import { type BoardFilter, noFilter } from '../../../shared/board.ts';
import { relationKindNames } from '../../../shared/relations.ts';
import { nodeId } from '../drawing/fixtures.ts';
import { chipsOf } from './chips.ts';
import { allKinds } from './kinds.ts';
import { none, only, toggled } from './switches.ts';

const [a, b] = [nodeId(1), nodeId(2)];
const known = {
  communities: [
    { head: a, name: 'Alpha' },
    { head: b, name: 'Beta' },
  ],
  publishers: ['Reuters', '', 'AP'],
};
const words = (part: Partial<BoardFilter>) => chipsOf({ ...noFilter, ...part }, known).map((chip) => chip.words);

test('every kind of link stands in one group', () => {
  expect([...allKinds].sort()).toEqual([...relationKindNames, 'co-mention', 'mention'].sort());
});

test('nothing filtered has no chips', () => {
  expect(words({})).toEqual([]);
});

test('a chip says what is left or what is gone, whichever is shorter', () => {
  expect(words({ kindsOff: ['co-mention'] })).toEqual(['Without “named together”']);
  expect(words({ kindsOff: allKinds.filter((kind) => kind !== 'acquired') })).toEqual(['Only “acquired”']);
  expect(words({ kindsOff: allKinds })).toEqual(['No kinds of link']);
  expect(words({ kindsOff: ['acquired', 'owns'] })).toEqual(['2 kinds of link off']);
  expect(words({ publishersOff: [''] })).toEqual(['Without No publisher named']);
  expect(words({ publishersOff: ['', 'AP'] })).toEqual(['Only Reuters']);
  expect(words({ communitiesOff: [b] })).toEqual(['Without Beta']);
  expect(words({ strength: 0.35 })).toEqual(['Strength from 35 %']);
  expect(words({ typesOff: ['person', 'place'] })).toEqual(['Without people and places']);
  expect(words({ span: { from: '2024-01-01', to: null } })[0]).toMatch(/^Since /);
});

test('taking a chip away clears its part alone', () => {
  const filter: BoardFilter = { ...noFilter, strength: 0.5, kindsOff: ['owns'] };
  const [strength, kinds] = chipsOf(filter, known);
  expect({ ...filter, ...strength?.without }).toEqual({ ...noFilter, kindsOff: ['owns'] });
  expect({ ...filter, ...kinds?.without }).toEqual({ ...noFilter, strength: 0.5 });
});

test('switches turn alone or together, and keep what they do not name', () => {
  expect(toggled(['x'], ['y'])).toEqual(['x', 'y']);
  expect(toggled(['x', 'y'], ['y'])).toEqual(['x']);
  expect(toggled(['x'], ['x', 'y'])).toEqual(['x', 'y']);
  expect(toggled(['x', 'y', 'z'], ['x', 'y'])).toEqual(['z']);
  expect(only(['z'], ['x', 'y'], ['x'])).toEqual(['z', 'y']);
  expect(none(['z'], ['x', 'y'])).toEqual(['z', 'x', 'y']);
});
