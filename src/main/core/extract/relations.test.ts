import { describe, expect, it } from 'vitest';
import { kindAllows } from '../../../shared/relations.ts';
import { extract } from './index.ts';

const found = (text: string): string[] => {
  const { mentions, relations } = extract(text);
  return relations
    .map(({ subject, kind, object, status }) => {
      const said = `${mentions[subject]?.entity} ${kind} ${mentions[object]?.entity}`;
      return status === 'stated' ? said : `${said} (${status})`;
    })
    .sort();
};

/** Text, then the relations that it states, sorted. */
const table: readonly (readonly [string, ...string[]])[] = [
  // acquired
  ['Microsoft acquired Activision Blizzard for $69 billion.', 'Microsoft acquired Activision Blizzard'],
  ['Microsoft bought the struggling phone maker Nokia in 2013.', 'Microsoft acquired Nokia'],
  ['DeepMind, a lab in London, was acquired by Google in 2014.', 'DeepMind located_in London', 'Google acquired DeepMind'],
  ["Google's acquisition of Fitbit was completed in 2021.", 'Google acquired Fitbit (completed)'],
  ['OpenAI to acquire Windsurf', 'OpenAI acquired Windsurf (announced)'],
  ['Microsoft said on Monday it will acquire Nuance Communications.', 'Microsoft acquired Nuance Communications (announced)'],
  ['Microsoft is in talks to acquire Discord.', 'Microsoft acquired Discord (rumoured)'],
  ['Apple reportedly considered buying Tesla.', 'Apple acquired Tesla (rumoured)'],
  ['Adobe abandoned its $20 billion acquisition of Figma.', 'Adobe acquired Figma (ended)'],
  ["Nvidia's $40 billion acquisition of Arm collapsed.", 'Nvidia acquired Arm (ended)'],
  ['Adobe called off its acquisition of Figma.', 'Adobe acquired Figma (ended)'],
  ['Google did not acquire Groupon.', 'Google acquired Groupon (denied)'],
  ['Salesforce, the software maker, has agreed to buy Slack.', 'Salesforce acquired Slack (announced)'],
  ['Amazon acquired Whole Foods and Zoox.', 'Amazon acquired Whole Foods', 'Amazon acquired Zoox'],
  ['Vodafone sold Verizon Wireless shares.'],
  ["Apple bought Nvidia's technology."],
  ['Apple bought Nvidia chips.'],
  ['If Microsoft acquires TikTok, regulators will object.'],
  ['Will Apple buy Perplexity?'],
  ['Could Apple acquire Perplexity?'],
  ['Analysts urged Apple to acquire Perplexity.'],
  ['Apple should buy Netflix.'],
  ['Apple would have acquired Beats unless Google had paid more.'],
  ['The head of Apple said Microsoft is big.'],
  // merged_with
  ['HP merged with Compaq.', 'HP merged_with Compaq'],
  ['Exxon and Mobil agreed to merge.', 'Exxon merged_with Mobil (announced)'],
  ['The merger of Exxon and Mobil was approved.', 'Exxon merged_with Mobil'],
  // invested_in
  ['Amazon invested $4 billion in Anthropic.', 'Amazon invested_in Anthropic'],
  ['Anthropic raised $4 billion from Amazon.', 'Amazon invested_in Anthropic'],
  ['Apple bought shares of Nvidia.'],
  ['SoftBank led a $40 billion funding round in OpenAI.', 'SoftBank invested_in OpenAI'],
  ['Mistral raised 600 million euros in a round led by General Catalyst.', 'General Catalyst invested_in Mistral'],
  ['Amazon-backed Anthropic grew.', 'Amazon invested_in Anthropic'],
  // owns
  ['Instagram, owned by Meta, is popular.', 'Meta owns Instagram'],
  ['Meta-owned WhatsApp grew.', 'Meta owns WhatsApp'],
  ['Waymo, a unit of Alphabet, raised prices.', 'Alphabet owns Waymo'],
  ['Zoox, a subsidiary of Amazon, raised prices.', 'Amazon owns Zoox'],
  // spun_off_from
  ['DeepSeek is a spin-off of the quantitative hedge fund High-Flyer.', 'DeepSeek spun_off_from High-Flyer'],
  ['DeepSeek, which is a spin-off of the hedge fund High-Flyer, grew.', 'DeepSeek spun_off_from High-Flyer'],
  ['Siemens spun off Infineon.', 'Infineon spun_off_from Siemens'],
  ['PayPal was spun off from eBay.', 'PayPal spun_off_from eBay'],
  // partners_with
  ['Microsoft teamed up with OpenAI.', 'Microsoft partners_with OpenAI'],
  ['IBM signed a partnership with AMD.', 'IBM partners_with AMD'],
  ['Sony and Honda formed a joint venture.', 'Sony partners_with Honda'],
  ['A partnership between Apple and Goldman Sachs ended.', 'Apple partners_with Goldman Sachs (ended)'],
  // supplies
  ['TSMC makes chips for Apple.', 'TSMC supplies Apple'],
  ['Apple buys chips from Broadcom.', 'Broadcom supplies Apple'],
  ['Apple supplier Foxconn fell.', 'Foxconn supplies Apple'],
  ['LG Display supplies screens to Apple.', 'LG Display supplies Apple'],
  // uses
  [
    "Companies such as Microsoft, Perplexity, and Amazon host DeepSeek's models.",
    'Amazon uses DeepSeek',
    'Microsoft uses DeepSeek',
    'Perplexity uses DeepSeek',
  ],
  ['Walmart uses ChatGPT.', 'Walmart uses ChatGPT'],
  ['Toyota has stopped using TikTok.', 'Toyota uses TikTok (ended)'],
  // competes_with
  ['Pepsi competes with Coca-Cola.', 'Pepsi competes_with Coca-Cola'],
  ['Nvidia rival AMD rose.', 'Nvidia competes_with AMD'],
  ['AMD, a rival of Nvidia, fell.', 'AMD competes_with Nvidia'],
  ['Rivals Uber and Lyft fought.', 'Uber competes_with Lyft'],
  // sued
  ['Elon Musk sued OpenAI and Sam Altman.', 'Elon Musk sued OpenAI', 'Elon Musk sued Sam Altman'],
  ['Apple was sued by Epic Games.', 'Epic Games sued Apple'],
  ['The New York Times has filed a lawsuit against OpenAI.', 'New York Times sued OpenAI'],
  ['Elon Musk may sue OpenAI.', 'Elon Musk sued OpenAI (rumoured)'],
  // accused
  ['OpenAI accuses the Chinese laboratory DeepSeek of copying.', 'OpenAI accused DeepSeek'],
  ['OpenAI accuses DeepSeek of theft.', 'OpenAI accused DeepSeek'],
  ['Google was accused by Yelp of bias.', 'Yelp accused Google'],
  // restricts
  ['The US banned Huawei.', 'US restricts Huawei'],
  ['Google was fined by the European Commission.', 'European Commission restricts Google'],
  ['China opened an investigation into Nvidia.', 'China restricts Nvidia'],
  ["Italy's data protection authority blocked DeepSeek.", 'Italy restricts DeepSeek'],
  ["OpenAI proposed rules, urging the US government to consider banning the company's models."],
  ['OpenAI demands ban on Chinese AI models and DeepSeek'],
  // develops
  ["OpenAI's ChatGPT is popular.", 'OpenAI develops ChatGPT'],
  ['ChatGPT maker OpenAI grew.', 'OpenAI develops ChatGPT'],
  ['Samsung unveiled the Galaxy S25 on Tuesday.', 'Samsung develops Galaxy S25'],
  ['OpenAI claims that DeepSeek’s models, including their reasoning model R1, pose a threat.', 'DeepSeek develops R1'],
  // located_in
  ['Nvidia, based in Santa Clara, grew.', 'Nvidia located_in Santa Clara'],
  ['Paris-based Mistral AI grew.', 'Mistral AI located_in Paris'],
  ['Samsung is headquartered in Suwon.', 'Samsung located_in Suwon'],
  ["Japan's SoftBank fell.", 'SoftBank located_in Japan'],
  ['Apple sells phones in China.'],
  // met_with
  ['Tim Cook met Xi Jinping.', 'Tim Cook met_with Xi Jinping'],
  [
    'a meeting between DeepSeek founder Liang Wenfeng and PRC Chairman Xi Jinping',
    'Liang Wenfeng founded DeepSeek',
    'Liang Wenfeng met_with Xi Jinping',
  ],
  // founded
  ['Liang Wenfeng, founder of DeepSeek, lives in Hangzhou.', 'Liang Wenfeng founded DeepSeek'],
  ['Elon Musk founded SpaceX and co-founded OpenAI.', 'Elon Musk founded OpenAI', 'Elon Musk founded SpaceX'],
  ['OpenAI was founded by Sam Altman and Elon Musk in 2015.', 'Elon Musk founded OpenAI', 'Sam Altman founded OpenAI'],
  // leads, works_for, board_member_of
  ['Y Combinator CEO Garry Tan spoke.', 'Garry Tan leads Y Combinator'],
  ['Sam Altman, chief executive of OpenAI, spoke.', 'Sam Altman leads OpenAI'],
  ["Apple's chief executive, Tim Cook, spoke.", 'Tim Cook leads Apple'],
  ['Satya Nadella, who leads Microsoft, spoke.', 'Satya Nadella leads Microsoft'],
  ['Dario Amodei, co-founder and CEO of Anthropic, spoke.', 'Dario Amodei founded Anthropic', 'Dario Amodei leads Anthropic'],
  ['Lip-Bu Tan was appointed chief executive of Intel.', 'Lip-Bu Tan leads Intel'],
  ['OpenAI appointed Bret Taylor as chairman.', 'Bret Taylor leads OpenAI'],
  ['Kevin Scott, chief technology officer at Microsoft, spoke.', 'Kevin Scott works_for Microsoft'],
  ['said Ray Attrill, head of currency strategy at National Australia Bank.', 'Ray Attrill works_for National Australia Bank'],
  ['Reid Hoffman joined the board of Microsoft.', 'Reid Hoffman board_member_of Microsoft'],
  // left, succeeded
  ['Mira Murati left OpenAI.', 'Mira Murati left OpenAI'],
  ['Pat Gelsinger resigned as chief executive of Intel.', 'Pat Gelsinger left Intel'],
  ['Former Google chief executive Eric Schmidt spoke.', 'Eric Schmidt left Google'],
  ['OpenAI fired Sam Altman.', 'Sam Altman left OpenAI'],
  ['Andy Jassy succeeded Jeff Bezos as chief executive of Amazon.', 'Andy Jassy leads Amazon', 'Andy Jassy succeeded Jeff Bezos'],
  ['Steve Ballmer was replaced by Satya Nadella.', 'Satya Nadella succeeded Steve Ballmer'],
  // who is meant
  ['Databricks, led by Ali Ghodsi, grew.', 'Ali Ghodsi leads Databricks'],
  ['Rivian was founded by RJ Scaringe, who leads the company.', 'RJ Scaringe founded Rivian', 'RJ Scaringe leads Rivian'],
  ['OpenAI technology chief Mira Murati spoke.', 'Mira Murati works_for OpenAI'],
  ['Snowflake had agreed in May to buy Neeva.', 'Snowflake acquired Neeva (announced)'],
  ['Nippon Steel had sued the Biden administration.', 'Nippon Steel sued Biden administration'],
  // nothing
  ['Apple and Google are big.'],
  ['Tim Cook spoke in Paris about Google.'],
  ['Microsoft, Google and Amazon host conferences in Seattle.'],
];

