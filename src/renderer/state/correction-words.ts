import type { Correction, CorrectionScope, Verdict } from '../../shared/corrections.ts';
import type { EntityType } from '../../shared/model.ts';
import type { CorrectionAnswer } from '../../shared/views.ts';

/** A type with its article: `a company`. */
export const aType: Record<EntityType, string> = {
  company: 'a company',
  organization: 'an organization',
  person: 'a person',
  place: 'a place',
  product: 'a product',
};

type Said = Pick<Correction, 'name' | 'was' | 'verdict'>;

/** What a correction says: `“Smith” is Anna Smith, not John Smith`. */
export const correctionWords = ({ name, was, verdict }: Said): string => {
  switch (verdict.verb) {
    case 'not-an-entity':
      return `“${name}” is not an entity`;
    case 'other-type':
      return `“${name}” is ${aType[verdict.type]}, not ${aType[was.type]}`;
    case 'somebody-else':
      return `“${name}” is ${verdict.name}, not ${was.name}`;
  }
};

/** Where it holds. */
export const scopeWords: Record<CorrectionScope, string> = { article: 'In one article', library: 'Everywhere' };

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
  const title = undone ? undoneWords(correction) : madeWords(correction);
  if (correction.scope === 'article') return { title, detail: undone ? 'In the article where it was corrected' : 'In this article' };
  return {
    title,
    detail: articles === 1 ? 'Everywhere, which is one article so far' : `Everywhere: in ${articles.toLocaleString('en')} articles`,
  };
};
