import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../shared/model.ts';
import { extract } from './index.ts';
import { mentionsOf } from './mentions.ts';
import { namesOf } from './names.ts';
import { read } from './reading.ts';
import { type TagType, tagTypes } from './tagger/labels.ts';
import type { Tagged } from './tagger/tag.ts';

type Mark = readonly [words: string, type: TagType, chance?: number];

/** What becomes of names that a tagger found: each of `marks` stands for the next place of its words, the likelier the surer. */
const settled = (text: string, ...marks: Mark[]): string[] => {
  const reading = read(text, 0, text.length);
  let place = 0;
  const tagged = marks.map(([words, type, chance = 0.95]): Tagged => {
    const start = text.indexOf(words, place);
    place = start + words.length;
    const first = reading.starts.findIndex((each, i) => each <= start && (reading.ends[i] as number) > start);
    const last = reading.ends.findLastIndex((each, i) => each >= place && (reading.starts[i] as number) < place) + 1;
    const sentence = reading.sentences.find((each) => first >= each.first && first < each.last);
    if (start < 0 || !sentence) throw new Error(`“${words}” does not stand in “${text}”`);
    return { first, last, sentence, type, chance, chances: tagTypes.map((each) => (each === type ? chance : 0)), evidence: 'a test' };
  });
  return mentionsOf(reading, namesOf(reading, tagged)).map(
    ({ text: name, type, entity, alias }) => `${name}: ${type}${entity === name ? '' : ` = ${entity}`}${alias ? ` (${alias})` : ''}`,
  );
};

const found = (text: string): string[] => extract(text).mentions.map(({ text: name, type }) => `${name}: ${type}`);

describe('the ends of a name', () => {
  for (const [what, text, marks, ...expected] of [
    ['titles', 'It met Dr Ann Oda.', [['Dr Ann Oda', 'person']], 'Ann Oda: person'],
    ['articles', 'It met the Zorbian Board.', [['the Zorbian Board', 'organization']], 'Zorbian Board: organization'],
    ['quotation marks', 'It is “Zorbian” now.', [['“Zorbian”', 'company']], 'Zorbian: company'],
    ["a possessive 's", 'It is Zorbian’s chip.', [['Zorbian’s', 'company']], 'Zorbian: company'],
    ['a nationality', 'It is Chinese Zorbian Tech.', [['Chinese Zorbian Tech', 'company', 0.7]], 'Zorbian Tech: company'],
    ['a describing noun', 'It is the Zorb 5 smartphone.', [['Zorb 5 smartphone', 'product']], 'Zorb 5: product'],
  ] as const satisfies readonly (readonly [string, string, readonly Mark[], ...string[]])[]) {
    it(`lose ${what}`, () => expect(settled(text, ...marks)).toEqual(expected));
  }

  it('keep the stop of an abbreviation', () => {
    expect(settled('It is Zorbian Co. now.', ['Zorbian Co.', 'company'])).toEqual(['Zorbian Co.: company']);
  });

  it('leave nothing of marks and titles alone', () => {
    expect(settled('It is “” now, said the president.', ['“”', 'company'])).toEqual([]);
    expect(settled('It met the Chinese.', ['Chinese', 'company', 0.7])).toEqual([]);
  });
});

describe('names with a possessive of their own', () => {
  for (const name of ["McDonald's", "Macy's", "Levi's", "Moody's", "Kellogg's"]) {
    it(`keep it: ${name}`, () => {
      expect(settled(`It owns ${name} shops.`, [name.slice(0, -2), 'company'])).toEqual([`${name}: company`]);
      const curly = name.replace("'", '’');
      expect(settled(`It owns ${curly} shops.`, [curly.slice(0, -2), 'company'])).toEqual([`${curly}: company`]);
    });
  }

  it('are found in running text, beside others that end in an ordinary one', () => {
    expect(found("Shares in McDonald's fell, and Microsoft's rose.")).toEqual(["McDonald's: company", 'Microsoft: company']);
  });
});

