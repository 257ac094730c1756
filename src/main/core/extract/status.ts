import type { RelationStatus } from '../../../shared/relations.ts';
import type { Item } from './items.ts';
import { bit } from './words.ts';

/** Where the pattern spoke: its outermost items, and its verb or noun. */
export interface Place {
  left: number;
  right: number;
  anchor: number;
  /** Position of the name on the left of the anchor, if there is one. */
  subject: number | undefined;
}

const set = (line: string): ReadonlySet<string> => new Set(line.split(' '));
const conditions = set('if unless whether suppose supposing assuming');
const mere = set('should must can cannot ought');
const doubt = set(
  'may might could reportedly rumoured rumored rumors rumours considering considers considered weighing mulling mulls exploring explores speculation talks discussions negotiations nearing eyeing eyes eyed interested wants hopes wanted hoped seeking seeks consider mulled plotting possible potential speculated',
);
const intent = set(
  "will 'll would plans plan planned planning agreed agrees agree agreement intends intend intended set due expected announced announces announce proposed proposes proposal pledged pledges pledge vowed promised preparing prepares decided aims deal upcoming pending offers offered bid offer committed scheduled",
);
const refusal = set('denied denies deny denying refused refuses declined declines rejected rejects ruled');
const negation = set("not n't never no neither nor");
const ending = set(
  'abandoned abandons scrapped scraps scrap collapsed failed fails cancelled canceled dropped terminated terminates formerly former ended ends stopped stops',
);
const endingAfter = set('collapsed scrapped abandoned terminated cancelled canceled blocked failed ended ends dissolved expired');
const done = set('completed completes finalised finalized closed closes complete');

/** Whether one of the words stands there; the month is no "may". */
const ofSentence = (items: readonly Item[], words: ReadonlySet<string>, from: number, to: number): boolean => {
  for (let i = Math.max(0, from); i < Math.min(items.length, to); i += 1)
    if (words.has(items[i]?.lower ?? '') && !((items[i]?.bits ?? 0) & bit.calendar)) return true;
  return false;
};

const follows = (items: readonly Item[], from: number, to: number, first: string, second: string): boolean => {
  for (let i = Math.max(0, from); i < to; i += 1) if (items[i]?.lower === first && items[i + 1]?.lower === second) return true;
  return false;
};

/** Of "runs X, formerly Y, and founded Z" the part from "and" on is about Z. */
const clauseStart = (items: readonly Item[], from: number, anchor: number): number => {
  for (let i = anchor - 1; i > from; i -= 1) {
    const word = items[i]?.lower;
    if ((word === 'and' || word === 'but') && items.slice(from, i).some((item) => item.tag === 'VERB')) return i;
  }
  return from;
};

/** Where what follows from `from` on is cut off by a comma or a relative clause. */
const phraseEnd = (items: readonly Item[], from: number, to: number): number => {
  for (let i = from; i < to; i += 1) if (/^(?:,|;|which|who|whose|that)$/.test(items[i]?.lower ?? '')) return i;
  return to;
};

/**
 * What the words around a pattern say of whether it holds; undefined where they say only that it might, under a
 * condition or as a duty ("if", "should"), so that there is no relation at all. Questions are left to the caller.
 */
export const statusOf = (items: readonly Item[], place: Place, fallback: RelationStatus): RelationStatus | undefined => {
  const { anchor, right } = place;
  const from = clauseStart(items, Math.max(0, place.subject ?? place.left, anchor - 14), anchor);
  const after = phraseEnd(items, right + 1, right + 7);
  const window = (words: ReadonlySet<string>): boolean => ofSentence(items, words, from, anchor + 1);
  if (ofSentence(items, conditions, 0, anchor)) return undefined;
  if (window(mere)) return undefined;
  const modal = window(doubt);
  if (ofSentence(items, conditions, right, right + 20) && (modal || ofSentence(items, set('would'), from, anchor))) return undefined;
  if (follows(items, from, anchor, 'would', 'have')) return undefined;
  if (follows(items, from, anchor + 1, 'no', 'longer') || follows(items, from, anchor, 'used', 'to')) return 'ended';
  if (window(refusal) || ofSentence(items, refusal, place.left - 4, place.left)) return 'denied';
  if (window(negation) && !follows(items, from, anchor, 'not', 'only')) return 'denied';
  if (
    window(ending) ||
    ofSentence(items, endingAfter, right + 1, after) ||
    follows(items, from, after, 'called', 'off') ||
    follows(items, right, after, 'fell', 'through')
  )
    return 'ended';
  if (modal || ofSentence(items, set('reportedly rumoured rumored'), 0, items.length) || follows(items, from, anchor, 'said', 'to'))
    return 'rumoured';
  if (window(done) || ofSentence(items, done, right + 1, Math.min(after, right + 5))) return 'completed';
  if (window(intent) || ofSentence(items, set('proposed planned pending'), place.left, anchor) || futureForm(items, from, anchor))
    return 'announced';
  return fallback;
};

/** "is acquiring", and "to acquire" after a headline's subject. */
const futureForm = (items: readonly Item[], from: number, anchor: number): boolean => {
  const verb = items[anchor];
  if (verb?.tag !== 'VERB') return false;
  const before = items[anchor - 1]?.lower ?? '';
  if (before === 'to') return true;
  return verb.lower.endsWith('ing') && anchor > from && /^(?:is|are|be|'s|also|now|currently)$/.test(before);
};
