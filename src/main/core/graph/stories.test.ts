import { afterEach, describe, expect, it } from 'vitest';
import { ingest } from '../ingest.ts';
import { incoming, libraryOf, type Told } from './testing.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const storiesOf = (...articles: Told[]): string[][] => {
  const { store, close } = libraryOf(...articles);
  open.push(close);
  const stories = store.storiesAfter(0, 100);
  return stories.map(({ id }) =>
    store
      .newestArticles(id as never, 0, 100)
      .items.map(({ title }) => title)
      .sort(),
  );
};

const wire: Told = {
  title: 'Adobe and Figma call off their merger',
  publisher: 'Wire',
  published: '2023-12-18',
  sentences: [
    '{Adobe} and {Figma} have ended their planned merger of 20 billion dollars, the two firms said on Monday.',
    'Regulators in Britain and Europe had raised concerns over competition in design software.',
    '{Adobe} will pay {Figma} a termination fee of one billion dollars.',
    '{Dylan Field:person}, who leads {Figma}, said that he saw no path to approval.',
  ],
};
const other: Told = {
  title: 'No deal: Figma keeps its freedom',
  publisher: 'Review',
  published: '2023-12-19',
  sentences: [
    'The merger of {Adobe} and {Figma} is off.',
    'For {Dylan Field:person} the end of the merger with {Adobe} brings a fee of one billion dollars and a company that must stand alone.',
    'Regulators on both sides of the Channel doubted that competition in design software would survive.',
  ],
};
const later: Told = {
  title: 'Figma files for a listing',
  publisher: 'Wire',
  published: '2025-04-15',
  sentences: ['{Figma} has filed for a listing in New York.', '{Dylan Field:person} leads {Figma}.', '{Adobe} once wanted to buy it.'],
};
const unrelated: Told = {
  title: 'Adobe raises its forecast',
  publisher: 'Wire',
  published: '2023-12-18',
  sentences: [
    '{Adobe} expects more sales next year.',
    '{Shantanu Narayen:person} spoke of demand for its creative tools among students and schools.',
  ],
};

describe('stories', () => {
  it('bring together what reports the same event, and nothing else', () => {
    expect(storiesOf(wire, other, later, unrelated)).toEqual([
      ['Adobe and Figma call off their merger', 'No deal: Figma keeps its freedom'],
      ['Figma files for a listing'],
      ['Adobe raises its forecast'],
    ]);
  });

  it('take copies under another headline as one, dated or not', () => {
    const copy = { ...wire, title: 'Figma deal collapses', publisher: 'Courier', published: null };
    expect(storiesOf({ ...wire, published: null }, copy)).toHaveLength(1);
  });

  it('are founded by the first article and named after it, whatever the batches', () => {
    const { store, close } = libraryOf(other);
    open.push(close);
    ingest(store, [incoming(wire)]);
    const [story] = store.largestStories(5);
    expect(story).toMatchObject({
      id: `s_${incoming(other).id.slice(2)}`,
      name: other.title,
      articles: 2,
      first: '2023-12-18',
      last: '2023-12-19',
    });
  });

  it('of articles that name nobody are their own', () => {
    expect(storiesOf({ title: 'Rain', sentences: ['It rained.'] }, { title: 'More rain', sentences: ['It rained again.'] })).toHaveLength(
      2,
    );
  });

  it('do not grow from link to link beyond what their first report tells', () => {
    const day = (index: number): Told => ({
      title: `Part ${index}`,
      published: '2025-01-01',
      sentences: Array.from(
        { length: 4 },
        (_, at) => `{Actor${'abcdefghijklmnopqrstuvwxyz'[index + at]} Works} did thing${index + at} with tool${index + at}.`,
      ),
    });
    const sizes = storiesOf(...Array.from({ length: 12 }, (_, index) => day(index))).map((titles) => titles.length);
    expect(Math.max(...sizes)).toBeLessThan(6);
  });
});
