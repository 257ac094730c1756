import { describe, expect, it } from 'vitest';
import { extract } from './index.ts';

const found = (text: string): string[] => {
  const { mentions, relations } = extract(text);
  return relations.map(({ subject, kind, object }) => `${mentions[subject]?.entity} ${kind} ${mentions[object]?.entity}`).sort();
};

const bought = 'Salesforce acquired Slack';
const founded = ['Larry Page founded Google', 'Sergey Brin founded Google'];
const led = 'Mary Barra leads General Motors';
const owned = 'Meta owns Instagram';
const settledIn = 'Oracle located_in Austin';

/** One relation said in many ways: its direction is that of the world, not of the words. */
const constructions: Readonly<Record<string, readonly (readonly [text: string, ...relations: string[]])[]>> = {
  active: [
    ['Salesforce acquired Slack.', bought],
    ['Salesforce has bought the messaging company Slack for $27.7 billion.', bought],
    ['Tim Cook succeeded Steve Jobs.', 'Tim Cook succeeded Steve Jobs'],
    ['Intel supplies chips to Dell.', 'Intel supplies Dell'],
    ['Dell buys chips from Intel.', 'Intel supplies Dell'],
    ['eBay spun off PayPal in 2015.', 'PayPal spun_off_from eBay'],
    ['Elon Musk accused OpenAI of fraud.', 'Elon Musk accused OpenAI'],
    ['Apple unveiled the iPhone 16.', 'Apple develops iPhone 16'],
    ['Mary Barra runs General Motors.', led],
  ],
  passive: [
    ['Slack was acquired by Salesforce.', bought],
    ['Tableau Software has been bought by Salesforce for $15.7 billion.', 'Salesforce acquired Tableau Software'],
    ['Steve Jobs was succeeded by Tim Cook.', 'Tim Cook succeeded Steve Jobs'],
    ['PayPal was spun off from eBay in 2015.', 'PayPal spun_off_from eBay'],
    ['OpenAI was accused by Elon Musk of fraud.', 'Elon Musk accused OpenAI'],
    ['General Motors is led by Mary Barra.', led],
    ['Google was fined by the European Commission.', 'European Commission restricts Google'],
    ['Apple was sued by Epic Games.', 'Epic Games sued Apple'],
  ],
  apposition: [
    ['Slack, a unit of Salesforce, grew.', 'Salesforce owns Slack'],
    ['Mary Barra, the chief executive of General Motors, spoke.', led],
    ['Larry Page, a co-founder of Google, spoke.', 'Larry Page founded Google'],
    ['Oracle, based in Austin, grew.', settledIn],
    ['Instagram, owned by Meta, grew.', owned],
    ['AMD, a rival of Nvidia, fell.', 'AMD competes_with Nvidia'],
  ],
  possessive: [
    ["Apple's iPhone 16 sold well.", 'Apple develops iPhone 16'],
    ["General Motors' chief executive, Mary Barra, spoke.", led],
    ["Apple's chief executive, Tim Cook, spoke.", 'Tim Cook leads Apple'],
    ['Meta-owned Instagram grew.', owned],
    ['Austin-based Oracle grew.', settledIn],
    ['General Motors chief executive Mary Barra spoke.', led],
  ],
  nominal: [
    ["Salesforce's acquisition of Slack was completed.", bought],
    ['the acquisition of Slack by Salesforce', bought],
    ["Microsoft's partnership with OpenAI deepened.", 'Microsoft partners_with OpenAI'],
    ['The merger of Exxon and Mobil was approved.', 'Exxon merged_with Mobil'],
    ["Amazon's investment in Anthropic paid off.", 'Amazon invested_in Anthropic'],
  ],
  coordination: [
    ['Larry Page and Sergey Brin founded Google.', ...founded],
    ['Google was founded by Larry Page and Sergey Brin.', ...founded],
    ['Salesforce and Oracle sued Workday.', 'Oracle sued Workday', 'Salesforce sued Workday'],
    ['Amazon acquired Whole Foods and Zoox.', 'Amazon acquired Whole Foods', 'Amazon acquired Zoox'],
    ['Exxon and Mobil agreed to merge.', 'Exxon merged_with Mobil'],
  ],
  'relative clauses': [
    ['Salesforce, which acquired Slack in 2021, grew.', bought],
    ['Slack, which was acquired by Salesforce in 2021, grew.', bought],
    ['Larry Page, who founded Google, spoke.', 'Larry Page founded Google'],
    ['Google, which was founded by Larry Page, grew.', 'Larry Page founded Google'],
    ['Satya Nadella, who leads Microsoft, spoke.', 'Satya Nadella leads Microsoft'],
  ],
  'reported speech': [
    ['Analysts said on Monday that Salesforce had acquired Slack.', bought],
    ['Salesforce said it had acquired Slack.', bought],
    ['Salesforce acquired Slack, the company said.', bought],
    ['Reuters reported on Friday that Salesforce had acquired Slack.', bought],
  ],
  'what the sentence before was about': [
    ['Salesforce reported a profit. It acquired Slack in 2021.', bought],
    ['Salesforce reported a profit. The company acquired Slack in 2021.', bought],
    ['Mary Barra spoke on Monday. She runs General Motors.', led],
  ],
};

