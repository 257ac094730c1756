import fc from 'fast-check';
import type { Told } from './testing.ts';

const cast = [
  'Alder Corp',
  'Birch Labs',
  'Cedar Group',
  'Dogwood Bank',
  'Elm Motors',
  'Fir Foods',
  'Ada Grove:person',
  'Ben Heath:person',
  'Cora Lake:person',
  'Oakland:place',
  'Pinewood:place',
  'Forest Agency:organization',
  'Leaf One:product',
];
const nameOf = (actor: string): string => actor.split(':')[0] ?? actor;

const sentence = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...cast), { maxLength: 4 }), fc.constantFrom('met with', 'spoke of', 'and later', 'beside'))
  .map(([actors, verb]) => `Then ${actors.map((actor) => `{${actor}}`).join(` ${verb} `)} on the day.`);

const relation = fc.record({
  subject: fc.nat({ max: 40 }),
  object: fc.nat({ max: 40 }),
  kind: fc.constantFrom('acquired', 'sued', 'partners_with', 'leads'),
  status: fc.constantFrom('stated', 'denied'),
});

/** Articles of a few entities that meet often, in one sentence or apart, with relations whose ends may lie outside it. */
export const toldArticle: fc.Arbitrary<Told> = fc
  .record({
    sentences: fc.array(sentence, { minLength: 1, maxLength: 6 }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    relations: fc.array(relation, { maxLength: 3 }),
    place: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ sentences, day, relations, place }): Told => {
    const actors = sentences.flatMap((text) => [...text.matchAll(/\{([^}]+)\}/g)].map(([, actor = '']) => nameOf(actor)));
    return {
      title: `Report ${place}`,
      sentences,
      published: day === null ? null : `2025-03-${String(day).padStart(2, '0')}`,
      relations: relations.flatMap(({ subject, object, kind, status }) => {
        const [from, to] = [actors[subject % Math.max(1, actors.length)], actors[object % Math.max(1, actors.length)]];
        if (from === undefined || to === undefined) return [];
        return [[from, kind as 'acquired', to, subject % sentences.length, status as 'stated']];
      }),
    };
  });
