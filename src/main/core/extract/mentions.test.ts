import { describe, expect, it } from 'vitest';
import { extract } from './index.ts';

const found = (text: string): string[] =>
  extract(text).mentions.map(({ text: name, entity, type }) => `${name === entity ? name : `${name} = ${entity}`}: ${type}`);

/** Text, then what it mentions. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['Apple is cheap. The apple fell.', 'Apple: company'],
  ['An apple a day keeps the doctor away.'],
  ['On Monday, I bought a GPU with an API in April.'],
  ['The CEO said AI would change the Internet.'],
  ['It cost $5 billion, or 20% of GDP, in Q3.'],
  ['Bayer AG and Siemens AG are German.', 'Bayer AG: company', 'Siemens AG: company'],
  [
    'Dr Jane Miller of Stanford University spoke in Berlin on Tuesday.',
    'Jane Miller: person',
    'Stanford University: organization',
    'Berlin: place',
  ],
  ['Ms Okonkwo said the Chinese government was wrong.', 'Okonkwo: person'],
  ['Shares of Zylotech rose 5%.', 'Zylotech: company'],
  ['The startup Quibbler raised $5 million.', 'Quibbler: company'],
  ['Toronto-based Cohere hired Jane Doe.', 'Toronto: place', 'Cohere: company', 'Jane Doe: person'],
  ['Marks & Spencer and Johnson & Johnson grew.', 'Marks & Spencer: company', 'Johnson & Johnson: company'],
  ['The Securities and Exchange Commission sued Ripple.', 'Securities and Exchange Commission: organization', 'Ripple: company'],
  ['Ursula von der Leyen met Mohammed bin Salman.', 'Ursula von der Leyen: person', 'Mohammed bin Salman: person'],
  ['The iPhone 16 Pro and Windows 11 are out.', 'iPhone 16 Pro: product', 'Windows 11: product'],
  ['GPT-4o beats Claude 3.5 Sonnet.', 'GPT-4o: product', 'Claude 3.5 Sonnet: product'],
  ['Apple Unveils New iPhone As Sales Slow In China', 'Apple: company', 'iPhone: product', 'China: place'],
  ['NVIDIA TO INVEST IN OPENAI', 'NVIDIA: company', 'OPENAI: company'],
  ["McDonald's and Moody's fell.", "McDonald's: company", "Moody's: company"],
  ['OpenAI’s board fired Sam Altman. Altman returned.', 'OpenAI: company', 'Sam Altman: person', 'Altman = Sam Altman: person'],
  ['Emma Stone met Oliver Stone. Stone smiled.', 'Emma Stone: person', 'Oliver Stone: person', 'Stone = Oliver Stone: person'],
  [
    'The Veltron Safety Agency (VSA) warned Iran. The VSA waited.',
    'Veltron Safety Agency: organization',
    'VSA = Veltron Safety Agency: organization',
    'Iran: place',
    'VSA = Veltron Safety Agency: organization',
  ],
  [
    "Taiwan Semiconductor Manufacturing Co. (TSMC)'s plans changed.",
    'Taiwan Semiconductor Manufacturing Co.: company',
    'TSMC = Taiwan Semiconductor Manufacturing Co.: company',
  ],
  ['Patronus AI raised money. Patronus grew.', 'Patronus AI: company', 'Patronus = Patronus AI: company'],
  [
    'Zylotech said no. Zylotech Inc. fell. Shares of Zylotech rose.',
    'Zylotech = Zylotech Inc.: company',
    'Zylotech Inc.: company',
    'Zylotech = Zylotech Inc.: company',
  ],
  ['OpenAI grew. OPENAI won.', 'OpenAI: company', 'OPENAI = OpenAI: company'],
  ['John F. Kennedy was born in Brookline, Massachusetts.', 'John F. Kennedy: person', 'Brookline: place', 'Massachusetts: place'],
  ['Prime Minister Keir Starmer met Mrs Jones.', 'Keir Starmer: person', 'Jones: person'],
  ["South Korea's Samsung Electronics beat Sony.", 'South Korea: place', 'Samsung Electronics: company', 'Sony: company'],
  ['Bank of America and the Bank of England agreed.', 'Bank of America: company', 'Bank of England: organization'],
  ['Officials in Washington said no. John Hart spoke.', 'Washington: place', 'John Hart: person'],
  ['The Washington Post reported it on Friday.', 'Washington Post: organization'],
  ['Yahoo bought Tumblr.', 'Yahoo: company', 'Tumblr: company'],
  ['ex-Google engineer Jane Doe founded Zylo Labs.', 'Google: company', 'Jane Doe: person', 'Zylo Labs: company'],
  ['Post-Brexit trade talks in Brussels failed.', 'Brussels: place'],
  ['The World Cup and the Olympic Games were in Qatar.', 'Qatar: place'],
  ['A hurricane hit New Orleans on Monday.', 'New Orleans: place'],
  ['“State of Play” is a film. The “AI Action Plan” initiative failed.'],
  ['El Salvador adopted Bitcoin.', 'El Salvador: place', 'Bitcoin: product'],
  ['Lech Wałęsa and Antonín Dvořák were famous.', 'Lech Wałęsa: person', 'Antonín Dvořák: person'],
  ['the Trump administration’s plan', 'Trump: person'],
  ['Projects supported by China and “China-made” models grew.', 'China: place', 'China: place'],
  ['their reasoning model R1 and the Mate 60 smartphone', 'R1: product', 'Mate 60: product'],
  ['Foxconn assembles iPhones.', 'Foxconn: company', 'iPhones = iPhone: product'],
  ['said Tim Cook’s lawyer.', 'Tim Cook: person'],
  ['The Royal Canadian Air Force left.', 'Royal Canadian Air Force: organization'],
  ['thousands of Nvidia A100 chips', 'Nvidia: company', 'A100: product'],
  ['On 2 April Donald Trump spoke.', 'Donald Trump: person'],
  ['Who are they? It is up to us.'],
  ['Chinese AI models and American officials'],
  ['Larkin Energy, which changed its name to Volta Nova, grew.', 'Larkin Energy = Volta Nova: company', 'Volta Nova: company'],
  [
    'Meta Platforms, formerly known as Corvane Group, bought Tesla.',
    'Meta Platforms: company',
    'Corvane Group = Meta Platforms: company',
    'Tesla: company',
  ],
];

describe('mentions', () => {
  for (const [text, ...expected] of table) {
    it(text, () => {
      expect(found(text)).toEqual(expected);
    });
  }

  it('says how sure it is, and why', () => {
    const [mention] = extract('Shares of Zylotech rose.').mentions;
    expect(mention?.reason).toContain('Shares of');
    expect(mention?.confidence).toBeGreaterThan(0.4);
    expect(mention?.confidence).toBeLessThan(1);
    expect(extract('Shares of Microsoft rose.').mentions[0]?.reason).toBe('in our lists');
  });
});

describe('sentences', () => {
  const sentences = (text: string): string[] => extract(text).sentences.map(({ start, end }) => text.slice(start, end));

  it('ends one at a block, whatever its last character', () => {
    expect(sentences('A title\n\nSome text. More of it.')).toEqual(['A title', 'Some text.', 'More of it.']);
  });

  it('does not end one at abbreviations or inside a quotation that goes on', () => {
    expect(sentences('Mr. Smith of Acme Inc. met Dr. Jones. “Go!” she said.')).toEqual([
      'Mr. Smith of Acme Inc. met Dr. Jones.',
      '“Go!” she said.',
    ]);
  });

  it('ends one at a word that could be an abbreviation where the next begins anew', () => {
    expect(sentences('Apple Inc. said no. He left.')).toEqual(['Apple Inc. said no.', 'He left.']);
  });
});
