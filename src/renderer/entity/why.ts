import type { RelationAttribute } from '../../shared/extraction.ts';
import { relationAttributes } from '../../shared/extraction.ts';
import type { EntityAlias, Passage } from '../../shared/views.ts';

type Reason = EntityAlias['reason'];

/** Why a spelling is taken for an entity, in a few words; null where it is the entity's own name. */
export const aliasWords = (reason: Reason): string | null => {
  switch (reason) {
    case null:
      return null;
    case 'said':
      return 'said in the text';
    case 'listed':
      return 'in our list';
    case 'correction':
      return 'your correction';
    default:
      return reason;
  }
};

/** The same as a sentence about one mention; null where the mention spells the entity's own name. */
export const aliasSentence = (text: string, name: string, reason: Reason): string | null => {
  switch (reason) {
    case null:
      return null;
    case 'surname':
      return `“${text}” is taken for ${name} as the surname of a name before`;
    case 'short form':
      return `“${text}” is taken for ${name} as the short form of a name before`;
    case 'acronym':
      return `“${text}” is taken for the initials of ${name}`;
    case 'said':
      return `The text itself says that “${text}” is ${name}`;
    case 'listed':
      return `Our list has “${text}” as another name of ${name}`;
    case 'correction':
      return `You said that “${text}” is ${name}`;
  }
};

/** What spoke for a relation, as a text for people: what was learnt says it itself, a pattern is named by its wording. */
export const ruleWords = (rule: string): string => {
  if (rule.startsWith('learnt')) return rule;
  const wording = rule.startsWith("'s ") ? `X${rule}` : rule;
  return /\brole\b/.test(rule) ? `a role given with the name (${wording})` : `the wording “${wording}”`;
};

/** What a relation's sentence says besides, in one order: each attribute with its words. */
export const attributesOf = (relation: Passage['relation']): { attribute: RelationAttribute; words: string }[] =>
  relationAttributes.flatMap((attribute) => {
    const words = relation?.attributes[attribute];
    return words === undefined ? [] : [{ attribute, words }];
  });

/** At most so many different words are told of one attribute of a statement. */
const mostWords = 3;

/** What the sentences of one statement say besides, each attribute with its most frequent words; none where nobody says. */
export const attributesTogether = (passages: readonly Passage[]): { attribute: RelationAttribute; words: string[]; more: number }[] =>
  relationAttributes.flatMap((attribute) => {
    const counts = new Map<string, { words: string; count: number }>();
    for (const { relation } of passages) {
      const words = relation?.attributes[attribute];
      if (words === undefined) continue;
      const key = words.toLowerCase();
      const seen = counts.get(key) ?? { words, count: 0 };
      counts.set(key, { ...seen, count: seen.count + 1 });
    }
    const ranked = [...counts.values()].sort((a, b) => b.count - a.count).map(({ words }) => words);
    return ranked.length === 0 ? [] : [{ attribute, words: ranked.slice(0, mostWords), more: Math.max(0, ranked.length - mostWords) }];
  });
