import { describe, expect, test } from 'vitest';
import type { EntityId, NodeRef } from '../../shared/model.ts';
import type { EntityHit } from '../../shared/views.ts';
import { type EndsFound, pathEndsIn, pathItems, pathOffer } from './palette-path.ts';

const hit = (digit: number, name: string): EntityHit => ({
  node: { id: `e_${String(digit).repeat(24)}` as EntityId, type: 'company', name, articles: 1 } satisfies NodeRef,
  alias: null,
});
const titles = (...readings: EndsFound[]) => pathItems(readings).map(({ title }) => title);

describe('a question for a path', () => {
  test('with one side or both', () => {
    expect(pathEndsIn('path from nvidia')).toEqual([{ from: 'nvidia', to: null }]);
    expect(pathEndsIn('path from nvidia to')).toEqual([{ from: 'nvidia', to: null }]);
    expect(pathEndsIn('Path From Nvidia to open ai ')).toEqual([{ from: 'Nvidia', to: 'open ai' }]);
    expect(pathEndsIn('path nvidia to openai')).toEqual([{ from: 'nvidia', to: 'openai' }]);
    expect(pathEndsIn('path between nvidia and openai')).toEqual([{ from: 'nvidia', to: 'openai' }]);
  });
  test('a name may have a "to" in it', () => {
    expect(pathEndsIn('path from back to basics to arm')).toEqual([
      { from: 'back', to: 'basics to arm' },
      { from: 'back to basics', to: 'arm' },
    ]);
  });
  test('and what is none', () => {
    expect(pathEndsIn('path')).toEqual([]);
    expect(pathEndsIn('path robotics')).toEqual([]);
    expect(pathEndsIn('path from ')).toEqual([]);
    expect(pathEndsIn('nvidia to openai')).toEqual([]);
    expect(pathEndsIn('pathfinder from a to b')).toEqual([]);
  });
});

describe('its lines', () => {
  const [nvidia, nvision, openai, openly] = [hit(1, 'Nvidia'), hit(2, 'Nvision'), hit(3, 'OpenAI'), hit(4, 'Openly')];
  test('complete the first side, then both', () => {
    expect(titles({ ends: { from: 'nv', to: null }, from: [nvidia, nvision], to: [] })).toEqual([
      'Path from Nvidia to…',
      'Path from Nvision to…',
    ]);
    expect(pathItems([{ ends: { from: 'nv', to: null }, from: [nvidia], to: [] }])[0]?.fills).toBe('path from Nvidia to ');
    expect(titles({ ends: { from: 'nv', to: 'op' }, from: [nvidia, nvision], to: [openai, openly] })).toEqual([
      'Path from Nvidia to OpenAI',
      'Path from Nvidia to Openly',
      'Path from Nvision to OpenAI',
    ]);
  });
  test('take the reading of which both sides are known, and never lead from one to itself', () => {
    const wrong = { ends: { from: 'back', to: 'basics to arm' }, from: [nvidia], to: [] };
    expect(titles(wrong, { ends: { from: 'back to basics', to: 'arm' }, from: [nvision], to: [openai] })).toEqual([
      'Path from Nvision to OpenAI',
    ]);
    expect(titles({ ends: { from: 'nv', to: 'nv' }, from: [nvidia], to: [nvidia, nvision] })).toEqual(['Path from Nvidia to Nvision']);
    expect(titles(wrong)).toEqual([]);
  });
  test('are offered to those who begin to type it', () => {
    expect(pathOffer('pat').map(({ fills }) => fills)).toEqual(['path from ']);
    expect(pathOffer('path fr')).toHaveLength(1);
    expect(pathOffer('pa')).toEqual([]);
    expect(pathOffer('patents')).toEqual([]);
  });
});
