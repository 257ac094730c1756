import type { EntityType } from '../../../shared/model.ts';
import { type Pattern, patterns } from './patterns.ts';
import { isVerbGroup, type VerbForm, type VerbGroup, wordsOfGroup } from './verbs.ts';

export type Gap = 'subject' | 'object' | 'n' | 'few' | 'np' | 'some';

export type Element =
  | { is: 'slot'; slot: 'A' | 'B' | 'AB'; only: EntityType | undefined }
  | { is: 'role' }
  | { is: 'verb'; group: VerbGroup; forms: readonly VerbForm[] }
  | { is: 'word'; words: ReadonlySet<string>; optional: boolean }
  | { is: 'gap'; gap: Gap };

/** A pattern in elements, and the one of them by which it is looked up. */
export interface Compiled extends Pattern {
  elements: readonly Element[];
  anchor: number;
}

const elementOf = (source: string): Element => {
  const slot = /^(AB|A|B)(?::(\w+))?$/.exec(source);
  if (slot) return { is: 'slot', slot: slot[1] as 'A' | 'B' | 'AB', only: slot[2] as EntityType | undefined };
  if (source === 'ROLE') return { is: 'role' };
  const verb = /^\{(\w+)(?::([\w,]+))?\}$/.exec(source);
  if (verb) {
    const group = verb[1] ?? '';
    if (!isVerbGroup(group)) throw new Error(`A relation pattern names an unknown group of verbs: ${group}`);
    return { is: 'verb', group, forms: (verb[2]?.split(',') ?? []) as VerbForm[] };
  }
  const gap = /^<(\w+)>$/.exec(source);
  if (gap) return { is: 'gap', gap: gap[1] as Gap };
  const optional = source.endsWith('?');
  return { is: 'word', words: new Set((optional ? source.slice(0, -1) : source).split('|')), optional };
};

/** Words too frequent to look a pattern up by. */
const frequent = new Set([',', "'s", '-', 'of', 'in', 'to', 'by', 'its', 'is', 'on', 'A', 'with', 'as', 'from']);

/** How well an element narrows the search; 0 best. */
const rankOf = (element: Element): number => {
  if (element.is === 'verb') return element.group === 'be' ? 4 : 0;
  if (element.is === 'word') return element.optional ? 9 : [...element.words].some((word) => frequent.has(word)) ? 5 : 1;
  return element.is === 'role' ? 2 : element.is === 'slot' ? 6 : 9;
};

const anchorOf = (elements: readonly Element[]): number => {
  const ranks = elements.map(rankOf);
  return ranks.indexOf(Math.min(...ranks));
};

const compiled: readonly Compiled[] = patterns.map((pattern) => {
  const elements = pattern.pattern.split(' ').map(elementOf);
  return { ...pattern, elements, anchor: anchorOf(elements) };
});

/** Patterns by a word that they cannot do without, by their role, and by a name. */
export const byWord: Map<string, Compiled[]> = new Map();
/** Patterns that can’t do without a role (`chief executive`) and have no rarer word. */
export const byRole: Compiled[] = [];
/** Patterns of which a name is the rarest part. */
export const byName: Compiled[] = [];
for (const pattern of compiled) {
  const anchor = pattern.elements[pattern.anchor] as Element;
  const words = anchor.is === 'verb' ? wordsOfGroup(anchor.group) : anchor.is === 'word' ? [...anchor.words] : [];
  for (const word of words) {
    const sharing = byWord.get(word);
    if (sharing) sharing.push(pattern);
    else byWord.set(word, [pattern]);
  }
  if (anchor.is === 'role') byRole.push(pattern);
  if (anchor.is === 'slot') byName.push(pattern);
}
