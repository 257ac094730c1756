import type { Reading, Style } from './reading.ts';
import { bit, type WordFacts } from './words.ts';

/** Headlines have no full stop, and capitals on ordinary words beside names. */
const styleOf = (reading: Reading, first: number, last: number): Style => {
  let words = 0;
  let upper = 0;
  let content = 0;
  let capitalised = 0;
  let ordinary = 0;
  for (let i = first; i < last; i += 1) {
    const { bits } = reading.facts[i] as WordFacts;
    if ((bits & bit.word) === 0) continue;
    words += 1;
    if (bits & bit.upper) upper += 1;
    if (i === first || bits & bit.function) continue;
    content += 1;
    if ((bits & bit.cap) === 0) continue;
    capitalised += 1;
    if (bits & bit.common && (bits & (bit.firstName | bit.demonym | bit.calendar)) === 0) ordinary += 1;
  }
  if (words >= 3 && upper >= words * 0.75) return 'capitals';
  if (reading.words[last - 1] === '.') return 'plain';
  return content >= 3 && capitalised >= content * 0.8 && ordinary >= 1 && ordinary * 4 >= capitalised ? 'title' : 'plain';
};

const endsAbbreviated = /^(?:mr|mrs|ms|dr|prof|st|gen|sen|rep|gov|col|lt|sgt|capt|jr|sr|vs|no|mt|ft|\p{Lu})\.?$/iu;

/** Whether wink-nlp's break before token `i` is one: not inside a clause that goes on in lower case. */
const breaksAt = (reading: Reading, i: number): boolean => {
  const word = reading.words[i] ?? '';
  if (/^\p{Ll}/u.test(word) && ((reading.facts[i] as WordFacts).bits & bit.camel) === 0) return false;
  if (/^[)\]”’,;:.!?]/.test(word)) return false;
  const before = reading.words[i - 1] ?? '';
  return !(before.length > 1 && before.endsWith('.') && endsAbbreviated.test(before) && before.toLowerCase() !== 'no.');
};

/** Whether a sentence ends unseen by wink-nlp after token `i - 1`: "said no. He". */
const hiddenBreak = (reading: Reading, i: number): boolean => {
  const before = reading.words[i - 1] ?? '';
  if (before.length < 3 || !before.endsWith('.')) return false;
  const { bits } = reading.facts[i] as WordFacts;
  return (bits & bit.cap) !== 0 && (bits & bit.function) !== 0 && !endsAbbreviated.test(before.slice(0, -1));
};

/** Adds the sentences of the tokens from `first` on; `breaks` are the tokens at which wink-nlp begins a new one. */
export const closeSentences = (reading: Reading, first: number, breaks: readonly number[]): void => {
  const last = reading.words.length;
  const starts = new Set(breaks);
  let from = first;
  for (let i = first + 1; i <= last; i += 1) {
    if (i < last && !((starts.has(i) && breaksAt(reading, i)) || hiddenBreak(reading, i))) continue;
    reading.sentences.push({
      first: from,
      last: i,
      start: reading.starts[from] as number,
      end: reading.ends[i - 1] as number,
      style: styleOf(reading, from, i),
    });
    from = i;
  }
};
