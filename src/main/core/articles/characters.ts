/**
 * What Windows-1252 has where Latin-1 has control characters, from 0x80. A control character of that range in a text is
 * a wrong guess by whoever saved it; a blank stands for the five that Windows-1252 leaves free.
 */
const windowsPunctuation = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const lineEnds = /\r\n?|[\u2028\u2029]/g;
/** Soft hyphens, marks of direction, zero-width spaces and joiners of words: nothing a reader sees. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const controls = /\p{Cc}/gu;
const spaces = /\p{Zs}/gu;
const loneSurrogates = /\p{Surrogate}/gu;

const instead = (control: string): string => {
  const code = control.charCodeAt(0);
  if (control === '\n' || control === '\t') return control;
  if (code === 0x0b || code === 0x0c || code === 0x85) return '\n';
  if (code >= 0x80) return windowsPunctuation[code - 0x80] ?? ' ';
  return '';
};

/**
 * The text in one form: NFC, `\n` as the only line end, plain spaces, no control characters but line end and tab, nothing
 * invisible, no half surrogate pairs. Tidying twice changes nothing more.
 */
export const tidy = (text: string): string => {
  const plain = isPlain(text) ? text : text.replace(lineEnds, '\n').replace(controls, instead).replace(unseen, '');
  return plain.replace(spaces, ' ').replace(loneSurrogates, '\ufffd').normalize('NFC');
};

/** True where the text has only visible ASCII and line ends: nine in ten English texts skip the costly steps. */
const isPlain = (text: string): boolean => /^[ -~\n]*$/.test(text);

/** The text on one line: tidied, white space folded to single spaces, trimmed. */
export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

/** The text on one line, or null where nothing is left of it or it is no text at all. */
export const oneLineOrNull = (value: unknown, most = 1000): string | null => {
  if (typeof value !== 'string') return null;
  const line = oneLine(value.length > most * 4 ? value.slice(0, most * 4) : value);
  return line === '' ? null : cut(line, most);
};

/** The text itself, or its beginning up to a word's end and `…`, in all at most `most` characters. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const space = start.lastIndexOf(' ');
  const kept = space > most / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
};

/** How many words a text has: runs without white space, and one for every two characters of scripts written without. */
export const wordsIn = (text: string): number => {
  const runs = text.match(/\S+/g)?.length ?? 0;
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return runs + Math.floor(unspaced / 2);
};
