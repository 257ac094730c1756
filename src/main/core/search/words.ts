import type { Span } from '../../../shared/model.ts';

/**
 * How text becomes words: one rule for indexing, querying and marking, so that whatever is found can also be shown.
 *
 * A word is a run of letters and digits. Case, accents and apostrophes are folded away (`L’Oréal` → `loreal`), a
 * possessive is cut off (`OpenAI's` → `openai`), dotted capitals close up (`U.S.` → `us`), a decimal stays whole (`3.5`).
 * Words that hyphens or ampersands join (`High-Flyer`, `AT&T`) are words of their own; `termsOf` adds the joined form.
 */
export interface Word extends Span {
  /** Folded. */
  word: string;
  /** True when a hyphen or ampersand alone stands between this word and the one before. */
  glued: boolean;
}

const letters = '\\p{L}\\p{M}\\p{N}';
/**
 * The most letters that are matched in one go: a regular expression that may take back each of eight million letters throws.
 * Far above `longestWord`, because scripts without spaces run on for whole paragraphs.
 */
const run = '{1,1000}';
const wordPattern = new RegExp(
  `\\p{Lu}(?:\\.\\p{Lu}){1,7}\\.?(?![${letters}])|[${letters}]${run}(?:['’ʼ][\\p{L}\\p{M}]${run}|(?<=\\p{N})(?:\\.(?=\\p{N})|,(?=\\p{N}{3}(?!\\p{N})))[${letters}]${run}){0,100}`,
  'gu',
);
const runOn = new RegExp(`[${letters}'’ʼ]${run}`, 'uy');
/** A longer run of letters is data (base64, a key), nothing that anybody looks for; it is no word. */
const longestWord = 200;
const apostrophes = "'’ʼ";
const plainAscii = /^[a-zA-Z0-9]+$/;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const glue = /^[-‐‑–&]$/;

/** Letters that decomposition leaves whole. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const plainLetterPattern = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** The form under which a word is indexed: lower case, without accents, apostrophes, dots of capitals and thousands' commas. */
export const foldWord = (raw: string): string => {
  if (plainAscii.test(raw)) return raw.toLowerCase();
  return raw
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, '')
    .toLowerCase()
    .replace(plainLetterPattern, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
};

let segmenter: Intl.Segmenter | undefined;

/** Words of a run in a script that puts no spaces between them. */
const segmented = (raw: string, start: number): Word[] => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(raw)) {
    const word = isWordLike ? foldWord(segment) : '';
    if (word !== '') words.push({ word, start: start + index, end: start + index + segment.length, glued: false });
  }
  return words;
};

/** The end of the letters, apostrophes among them, that go on from `at`. */
const endOfRun = (text: string, at: number): number => {
  for (let end = at; ; end = runOn.lastIndex) {
    runOn.lastIndex = end;
    if (!runOn.test(text)) return end;
  }
};

/** Where the word ends without its possessive. */
const withoutPossessive = (raw: string): number => {
  const last = raw.charCodeAt(raw.length - 1);
  return (last === 115 || last === 83) && apostrophes.includes(raw.charAt(raw.length - 2)) ? raw.length - 2 : raw.length;
};

/** The words of a text in order, with their places; runs of more than 200 letters are none. Some 25 MB a second: snippets read thirty texts for one answer. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let lastEnd = -2;
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const start = match.index;
    let raw = match[0];
    const plain = plainAscii.test(raw);
    if (!plain && unspaced.test(raw)) {
      words.push(...segmented(raw, start));
      lastEnd = start + raw.length;
      continue;
    }
    if (raw.length > longestWord) {
      wordPattern.lastIndex = endOfRun(text, start + raw.length);
      continue;
    }
    if (!plain) raw = raw.slice(0, withoutPossessive(raw));
    const word = plain ? raw.toLowerCase() : foldWord(raw);
    if (word === '') continue;
    words.push({ word, start, end: start + raw.length, glued: start === lastEnd + 1 && glue.test(text.charAt(lastEnd)) });
    lastEnd = start + raw.length;
  }
  return words;
};

/** A joined form longer than this is a line of dashes or a serial number, not a name. */
const longestJoined = 40;
/** Every run of this many joined words gets its joined form: `gpt4o` and `gpt4omini` for `GPT-4o-mini`. */
const mostJoined = 4;

/** Words as the index keeps them: each word, and for words that are joined by hyphens every joined form too. */
export const termsOf = (text: string): string[] => {
  const words = wordsOf(text);
  const terms: string[] = [];
  for (const [at, { word }] of words.entries()) {
    terms.push(word);
    let joined = word;
    for (let back = at; back > 0 && words[back]?.glued && at - back < mostJoined - 1; back--) {
      joined = `${words[back - 1]?.word}${joined}`;
      if (joined.length > longestJoined) break;
      terms.push(joined);
    }
  }
  return terms;
};
