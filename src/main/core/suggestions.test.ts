import { afterEach, describe, expect, it } from 'vitest';
import type { EntityId } from '../../shared/model.ts';
import { correctionMethods } from './correction-methods.ts';
import { libraryOf, named, type Told } from './graph/testing.ts';
import { createRemaker } from './remaking.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const library = (...told: Told[]) => {
  const { store, close } = libraryOf(...told);
  open.push(close);
  const methods = correctionMethods(
    store,
    createRemaker(store, () => undefined),
  );
  const suggested = async () =>
    (await methods.suggestions({ offset: 0, limit: 20 })).items.map(({ a, b }) => `${a.node.name} < ${b.node.name}`);
  return { store, methods, suggested };
};

const company = '{Zorbex} and {Vantor} were there, with {Ida Vance:person}.';
const told: Told[] = [
  { title: 'One', sentences: ['{Sam Altman:person} spoke.', company] },
  { title: 'Two', sentences: ['{Altman:person} spoke.', company] },
];

describe('suggested merges', () => {
  it('come with their reason and with sentences of both sides', async () => {
    const { methods } = library(...told);
    const { items, total, refused } = await methods.suggestions({ offset: 0, limit: 20 });
    expect([total, refused]).toEqual([1, 0]);
    expect(items).toMatchObject([
      {
        a: { node: { name: 'Sam Altman' }, examples: [{ article: { title: 'One' }, sentence: { text: 'Sam Altman spoke.' } }] },
        b: {
          node: { name: 'Altman' },
          examples: [{ article: { title: 'Two' }, sentence: { text: 'Altman spoke.', marks: [{ start: 0, end: 6 }] } }],
        },
        reason: expect.stringMatching(/^“Altman” is the surname of Sam Altman; both are named with .+ and /),
      },
    ]);
  });

  it('need company, and one whom the short name fits best', async () => {
    const elsewhere: Told = { title: 'Two', sentences: ['{Altman:person} met {Quorix}.'] };
    expect(await library(...told.slice(0, 1), elsewhere).suggested()).toEqual([]);
    const another: Told = { title: 'Three', sentences: ['{Jack Altman:person} spoke.', company] };
    expect(await library(...told, another).suggested()).toEqual([]);
  });

  it('are not made of two of which a sentence states something', async () => {
    const { suggested } = library(...told, {
      title: 'Three',
      sentences: ['{Sam Altman:person} met {Altman:person}.', company],
      relations: [['Sam Altman', 'met_with', 'Altman', 0]],
    });
    expect(await suggested()).toEqual([]);
  });

  it('are gone once accepted, refused, or split, and come back when that is undone', async () => {
    const { store, methods, suggested } = library(...told);
    const [sam, altman] = ['Sam Altman', 'Altman'].map((name) => named(store, name).id as EntityId) as [EntityId, EntityId];
    await methods.suggestionRefused({ a: sam, b: altman });
    expect(await suggested()).toEqual([]);
    await expect(methods.suggestionRefused({ a: altman, b: sam })).rejects.toMatchObject({ code: 'bad-argument' });
    expect(await methods.suggestions({ offset: 0, limit: 20 })).toMatchObject({ refused: 1 });
    await methods.correctionUndo({ id: 1 });
    expect(await suggested()).toEqual(['Sam Altman < Altman']);
    const merged = await methods.correctEntity({ verdict: { verb: 'merge', entities: [sam, altman] } });
    expect(await suggested()).toEqual([]);
    await methods.correctionUndo({ id: merged.correction.id });
    expect(await suggested()).toEqual(['Sam Altman < Altman']);
  });
});
