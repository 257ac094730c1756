import type { Reading, Style } from '../reading.ts';
import { touches } from '../scan.ts';
import { bit, type WordFacts } from '../words.ts';

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

const terminal = /^(?:[!?…]|\.+)$/;
const closing = /^[)\]”’"']$/;
/** What goes on with a sentence: marks that close something, and small letters, those of "iPhone" apart. */
const goesOn = /^[)\]”’,;:.!?…]/;
const smallStart = /^\p{Ll}/u;

/** Most brackets and quotation marks that may stand between a sentence's stop and the next sentence. */
const mostClosing = 3;

/** Whether a stop stands before token `i`, with marks behind it that close something. */
const stopsBefore = (reading: Reading, i: number): boolean => {
  let last = i - 1;
  for (let steps = 0; steps < mostClosing && closing.test(reading.words[last] ?? '') && touches(reading, last); steps += 1) last -= 1;
  return terminal.test(reading.words[last] ?? '');
};

/** Abbreviations that stand before what they belong to. */
const leadsOn = /^(?:mr|mrs|ms|dr|prof|st|gen|sen|rep|gov|col|lt|sgt|capt|jr|sr|vs|no|mt|ft|\p{Lu})\.$/iu;

/** Whether the period of an abbreviation ends the sentence as well: "of Apple Inc. The". */
const abbreviationEnds = (reading: Reading, i: number): boolean => {
  const before = reading.words[i - 1] ?? '';
  if (before.length < 3 || !before.endsWith('.') || leadsOn.test(before)) return false;
  const { bits } = reading.facts[i] as WordFacts;
  return (bits & bit.cap) !== 0 && (bits & bit.function) !== 0;
};

const beginsAt = (reading: Reading, i: number): boolean => {
  const word = reading.words[i] ?? '';
  if (abbreviationEnds(reading, i)) return true;
  if (!stopsBefore(reading, i) || goesOn.test(word)) return false;
  // "c.1680", "U.S.-based": what touches the stop begins nothing, capitals apart
  if (touches(reading, i) && ((reading.facts[i] as WordFacts).bits & bit.cap) === 0 && !/^[“‘(]$/.test(word)) return false;
  return !smallStart.test(word) || ((reading.facts[i] as WordFacts).bits & bit.camel) !== 0;
};

/** Adds the sentences of the tokens from `first` on, which are all of a block of text. */
export const closeSentences = (reading: Reading, first: number): void => {
  const last = reading.words.length;
  let from = first;
  for (let i = first + 1; i <= last; i += 1) {
    if (i < last && !beginsAt(reading, i)) continue;
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
