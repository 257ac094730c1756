import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';

const sentences = (text: string): string[] => read(text, 0, text.length).sentences.map(({ start, end }) => text.slice(start, end));
const tagged = (text: string): string => {
  const { words, tags } = read(text, 0, text.length);
  return words.map((word, i) => `${word}/${tags[i]}`).join(' ');
};
const prose = 'and so the story went on for rather longer than a line would hold';

describe('sentences', () => {
  it('end at stops, with the marks that close something', () => {
    expect(sentences('He left. She stayed! “Why?” Nobody knew.) (It rained.) So.')).toEqual([
      'He left.',
      'She stayed!',
      '“Why?”',
      'Nobody knew.)',
      '(It rained.)',
      'So.',
    ]);
  });

  it('go on in small letters, and after abbreviations', () => {
    for (const text of [
      '“Why?” he asked.',
      'He saw Mr. Ek of Tarn Inc. in May.',
      'The U.S. Senate met at 5 p.m. on Monday.',
      'Wait… what?',
    ])
      expect(sentences(text)).toEqual([text]);
  });

  it('end after abbreviations where a new one surely begins', () => {
    expect(sentences('He runs Tarn Inc. The firm grew.')).toEqual(['He runs Tarn Inc.', 'The firm grew.']);
    expect(sentences('He said no. The firm grew.')).toEqual(['He said no.', 'The firm grew.']);
  });

  it('may begin with a name in small letters or a quotation', () => {
    expect(sentences('It grew. iPhone sales fell. "No," he said. "Yes."')).toEqual([
      'It grew.',
      'iPhone sales fell.',
      '"No," he said.',
      '"Yes."',
    ]);
  });

  it('end at short lines and at empty ones, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['A heading', `It began ${prose}`, `${prose}`, '', `It ended ${prose}`].join(end);
      expect(sentences(text)).toEqual(['A heading', `It began ${prose}${end}${prose}`, `It ended ${prose}`]);
      expect(sentences(text.replace(`${end}${end}`, `${end} \t${end}`))).toHaveLength(3);
    }
  });

  it('go on over a long line of any length', () => {
    for (const length of [49, 50, 999, 1000, 1001, 1049, 1050, 2020]) {
      const line = 'ab '
        .repeat(length)
        .slice(0, length - 1)
        .concat('c');
      expect(sentences(`${line}\nends here`)).toHaveLength(length < 50 ? 2 : 1);
    }
  });

  it('lie within the part that is read, with places in the whole text', () => {
    const text = 'First one. Second one. Third one.';
    const { starts, ends, words, sentences: found } = read(text, 11, 22);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Second one.']);
    expect(words.map((_, i) => text.slice(starts[i], ends[i]))).toEqual(words);
  });
});

describe('parts of speech', () => {
  it('are those of plain English', () => {
    expect(tagged('The company will buy Tarn Inc. for $5 million, he said.')).toBe(
      'The/DET company/NOUN will/AUX buy/VERB Tarn/PROPN Inc./PROPN for/ADP $/SYM 5/NUM million/NUM ,/PUNCT he/PRON said/VERB ./PUNCT',
    );
    expect(tagged('She plans to lead its plans.')).toBe('She/PRON plans/VERB to/PART lead/VERB its/PRON plans/NOUN ./PUNCT');
  });

  it('are the same whatever was read before', () => {
    const text = 'Zorbian Towers plans a spin-off; Ek’s offer was turned down.';
    const first = tagged(text);
    for (let i = 0; i < 50; i += 1) tagged(`Plans ${i} offer Zorbian down, and Towers were turned by spin ${i * 7}.`);
    expect(tagged(text)).toBe(first);
  });

  it('are there for every word of any text', () => {
    for (const text of ['東京電力は', '\ud800', 'x'.repeat(500), '— … 😀', 'IN CAPITALS ALL']) {
      const { words, tags } = read(text, 0, text.length);
      expect(tags).toHaveLength(words.length);
      for (const tag of tags) expect(tag).toMatch(/^[A-Z]+$/);
    }
  });
});
