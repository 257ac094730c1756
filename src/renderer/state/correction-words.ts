import type { Correction, CorrectionScope, EntityCorrection, MentionCorrection, Verdict } from '../../shared/corrections.ts';
import type { ArticleId, EntityType } from '../../shared/model.ts';
import { relationKinds } from '../../shared/relations.ts';
import type { CorrectionAnswer } from '../../shared/views.ts';

/** A type with its article: `a company`. */
export const aType: Record<EntityType, string> = {
  company: 'a company',
  organization: 'an organization',
  person: 'a person',
  place: 'a place',
  product: 'a product',
};

type Said = Pick<MentionCorrection, 'name' | 'was' | 'verdict'>;
type SaidOfEntities = Pick<EntityCorrection, 'was' | 'verdict'>;

/** `a, b and c`. */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const quoted = (names: readonly string[]): string => listWords(names.map((name) => `“${name}”`));

/** What a split takes off: `“Jordan”`, `“Jordan” and 2 mentions`. */
const splitOff = ({ names, mentions }: { names: readonly string[]; mentions: readonly unknown[] }): string => {
  const places = mentions.length === 0 ? [] : [mentions.length === 1 ? 'one mention' : `${mentions.length} mentions`];
  return [...(names.length === 0 ? [] : [quoted(names)]), ...places].join(' and ');
};

const isOrAre = (many: boolean): string => (many ? 'are' : 'is');

/** What a correction of whole entities says, as `now` tells it: `Altman is Sam Altman`. */
const entityWords = ({ was, verdict }: SaidOfEntities, now: '' | 'now ' | 'no longer '): string => {
  const [first, second] = was;
  const name = first?.name ?? '';
  const still = now === 'no longer ';
  switch (verdict.verb) {
    case 'merge': {
      const others = was.filter((each, at) => at > 0 || each.name !== verdict.name).map((each) => each.name);
      const same = others.every((other) => other === verdict.name);
      if (same)
        return still
          ? `The entities called ${verdict.name} are apart again`
          : `${was.length} entities called ${verdict.name} are ${now}one`;
      return `${listWords(others)} ${isOrAre(others.length > 1)} ${now}${verdict.name}`;
    }
    case 'split': {
      const many = verdict.names.length + verdict.mentions.length > 1;
      if (still) return `${splitOff(verdict)} ${isOrAre(many)} ${name} again`;
      return `${splitOff(verdict)} of ${name} ${isOrAre(many)} ${now}${verdict.as.name}`;
    }
    case 'rename':
      return still ? `${verdict.name} is called ${name} again` : `${name} is ${now}called ${verdict.name}`;
    case 'retype': {
      const before = first ? aType[first.type] : '';
      if (still) return `${name} is ${before} again`;
      return now === '' ? `${name} is ${aType[verdict.type]}, not ${before}` : `${name} is ${now}${aType[verdict.type]}`;
    }
    case 'no-entity':
      if (still) return `${name} is an entity again`;
      return now === '' ? `${name} is not an entity` : `${name} is no longer an entity`;
    case 'hide':
      return still ? `${name} is shown again` : `${name} is ${now}hidden`;
    case 'wrong-relation': {
      const says = `“${name} ${relationKinds[verdict.kind].verb} ${second?.name ?? ''}”`;
      if (still) return `${says} counts again`;
      return now === '' ? `${says} is wrong` : `${says} no longer counts`;
    }
    case 'not-the-same': {
      const alike = was.every((each) => each.name === name);
      const both = listWords(was.map((each) => (alike ? `${each.name} (${each.type})` : each.name)));
      return still ? `${both} may be one again` : `${both} are not the same`;
    }
  }
};

/** What a correction says: `“Smith” is Anna Smith, not John Smith`. */
export const correctionWords = (correction: Said | SaidOfEntities): string =>
  'name' in correction ? mentionWords(correction) : entityWords(correction, '');

const mentionWords = ({ name, was, verdict }: Said): string => {
  switch (verdict.verb) {
    case 'not-an-entity':
      return `“${name}” is not an entity`;
    case 'other-type':
      return `“${name}” is ${aType[verdict.type]}, not ${aType[was.type]}`;
    case 'somebody-else':
      return `“${name}” is ${verdict.name}, not ${was.name}`;
  }
};

const scopes: Record<CorrectionScope, string> = { article: 'In one article', library: 'Everywhere' };

/** Where it holds; null where there is no place to tell. */
export const scopeWords = (correction: Correction): string | null => {
  if (correction.about === 'mention') return scopes[correction.scope];
  const { verdict } = correction;
  if (verdict.verb === 'not-the-same') return null;
  if (verdict.verb === 'wrong-relation' && verdict.sentence !== null) return 'In one sentence';
  return verdict.verb === 'split' && verdict.names.length === 0 ? 'Where it was picked' : 'Everywhere';
};

/** The article that it was made in; null for one of the whole library. */
export const articleOf = (correction: Correction): ArticleId | null => {
  if (correction.about === 'mention') return correction.article;
  return correction.verdict.verb === 'wrong-relation' ? (correction.verdict.sentence?.article ?? null) : null;
};

const madeWords = ({ name, verdict }: { name: string; verdict: Verdict }): string => {
  switch (verdict.verb) {
    case 'not-an-entity':
      return `“${name}” is no longer an entity`;
    case 'other-type':
      return `“${name}” is now ${aType[verdict.type]}`;
    case 'somebody-else':
      return `“${name}” is now ${verdict.name}`;
  }
};

const undoneWords = ({ name, was, verdict }: Said): string => {
  switch (verdict.verb) {
    case 'not-an-entity':
      return `“${name}” is ${was.name} again`;
    case 'other-type':
      return `“${name}” is ${aType[was.type]} again`;
    case 'somebody-else':
      return `“${name}” is ${was.name} again`;
  }
};

/** What a correction or its withdrawal has changed, for a short message: a sentence, and how far it reached. */
export const outcomeWords = ({
  correction,
  articles,
}: Pick<CorrectionAnswer, 'correction' | 'articles'>): { title: string; detail: string } => {
  const undone = correction.undoneAt !== null;
  if (correction.about === 'entity') {
    const { verb } = correction.verdict;
    const title = entityWords(correction, undone ? 'no longer ' : verb === 'not-the-same' ? '' : 'now ');
    if (verb === 'hide') return { title, detail: undone ? 'On the map and in lists' : 'It stays in articles and search' };
    if (verb === 'not-the-same') return { title, detail: undone ? 'The merge is suggested again' : 'The merge is not suggested again' };
    return { title, detail: articles === 1 ? 'In one article' : `In ${articles.toLocaleString('en')} articles` };
  }
  const title = undone ? undoneWords(correction) : madeWords(correction);
  if (correction.scope === 'article') return { title, detail: undone ? 'In the article where it was corrected' : 'In this article' };
  return {
    title,
    detail: articles === 1 ? 'Everywhere, which is one article so far' : `Everywhere: in ${articles.toLocaleString('en')} articles`,
  };
};