describe('relations', () => {
  for (const [text, ...expected] of table) {
    it(text, () => {
      expect(found(text)).toEqual(expected);
    });
  }

  it('takes “it” and “the company” for what the sentence before was about, and trusts that less', () => {
    const text = 'Microsoft reported a profit. The company acquired Nokia.';
    expect(found(text)).toEqual(['Microsoft acquired Nokia']);
    const [relation] = extract(text).relations;
    expect(relation?.confidence).toBeLessThan(0.8);
    expect(text.slice(relation?.start, relation?.end)).toBe('The company acquired Nokia.');
  });

  it('does not guess where two could be meant', () => {
    expect(found('Microsoft and Google reported profits. The company acquired Nokia.')).toEqual([]);
  });

  it('gives the sentence, the rule and a confidence', () => {
    const text = 'Hello there. Microsoft acquired Nokia. Bye now.';
    const [relation] = extract(text).relations;
    expect(text.slice(relation?.start, relation?.end)).toBe('Microsoft acquired Nokia.');
    expect(relation?.rule).toBe('acquires');
    expect(relation?.confidence).toBeGreaterThan(0.7);
  });

  it('says each thing once a sentence, and joins only types that the kind allows', () => {
    const { mentions, relations } = extract(table.map(([text]) => text).join('\n\n'));
    const keys = relations.map((relation) => `${relation.start} ${relation.kind} ${relation.subject} ${relation.object}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { kind, subject, object } of relations) {
      const [from, to] = [mentions[subject], mentions[object]];
      expect(from && to && kindAllows(kind, from.type, to.type)).toBe(true);
      expect(from?.entity).not.toBe(to?.entity);
    }
  });
});