describe('hyphenated given names', () => {
  for (const [name, tagged] of [
    ['Ted Hui Chi-fung', 'Ted Hui Chi'],
    ['Leung Chun-ying', 'Leung Chun'],
    ['Kim Dae-jung', 'Kim Dae'],
  ] as const) {
    it(`stay whole: ${name}`, () => {
      expect(settled(`It met ${name} there.`, [tagged, 'person'])).toEqual([`${name}: person`]);
    });
  }

  it('do not draw ordinary words in', () => {
    expect(settled('It is an Oda-led group.', ['Oda', 'person'])).toEqual(['Oda: person']);
  });

  it('are found in running text', () => {
    expect(found('Leung Chun-ying met Tung Chee-hwa in Beijing.')).toEqual([
      'Leung Chun-ying: person',
      'Tung Chee-hwa: person',
      'Beijing: place',
    ]);
  });
});

describe('makers and products', () => {
  for (const [tagged, ...expected] of [
    ['Nvidia H100', 'Nvidia: company', 'H100: product'],
    ['Apple iPhone', 'Apple: company', 'iPhone: product'],
    ['Airbus A320neo', 'Airbus: company', 'A320neo: product'],
    ['Google Maps', 'Google Maps: product'],
    ['Microsoft Teams', 'Microsoft Teams: product'],
    ['Apple Watch', 'Apple Watch: product'],
    ['Zorbian Deluxe', 'Zorbian Deluxe: product'],
  ] as const) {
    it(`are ${expected.join(' and ')}`, () => expect(settled(`It sells the ${tagged} now.`, [tagged, 'product'])).toEqual(expected));
  }

  it('stand apart in running text', () => {
    expect(found('It bought thousands of Nvidia H100 chips.')).toEqual(['Nvidia: company', 'H100: product']);
    expect(found('Users of Google Maps complained.')).toEqual(['Google Maps: product']);
  });
});

describe('a heading that runs into its text', () => {
  it('says its name twice', () => {
    const text = 'About Keio Plaza Hotel Keio Plaza Hotel is large.';
    expect(settled(text, ['Keio Plaza Hotel Keio Plaza Hotel', 'place'])).toEqual(['Keio Plaza Hotel: place', 'Keio Plaza Hotel: place']);
    expect(settled('About Zorbian Zorbian is large.', ['Zorbian Zorbian', 'company'])).toEqual(['Zorbian: company', 'Zorbian: company']);
  });

  it('does not where only parts are the same', () => {
    expect(settled('It met Duran Oda Duran.', ['Duran Oda Duran', 'person'])).toEqual(['Duran Oda Duran: person']);
  });
});

describe('acronyms', () => {
  const council = 'Zorbian Tower Council';
  it('stand for the name before their brackets, wherever they are said', () => {
    const text = `The ${council} (ZTC) met. Later ZTC agreed.`;
    expect(settled(text, [council, 'organization'], ['ZTC', 'organization'], ['ZTC', 'organization'])).toEqual([
      `${council}: organization`,
      `ZTC: organization = ${council} (acronym)`,
      `ZTC: organization = ${council} (acronym)`,
    ]);
  });

  it('stand for the name in the brackets after them', () => {
    const text = `ZTC (${council}) met.`;
    expect(settled(text, ['ZTC', 'organization'], [council, 'organization'])).toEqual([
      `ZTC: organization = ${council} (acronym)`,
      `${council}: organization`,
    ]);
  });

  it('may stand in quotation marks, and leave small words and suffixes out', () => {
    const office = 'Office for the Towers of Zorb';
    expect(settled(`The ${office} (“OTZ”) met.`, [office, 'organization'], ['OTZ', 'organization'])[1]).toContain('(acronym)');
    expect(settled('Zorbian Tower Works Co Ltd (ZTW) grew.', ['Zorbian Tower Works Co Ltd', 'company'], ['ZTW', 'company'])[1]).toContain(
      '= Zorbian Tower Works Co Ltd (acronym)',
    );
  });

  it('are none where the letters do not fit', () => {
    const names = settled(`The ${council} (QRX) met.`, [council, 'organization'], ['QRX', 'company']);
    expect(names).toEqual([`${council}: organization`, 'QRX: company']);
  });

  it('are followed both ways in running text', () => {
    const entities = (text: string): string[] => [...new Set(extract(text).mentions.map(({ entity }) => entity))];
    expect(entities('The Federal Trade Commission (FTC) met. The FTC agreed.')).toEqual(['Federal Trade Commission']);
    expect(entities('The FTC (Federal Trade Commission) met. The Federal Trade Commission agreed.')).toEqual(['Federal Trade Commission']);
  });
});

