import { entityClass } from './key.ts';
import { link, type Name, type Unit } from './names.ts';
import type { Reading } from './reading.ts';

/** Between a name and another one of it, in the words that texts use: the first is the main name. */
const formerName =
  /^\s*[,(–—]?\s*(?:which was\s|which is\s|who was\s)?(?:formerly|previously|once|originally)(?:\s(?:known|called|named|trading))?(?:\sas)?(?:\sthe)?\s*["“‘]?$/i;
const otherName =
  /^\s*[,(–—]?\s*(?:also|better|commonly|widely|sometimes)\s(?:known|called)\s(?:as\s)?(?:the\s)?["“‘]?$|^\s*[,(]?\s*(?:aka|a\.k\.a\.|doing business as|which trades as|trading as)\s["“‘]?$/i;
/** The second is the main name. */
const newName =
  /^\s*[,(–—]?\s*(?:which\s|that\s)?(?:is\s|has\s|was\s|since\s)*(?:now(?:\s(?:known|called))?(?:\sas)?|(?:since\s)?(?:renamed|rebranded)(?:\s(?:as|to|itself(?:\sas)?))?|renames itself|changed its (?:corporate\s|legal\s)?name to|will be (?:renamed|rebranded(?: as)?)|rebranded itself as)\s["“‘]?$/i;

/** "Alphabet, formerly Google", "Facebook, which changed its name to Meta": other names that the text gives in so many words. */
export const linkSaidNames = (reading: Reading, names: readonly Name[]): void => {
  const places = names.flatMap((name) => name.units.map((unit) => ({ name, unit }))).sort((a, b) => a.unit.first - b.unit.first);
  for (const [at, { name, unit }] of places.entries()) {
    const next = places[at + 1];
    if (!next || next.name === name || entityClass(next.name.type) !== entityClass(name.type) || next.unit.sentence !== unit.sentence)
      continue;
    const between = textBetween(reading, unit, next.unit);
    if (between.length > 60) continue;
    // "Jane Doe, formerly Apple's designer" says where she was.
    if (/^['’]s?\s/.test(reading.text.slice(reading.ends[next.unit.last - 1], (reading.ends[next.unit.last - 1] as number) + 3))) continue;
    if (formerName.test(between) || otherName.test(between)) link(next.name, name, 'said');
    else if (newName.test(between)) link(name, next.name, 'said');
  }
};

const textBetween = (reading: Reading, left: Unit, right: Unit): string =>
  reading.text.slice(reading.ends[left.last - 1], reading.starts[right.first]);