describe('the direction of a relation', () => {
  for (const [name, table] of Object.entries(constructions)) {
    describe(name, () => {
      for (const [text, ...relations] of table) it(text, () => expect(found(text)).toEqual(relations));
    });
  }
});

describe('the status of a relation', () => {
  const statusOf = (text: string): (string | undefined)[] => extract(text).relations.map(({ kind, status }) => `${kind} ${status}`);
  for (const [text, said] of [
    ['Salesforce acquired Slack.', 'acquired stated'],
    ['Salesforce bought Slack in 2021.', 'acquired stated'],
    ['Salesforce has completed its acquisition of Slack.', 'acquired completed'],
    ["Salesforce's acquisition of Slack was completed on Monday.", 'acquired completed'],
    ['Salesforce agreed to acquire Slack.', 'acquired announced'],
    ['Salesforce plans to acquire Slack.', 'acquired announced'],
    ['Salesforce will acquire Slack.', 'acquired announced'],
    ['Salesforce to acquire Slack', 'acquired announced'],
    ["Salesforce's planned acquisition of Slack", 'acquired announced'],
    ['Mary Barra will step down as chief executive of General Motors.', 'left announced'],
    ['Salesforce is in talks to acquire Slack.', 'acquired rumoured'],
    ['Salesforce may acquire Slack.', 'acquired rumoured'],
    ['Salesforce is considering buying Zendesk, people familiar with the matter said.', 'acquired rumoured'],
    ['Salesforce denied that it would acquire Slack.', 'acquired denied'],
    ['Salesforce did not acquire Slack.', 'acquired denied'],
    ['Salesforce has no plans to acquire Slack.', 'acquired denied'],
    ["Salesforce's acquisition of Slack was called off.", 'acquired ended'],
    ['Salesforce abandoned its acquisition of Slack.', 'acquired ended'],
    ['Ford ended its partnership with Volkswagen.', 'partners_with ended'],
    ['Toyota has stopped using TikTok.', 'uses ended'],
  ] as const) {
    it(`is as said in “${text}”`, () => expect(statusOf(text)).toEqual([said]));
  }
});

describe('no relation', () => {
  for (const text of [
    'If Salesforce acquires Slack, prices will rise.',
    'Unless Salesforce acquires Slack, prices will fall.',
    'Should Salesforce acquire Slack?',
    'Will Salesforce buy Slack?',
    'Salesforce should acquire Slack.',
    'Analysts urged Salesforce to acquire Slack.',
    'Salesforce bought shares of Slack.',
    'Salesforce acquired 200 servers from Slack.',
    'Salesforce spoke with reporters about Slack.',
    'Salesforce and Slack are big.',
    'Tim Cook spoke in Paris about Google.',
    'Apple sells phones in China.',
  ]) {
    it(`is stated by “${text}”`, () => expect(found(text)).toEqual([]));
  }
});

describe('whatever is found', () => {
  const texts = Object.values(constructions).flatMap((table) => table.map(([text]) => text));
  const { mentions, relations } = extract(texts.join('\n\n'));

  it('says why, and how sure it is', () => {
    expect(mentions.length).toBeGreaterThan(80);
    for (const { reason, confidence } of mentions) {
      expect(reason.trim()).not.toBe('');
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(relations.length).toBeGreaterThan(40);
    for (const { rule, confidence } of relations) {
      expect(rule.trim()).not.toBe('');
      expect(rule).not.toContain('undefined');
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is said by the sentence that it points at', () => {
    const text = texts.join('\n\n');
    for (const { start, end, subject, object, attributes } of relations) {
      const sentence = text.slice(start, end);
      const named = [subject, object].filter((at) => sentence.includes(mentions[at]?.text ?? '\n'));
      expect(named.length).toBeGreaterThan(0);
      for (const words of Object.values(attributes ?? {})) expect(sentence).toContain(words);
    }
  });

  it('keeps what the sentence says besides', () => {
    const attributes = (sentence: string): unknown => extract(sentence).relations[0]?.attributes;
    expect(attributes('Microsoft acquired Activision Blizzard for $69 billion in October 2023.')).toEqual({
      amount: '$69 billion',
      date: 'in October 2023',
    });
    expect(attributes('SoftBank owns a 90 per cent stake in Arm.')).toEqual({ share: '90 per cent' });
    expect(attributes('Kevin Scott, chief technology officer at Microsoft, spoke.')).toEqual({ role: 'chief technology officer' });
    expect(attributes('Salesforce acquired Slack.')).toBeUndefined();
  });
});
