import { afterEach, describe, expect, it } from 'vitest';
import { incoming, libraryOf, named, type Told } from '../graph/testing.ts';
import { ingest } from '../ingest.ts';
import { remake } from '../making.ts';
import { createRemaker } from '../remaking.ts';
import { spellingsOf } from '../spellings.ts';
import type { Store } from '../store/index.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A library to which articles came one by one, with all that waited made anew. */
const library = async (...told: Told[]): Promise<Store> => {
  const { store, close } = libraryOf();
  open.push(close);
  for (const each of told) ingest(store, [incoming(each)]);
  await createRemaker(store, () => undefined).drain();
  return store;
};

const orders = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => orders([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));

/** For each entity that is called so the titles of its articles. */
const groups = (store: Store, name: string): string[][] =>
  store
    .entitiesNamed(name)
    .map(({ id }) =>
      store
        .newestArticles(id, 0, 100)
        .items.map(({ title }) => title)
        .sort(),
    )
    .sort();

describe('names that texts join', () => {
  const letters: Told = {
    title: 'Full',
    sentences: ['{North Grain Board:organization} ({NGB=North Grain Board:organization!acronym}) warned.'],
  };
  const bare: Told = { title: 'Bare', sentences: ['{NGB:organization} warned {Norway:place}.'] };

  it('are one from then on, in whatever order', async () => {
    for (const order of orders([letters, bare])) {
      const store = await library(...order);
      expect(groups(store, 'NGB')).toEqual([['Bare', 'Full']]);
      expect(store.counts().entities).toBe(2);
      const [node] = store.nodeRows([store.entitiesNamed('NGB')[0]?.id as never]);
      if (node === undefined) throw new Error('no organization');
      expect(spellingsOf(store, node).find(({ name }) => name === 'NGB')?.reason).toBe('acronym');
    }
  });

  it('leave the older id, and the other one leads to it', async () => {
    const store = await library(bare);
    const older = named(store, 'NGB').id;
    const other = await library({ title: 'Other', sentences: ['{North Grain Board:organization} warned.'] });
    const younger = named(other, 'North Grain Board').id;
    ingest(store, [incoming({ title: 'Other', sentences: ['{North Grain Board:organization} warned.'] })]);
    expect(named(store, 'North Grain Board').id).toBe(younger);
    ingest(store, [incoming(letters)]);
    await createRemaker(store, () => undefined).drain();
    expect(store.nodeRows([younger, older])).toMatchObject([{ id: older, articles: 3, name: 'North Grain Board' }]);
  });

  it('part again where no article says so any more', async () => {
    const store = await library(bare, letters);
    const article = incoming(letters);
    const mentions = article.extraction.mentions.slice(0, 1);
    store.transaction(
      () => void remake(store, store.articleRow(article.id)?.seq ?? 0, { version: 1, extraction: { ...article.extraction, mentions } }),
    );
    await createRemaker(store, () => undefined).drain();
    expect(groups(store, 'NGB')).toEqual([['Bare']]);
    expect(groups(store, 'North Grain Board')).toEqual([['Full']]);
  });

  it('join nobody where the letters stand for two', async () => {
    const two: Told = {
      title: 'Two',
      sentences: ['{Norwegian Goat Breeders} ({NGB=Norwegian Goat Breeders!acronym}) met {Bergen:place}.'],
    };
    for (const order of orders([letters, two])) {
      const store = await library(...order);
      expect(groups(store, 'North Grain Board')).toEqual([['Full']]);
      expect(groups(store, 'Norwegian Goat Breeders')).toEqual([['Two']]);
    }
  });

  it('follow a change of name', async () => {
    const told: Told[] = [
      { title: 'Old', sentences: ['{Corvane} grows.'] },
      { title: 'Change', sentences: ['{Brightwell Systems}, formerly {Corvane=Brightwell Systems!said}, grows.'] },
      { title: 'New', sentences: ['{Brightwell Systems} grows.'] },
    ];
    for (const order of orders(told)) expect(groups(await library(...order), 'Corvane')).toEqual([['Change', 'New', 'Old']]);
  });
});

describe('one name for two', () => {
  const player: Told[] = [
    {
      title: 'Goal',
      sentences: ['{Rovers:organization} striker {John Smith:person} scored. The match, the goal, the league and the team.'],
    },
    { title: 'Cup', sentences: ['{John Smith:person} helped {Rovers:organization} to win the cup match.'] },
  ];
  const banker: Told[] = [
    { title: 'Bank', sentences: ['{Carrow Bank} named {John Smith:person}, a banker, on Monday. Shares, profit, revenue and investors.'] },
    { title: 'Loans', sentences: ['{John Smith:person} lends more at {Carrow Bank}.'] },
  ];

  it('stays two by what articles say of them, in whatever order', async () => {
    for (const order of orders([...player, ...banker])) {
      expect(groups(await library(...order), 'John Smith')).toEqual([
        ['Bank', 'Loans'],
        ['Cup', 'Goal'],
      ]);
    }
  });

  it('keeps both when articles are made anew', async () => {
    const store = await library(...player, ...banker);
    const before = store.entitiesNamed('John Smith');
    store.transaction(() => {
      for (let seq = 1; seq <= store.lastSeq(); seq += 1) remake(store, seq);
    });
    await createRemaker(store, () => undefined).drain();
    expect(store.entitiesNamed('John Smith')).toEqual(before);
  });

  it('is one where little is said', async () => {
    const store = await library(
      { title: 'One', sentences: ['{Tamsin Okafor:person} founded {Quillon}.'] },
      { title: 'Two', sentences: ['{Tamsin Okafor:person} speaks in {Hanover:place}.'] },
    );
    expect(groups(store, 'Tamsin Okafor')).toEqual([['One', 'Two']]);
  });

  it('tells places apart by where they are said to lie', async () => {
    const told: Told[] = [
      { title: 'There', sentences: ['{Springfield:place}, {Illinois:place}, was hit.'] },
      { title: 'Elsewhere', sentences: ['{Springfield:place}, {Missouri:place}, grows.'] },
    ];
    for (const order of orders(told)) expect(groups(await library(...order), 'Springfield')).toEqual([['Elsewhere'], ['There']]);
  });
});

describe('a bare surname', () => {
  const full: Told = {
    title: 'Full',
    sentences: ['{Ida Vance:person} runs {Quillon}. {Vance=Ida Vance:person!surname} left {Bram Oduya:person}.'],
  };
  const fitting: Told = { title: 'Fitting', sentences: ['{Vance:person} praised {Quillon} and {Bram Oduya:person}.'] };
  const strange: Told = { title: 'Strange', sentences: ['{Vance:person} farms near {Hull:place}.'] };

  it('means whom the context fits, in whatever order, and stays by itself else', async () => {
    for (const order of orders([full, fitting, strange])) {
      const store = await library(...order);
      expect(groups(store, 'Vance')).toEqual([['Fitting', 'Full'], ['Strange']]);
      expect(named(store, 'Ida Vance').name).toBe('Ida Vance');
    }
  });
});
