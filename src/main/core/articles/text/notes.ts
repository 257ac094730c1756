import { webAddress } from '../address.ts';
import { oneLine } from '../characters.ts';
import { isoDate } from '../dates.ts';
import type { Facts } from '../draft.ts';

/** Lines of a plain text that say who wrote it, when, where: they become facts and leave the text. */

type Fact = 'title' | 'author' | 'published' | 'publisher' | 'address' | 'language';

/** Labels before a colon, in the languages of the press that is read most. */
const labels: Readonly<Record<Fact, RegExp>> = {
  title: /^(?:title|headline|titel|titre|título|titolo|заголовок)$/i,
  author:
    /^(?:autor|autorin|autora|author|authors|auteure?|autore|autrice|verfasser|writer|written by|words by|text by|story by|reporter|byline|by|von|par|por|автор)$/i,
  published:
    /^(?:date|published|published on|publish date|publication date|posted|posted on|date published|datum|veröffentlicht|erschienen|stand|fecha|publicado|publié|publié le|data|pubblicato|дата|опубликовано)$/i,
  publisher: /^(?:source|publisher|publication|newspaper|outlet|site|website|quelle|fuente|fonte|bron|источник)$/i,
  address: /^(?:url|link|address|permalink|original|original url|source url|web)$/i,
  language: /^(?:language|lang|sprache|idioma|langue|lingua)$/i,
};

/** Lines of a page's furniture that say nothing: sharing, reading time, pictures. */
const furniture =
  /^(?:share|tweet|print|email|copy link|save|listen|comments?|\d+ comments?|advertisement|sign up|subscribe|read more|read the full (?:story|article)|continue reading|learn more|more|weiterlesen|mehr|lire la suite|leer más|подробнее|читать далее|(?:updated|modified|last (?:updated|modified))\b.{0,60}|\d+ min(?:ute)?s?(?: read)?|reading time:?.{0,20}|share this.{0,30})\s*[→»>.…]*$/i;

/** True for a line of a page's furniture, such as "Share" or "5 min read". */
export const isFurniture = (text: string): boolean => text.length <= 80 && furniture.test(text);

const nameWord = String.raw`(?:\p{Lu}[\p{L}'’.-]*|de|da|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|and|und|et|y|e|&)`;
const namePattern = new RegExp(`^${nameWord}(?:,? ${nameWord}){0,9}$`, 'u');
/** Words that begin headlines and sentences rather than names. */
const noName = /^(?:The|This|That|A|An|In|On|At|For|If|It|How|Why|What|When|Who)\b/;

/** True for what can be one or several persons' names: capitalised words, at most ten. */
export const isName = (text: string): boolean => text.length <= 100 && namePattern.test(text) && !noName.test(text);

const bylined = /^(?:(?:written|story|words|text|reporting|posted|article) by|by|von|par|por|di|autor|автор)\s+(.+)$/iu;

/** The author that a byline such as "By Jane Doe" names; null for any other line. */
export const bylineAuthor = (line: string): string | null => {
  const match = bylined.exec(line);
  const name = match?.[1]?.replace(/[.,;]$/, '') ?? '';
  const [person = ''] = name.split(/,\s+(?=(?:the\s)?\p{Lu}[\p{L} ]+$)/u);
  return isName(person) ? person : isName(name) ? name : null;
};

/** The fact that a line "Label: value" states, or null where it is no such line. */
export const labelled = (line: string): { fact: Fact; value: string } | null => {
  const match = /^([^:：]{2,24}?)\s*[:：]\s*(\S.*)$/.exec(line);
  const label = match?.[1] ?? '';
  const value = match?.[2] ?? '';
  if (value === '' || value.length > 300) return null;
  for (const [fact, pattern] of Object.entries(labels) as [Fact, RegExp][]) {
    if (pattern.test(label) && fits(fact, value)) return { fact, value };
  }
  return null;
};

const fits = (fact: Fact, value: string): boolean => {
  if (fact === 'published') return isoDate(value) !== null;
  if (fact === 'address') return webAddress(value) !== null;
  if (fact === 'author' || fact === 'publisher') return value.length <= 100 && !/[.!?]\s+\p{Lu}/u.test(value);
  return true;
};

const factOf = (part: string): { fact: Fact; value: string } | 'furniture' | null => {
  const named = labelled(part);
  if (named) return named;
  const author = bylineAuthor(part);
  if (author !== null) return { fact: 'author', value: author };
  if (isoDate(part) !== null) return { fact: 'published', value: part };
  return isFurniture(part) ? 'furniture' : null;
};

/**
 * The facts that a line near the top of a text states, all of it: "By Jane Doe | March 4, 2025". Null where any part of
 * the line is something else: then the line is text.
 */
export const factsInLine = (text: string): Partial<Facts> | null => {
  if (text.length > 400) return null;
  const facts: Partial<Facts> = {};
  const whole = factOf(oneLine(text));
  const found = whole
    ? [whole]
    : text
        .split(/\s*[|·•\n]\s*|\s+[–—]\s+/)
        .filter((part) => part !== '')
        .map(factOf);
  for (const one of found) {
    if (one === null) return null;
    if (one !== 'furniture') facts[one.fact] ??= one.value;
  }
  return found.length > 0 ? facts : null;
};
