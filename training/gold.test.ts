import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type GoldSet, goldFilesIn, joinTokens, readGoldSet } from './gold.ts';
import { folderWith, markedRow } from './testing.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

const folder = (files: Record<string, string>): string => {
  const made = folderWith(files);
  remove = made.remove;
  return made.folder;
};

/** A set of this name made of rows. */
const setOf = (name: string, ...rows: string[]): GoldSet => readGoldSet(`${folder({ [name]: `${rows.join('\n')}\n` })}/${name}`);

const marked = ({ texts }: GoldSet): string[][] =>
  texts.map(({ text, spans }) => spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`));

describe('joinTokens', () => {
  for (const [tokens, text] of [
    ['Shares , it said , fell 5 % .', 'Shares, it said, fell 5%.'],
    ["Apple 's and McDonald ’s do n't , we 'll", "Apple's and McDonald’s don't, we'll"],
    ['He said : " Go ! " and " stay " .', 'He said: "Go!" and "stay".'],
    ['“ Go ! ” said ( Ms ) Li ( TSMC ) .', '“Go!” said (Ms) Li (TSMC).'],
    ['Hewlett - Packard and AC / DC', 'Hewlett-Packard and AC/DC'],
    ['It paid $ 5 , or € 4 ; really ?', 'It paid $5, or €4; really?'],
    ['wait ... what …', 'wait... what…'],
    ['😀 𝒳 .', '😀 𝒳.'],
    ['', ''],
  ] as const) {
    it(`writes “${text}”`, () => expect(joinTokens(tokens.split(' ')).text).toBe(text));
  }

  it('tells for any tokens where each stands, in order and with nothing but spaces between', () => {
    const token = fc.oneof(fc.constantFrom('"', "'s", ',', '(', '-', '😀', '“', '”', '``', "''", '$', '.'), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        const { text, places } = joinTokens(tokens);
        expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(tokens);
        let end = 0;
        for (const place of places) {
          expect(['', ' ']).toContain(text.slice(end, place.start));
          end = place.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });
});

describe('readGoldSet', () => {
  it('gives each span its place in the running text', () => {
    const set = setOf(
      'wikigold.jsonl',
      markedRow('a', "😀/O Marks/B-ORG &/I-ORG Spencer/I-ORG 's/O boss/O (/O Ann/B-PER Oda/I-PER )/O ./O"),
    );
    expect(set.texts[0]?.text).toBe("😀 Marks & Spencer's boss (Ann Oda).");
    expect(set.texts[0]?.spans).toEqual([
      { start: 3, end: 18, type: 'ORG' },
      { start: 27, end: 34, type: 'PER' },
    ]);
  });

  it('joins the sentences of a document, and keeps documents apart', () => {
    const set = setOf(
      'conllpp-x.jsonl',
      markedRow('a', 'Tarn/B-ORG grew/O ./O'),
      '',
      markedRow('a', 'Oslo/B-LOC cheered/O ./O'),
      markedRow('b', 'Ek/B-ORG fell/O ./O'),
    );
    expect(set.texts.map(({ doc, text }) => ({ doc, text }))).toEqual([
      { doc: 'a', text: 'Tarn grew. Oslo cheered.' },
      { doc: 'b', text: 'Ek fell.' },
    ]);
    expect(marked(set)).toEqual([['ORG Tarn', 'LOC Oslo'], ['ORG Ek']]);
  });

  it('takes each sentence for a text of its own in sets that tell no documents apart', () => {
    const rows = [markedRow('a', 'Tarn/B-ORG grew/O'), markedRow('a', 'Ek/B-ORG fell/O')];
    expect(setOf('btc-x.jsonl', ...rows).texts).toHaveLength(2);
    const path = `${folder({ 'gum-x.jsonl': rows.join('\n') })}/gum-x.jsonl`;
    expect(readGoldSet(path).texts).toHaveLength(1);
  });

  describe('reads tags as they come', () => {
    for (const [what, said, ...spans] of [
      ['neighbours of one type', 'Ann/B-PER Bo/B-PER', 'PER Ann', 'PER Bo'],
      ['an inside without a beginning', 'in/O Oslo/I-LOC Fjord/I-LOC', 'LOC Oslo Fjord'],
      ['an inside of another type', 'Tarn/B-ORG Ann/I-PER Oda/I-PER', 'ORG Tarn', 'PER Ann Oda'],
      ['an inside after a gap', 'Tarn/B-ORG and/O Ek/I-ORG', 'ORG Tarn', 'ORG Ek'],
      ['a span at the end', 'to/O Oslo/B-LOC', 'LOC Oslo'],
      ['other names', 'the/O World/B-MISC Cup/I-MISC', 'MISC World Cup'],
      ['no span', 'nobody/O here/O'],
    ] as const) {
      it(what, () => expect(marked(setOf('gum-x.jsonl', markedRow('a', said)))).toEqual([spans]));
    }

    it('never across two sentences', () => {
      const set = setOf('gum-x.jsonl', markedRow('a', 'at/O Tarn/B-ORG'), markedRow('a', 'Robotics/I-ORG grew/O'));
      expect(marked(set)).toEqual([['ORG Tarn', 'ORG Robotics']]);
    });
  });

  it('knows which types a set marks, by its name', () => {
    const marks = (name: string): string => [...setOf(name, markedRow('a', 'x/O')).marks].join(' ');
    expect(marks('crossner-ai-train.jsonl')).toBe('PER ORG LOC PROD MISC');
    expect(marks('crossner-music-dev.jsonl')).toBe('PER ORG LOC MISC');
    expect(marks('redocred-dev.jsonl')).toBe('PER ORG LOC MISC');
    expect(marks('wnut17-test.jsonl')).toBe('PER ORG LOC PROD MISC');
    expect(marks('finer-test.jsonl')).toBe('PER ORG LOC');
    expect(marks('my-own-news.jsonl')).toBe('PER ORG LOC');
  });

  it('needs neither id nor document', () => {
    expect(setOf('own.jsonl', '{"tokens":["Tarn"],"tags":["B-ORG"]}').texts).toHaveLength(1);
  });

  describe('names the line that is broken', () => {
    for (const [what, line, said] of [
      ['no JSON', '{"tokens": [', 'no JSON'],
      ['nothing', 'null', 'no JSON object'],
      ['no object', '"Tarn"', 'no JSON object'],
      ['no tags', '{"tokens": ["Tarn"]}', 'lists of one length'],
      ['no tokens', '{"tags": ["O"]}', 'lists of one length'],
      ['more tokens than tags', '{"tokens": ["Tarn", "grew"], "tags": ["B-ORG"]}', 'lists of one length'],
      ['a token that is no text', '{"tokens": [5], "tags": ["O"]}', 'lists of one length'],
      ['an unknown type', '{"tokens": ["Tarn"], "tags": ["B-COMPANY"]}', '“B-COMPANY” is no tag'],
      ['an unknown mark', '{"tokens": ["Tarn"], "tags": ["S-ORG"]}', '“S-ORG” is no tag'],
      ['a mark without a type', '{"tokens": ["Tarn"], "tags": ["B"]}', '“B” is no tag'],
    ] as const) {
      it(what, () => {
        const path = `${folder({ 'gum-x.jsonl': `${markedRow('a', 'Ek/B-ORG')}\n${line}\n` })}/gum-x.jsonl`;
        expect(() => readGoldSet(path)).toThrow(`${path}:2: `);
        expect(() => readGoldSet(path)).toThrow(said);
      });
    }
  });
});

describe('goldFilesIn', () => {
  it('finds the sets in a folder and below, in order, or is the one file', () => {
    const root = folder({ 'b.jsonl': '', 'a.jsonl': '', 'deep/c.jsonl': '', 'README.md': '', 'x.json': '' });
    expect(goldFilesIn(root)).toEqual([`${root}/a.jsonl`, `${root}/b.jsonl`, `${root}/deep/c.jsonl`]);
    expect(goldFilesIn(`${root}/b.jsonl`)).toEqual([`${root}/b.jsonl`]);
  });
});