describe('short names', () => {
  it('are surnames of people named in full, the nearest before them', () => {
    const text = 'Ann Oda met Bo Oda. Oda smiled.';
    expect(settled(text, ['Ann Oda', 'person'], ['Bo Oda', 'person'], ['Oda', 'person'])[2]).toBe('Oda: person = Bo Oda (surname)');
  });

  it('are beginnings of bodies named in full, unless two begin alike', () => {
    expect(settled('Zorbian Tower Works grew. Zorbian fell.', ['Zorbian Tower Works', 'company'], ['Zorbian', 'company'])[1]).toBe(
      'Zorbian: company = Zorbian Tower Works (short form)',
    );
    const two = settled(
      'Zorbian Tower Works and Zorbian Bridge Works grew. Zorbian fell.',
      ['Zorbian Tower Works', 'company'],
      ['Zorbian Bridge Works', 'company'],
      ['Zorbian', 'company'],
    );
    expect(two[2]).toBe('Zorbian: company');
  });

  it('are not places and bodies of our lists that bear somebody’s surname', () => {
    const text = 'Gerald Ford left. Later Ford built cars.';
    expect(settled(text, ['Gerald Ford', 'person'], ['Ford', 'company'])[1]).toBe('Ford: company');
  });
});

describe('one name in many places', () => {
  it('is of the type that most speak for', () => {
    const text = 'Zorb grew. Then Zorb fell. Now Zorb is gone.';
    expect(settled(text, ['Zorb', 'company', 0.9], ['Zorb', 'place', 0.6], ['Zorb', 'company', 0.9])).toEqual(
      Array.from({ length: 3 }, () => 'Zorb: company'),
    );
  });

  it('is first a body, then a company or another', () => {
    const text = 'Zorb grew. Then Zorb fell. Now Zorb is gone.';
    const marks: readonly Mark[] = [
      ['Zorb', 'company', 0.6],
      ['Zorb', 'organization', 0.7],
      ['Zorb', 'person', 0.9],
    ];
    expect(settled(text, ...marks)).toEqual(Array.from({ length: 3 }, () => 'Zorb: organization'));
  });

  it('is found where it was passed over', () => {
    expect(settled('Zorbian Tower grew. Later it saw Zorbian Tower fall.', ['Zorbian Tower', 'company'])).toHaveLength(2);
  });

  it('is not found inside a longer run of capitals, or in lower case', () => {
    expect(settled('Zorb grew. It stood in Zorb Street.', ['Zorb', 'company'])).toHaveLength(1);
    expect(settled('Zorb grew. They like to zorb.', ['Zorb', 'company'])).toHaveLength(1);
  });

  it('is none where all its places are doubtful', () => {
    expect(settled('Zorb grew.', ['Zorb', 'company', 0.3])).toEqual([]);
    expect(settled('It held the Zorb Cup.', ['Zorb Cup', 'other'])).toEqual([]);
  });
});

describe('news outlets', () => {
  for (const [text, name] of [
    ['The New York Times reported it on Friday.', 'New York Times'],
    ['Reuters could not reach Tesla for comment.', 'Reuters'],
    ['Bloomberg News reported on Friday that Apple was growing.', 'Bloomberg News'],
    ['According to the Wall Street Journal, Nvidia will grow.', 'Wall Street Journal'],
    ['The Financial Times and CNN said so.', 'Financial Times'],
    ['The BBC said on Monday that it would not.', 'BBC'],
  ] as const) {
    it(`are organizations: ${name}`, () => expect(found(text)).toContain(`${name}: organization` satisfies `${string}: ${EntityType}`));
  }
});
