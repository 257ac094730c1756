import type { Gap } from './compile.ts';
import type { Item } from './items.ts';
import { isAuthority, subjectOf } from './subjects.ts';
import { bit } from './words.ts';

const chain = new Set(
  'to agreed agrees agree plans plan planned planning wants want wanted intends intend intended hopes hope hoped aims aim decided moved moves looking looks seeks sought seek tried tries try set due expected likely about close ready reportedly in talks discussions negotiations considering considers considered consider weighing mulling exploring preparing prepared prepares offered offers bid nearing near announced announces confirmed denied denies deny denying having going proposes proposed managed failed fails refused refuses declined began begun started starts continues continued rumoured rumored said able a an the its process of deal agreement definitive offer on option last this year month week earlier late forced ready verge abandoned scrapped plot plotting eyeing interested been being completed helped used pledged vowed promised committed then once formally officially successfully recently later soon also first stopped stops stop'.split(
    ' ',
  ),
);
/** Words that begin a relative clause, in small letters. */
export const relative = new Set(['which', 'who', 'that']);
const limits: Record<Gap, number> = { subject: 14, object: 9, n: 7, few: 6, np: 10, some: 14 };

const isPremodifier = (items: readonly Item[], i: number): boolean => {
  const item = items[i];
  if (!item) return false;
  if (item.lower === 'its') return true;
  if (item.kind !== 'word' || isAuthority(item)) return false;
  if (item.lower === "'s" || item.lower === ',' || item.lower === '.' || item.lower === ':' || item.lower === ';') return false;
  if (item.tag === 'DET' || item.tag === 'ADJ' || item.tag === 'NUM' || item.tag === 'NOUN' || item.tag === 'SYM' || item.tag === 'PROPN')
    return true;
  if (item.lower === '-' || /^["“”‘]$/.test(item.lower) || item.lower === 'his' || item.lower === 'her' || item.lower === 'their')
    return true;
  if (item.tag === 'ADV' && items[i + 1]?.tag === 'ADJ') return true;
  return item.tag === 'VERB' && /(?:ed|ing)$/.test(item.lower) && ['DET', 'ADJ', 'PUNCT'].includes(items[i - 1]?.tag ?? '');
};

const describingBits = bit.productNoun | bit.companyNoun | bit.generic;
const describingNouns = new Set(
  'flagship reasoning search video language voice image source text chat game car memory internet technology tech media software oil energy'.split(
    ' ',
  ),
);

/** Whether a word before a name describes it for sure: the tagger may take verbs for nouns ("its app overtook ChatGPT"). */
const isDescription = (item: Item): boolean =>
  item.lower === 'its' || /^(?:DET|ADJ|NUM|PUNCT)$/.test(item.tag) || (item.bits & describingBits) !== 0 || describingNouns.has(item.lower);

const passes = (gap: Gap, items: readonly Item[], i: number): boolean => {
  const item = items[i];
  if (!item) return false;
  if (gap === 'n') return isPremodifier(items, i);
  if (gap === 'few') return isPremodifier(items, i) && isDescription(item);
  if (gap === 'object') {
    if (item.kind === 'name') return items[i + 1]?.kind === 'role' || items[i + 1]?.lower === '-';
    return item.kind === 'role' || isPremodifier(items, i);
  }
  if (gap === 'np') return item.kind !== 'word' || item.lower === "'s" || item.lower === 'of' || isPremodifier(items, i);
  if (item.kind === 'name' && item.lower !== 'its') return false;
  return !/^[.;:?!]$/.test(item.lower) && item.tag !== 'AUX' && (item.tag !== 'VERB' || /(?:ed|ing)$/.test(item.lower));
};

/** Positions at which what comes beyond the gap may stand, nearest first. */
export const beyond = (gap: Gap, items: readonly Item[], from: number, step: 1 | -1): number[] => {
  if (gap === 'subject' && step < 0) return subjectPlaces(items, from);
  const places = [from];
  let i = from;
  while (places.length <= limits[gap] && passes(gap, items, i)) {
    i += step;
    places.push(i);
  }
  return places;
};

const opening: Record<string, string> = { ',': ',', ')': '(', '—': '—', '–': '–' };

/** Where the subject of a verb may stand, going left from the word before the verb. */
const subjectPlaces = (items: readonly Item[], from: number): number[] => {
  const places: number[] = [];
  let i = from;
  for (let steps = 0; steps < limits.subject && i >= 0; steps += 1) {
    places.push(i);
    const item = items[i] as Item;
    if (item.kind !== 'word') break;
    if (relative.has(item.lower)) {
      places.push(items[i - 1]?.lower === ',' ? i - 2 : i - 1);
      break;
    }
    const open = opening[item.lower];
    if (open !== undefined) {
      const pair = pairBefore(items, i, open);
      if (pair < 0) break;
      i = pair - 1;
      if (open !== '(') {
        places.push(i);
        const earlier = open === ',' ? pairBefore(items, pair, ',') : -1;
        if (earlier > 0) places.push(earlier - 1);
        break;
      }
      continue;
    }
    if (item.lower === 'and' || item.lower === 'but') {
      const subject = subjectOf(items);
      if (subject !== undefined && subject < i - 1 && items.slice(subject, i).some((word) => word.tag === 'VERB')) places.push(subject);
      break;
    }
    const auxiliary = item.tag === 'AUX' || item.tag === 'ADV' || (item.tag === 'PART' && item.lower !== "'s");
    const dated = (item.bits & (bit.calendar | bit.number)) !== 0;
    if (isAuthority(item)) {
      const place = placeOfAuthority(items, i);
      if (place < 0) break;
      i = place;
      continue;
    }
    if (!auxiliary && !dated && !chain.has(item.lower)) break;
    i -= 1;
  }
  return places;
};

/** The name before "government", "'s government", "'s data protection authority"; -1 if there is none. */
const placeOfAuthority = (items: readonly Item[], i: number): number => {
  if (items[i - 1]?.kind === 'name') return i - 1;
  for (let k = i - 1; k > 0 && i - k < 5; k -= 1) {
    if (items[k]?.lower === "'s" && items[k - 1]?.kind === 'name') return k - 1;
    if (!isPremodifier(items, k)) return -1;
  }
  return -1;
};

const pairBefore = (items: readonly Item[], from: number, open: string): number => {
  for (let i = from - 1; i >= 0 && from - i < 26; i -= 1) if (items[i]?.lower === open) return i;
  return -1;
};
