import { type Correction, type CorrectionScope, correctionScopes, type Verdict } from '../../../shared/corrections.ts';
import type { ArticleId, EntityId, EntityType } from '../../../shared/model.ts';
import { entityClass } from '../extract/key.ts';
import type { LedgerEntry } from '../store/index.ts';

/** What the ledger keeps of a correction of a mention, as its payload. */
export interface CorrectedMention {
  scope: CorrectionScope;
  article: ArticleId;
  /** As the article spells it. */
  name: string;
  was: Correction['was'];
  verdict: Verdict;
  /** Whom the name means instead; null where the entity stays the same, or there is none. */
  becomes: EntityId | null;
}

const verbs: ReadonlySet<string> = new Set<Verdict['verb']>(['not-an-entity', 'other-type', 'somebody-else']);

/** The payload of an entry that corrects a mention; null for an entry of another verb. */
export const correctedMention = ({ verb, payload }: LedgerEntry): CorrectedMention | null => {
  if (!verbs.has(verb)) return null;
  const mention = JSON.parse(payload) as CorrectedMention;
  return correctionScopes.includes(mention.scope) ? mention : null;
};

/** An entry of the ledger as the contract tells it; null for an entry that corrects no mention. */
export const correctionOf = (entry: LedgerEntry): Correction | null => {
  const mention = correctedMention(entry);
  if (mention === null) return null;
  const { scope, article, name, was, verdict } = mention;
  return { id: entry.id, madeAt: entry.madeAt, undoneAt: entry.undoneAt, scope, article, name, was, verdict };
};

/** What a mention is taken for, while corrections are applied to it. */
export interface Taken {
  /** Row of the entity; null once it was said to be none. */
  root: number | null;
  type: EntityType;
  /** The full name of whom it means, where a correction says so. */
  name: string | null;
  /** Entries that took effect, in order. */
  by: number[];
}

/** The corrections that hold, ready to be applied to mentions. */
export interface CorrectionBook {
  /** How many there are. */
  readonly size: number;
  /**
   * What a mention spelled `name` is taken for. `named` are all whom the article calls so before any correction: what one article was
   * corrected for holds in it though a better extraction takes the name for something else.
   */
  apply(article: ArticleId, name: string, taken: Taken, named: ReadonlySet<number>): Taken;
  /** Whether anything was ever corrected about this spelling. */
  concerns(name: string): boolean;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** Corrections by name. `rowOf` gives the row that an id now leads to; null for one that the library never gave. */
export const correctionBook = (entries: readonly LedgerEntry[], rowOf: (id: EntityId) => number | null): CorrectionBook => {
  const byName = new Map<string, { id: number; mention: CorrectedMention }[]>();
  let size = 0;
  for (const entry of entries) {
    const mention = entry.undoneAt === null ? correctedMention(entry) : null;
    if (mention === null) continue;
    size += 1;
    const name = folded(mention.name);
    byName.set(name, [...(byName.get(name) ?? []), { id: entry.id, mention }]);
  }

  const applies = (
    { scope, article: place, was }: CorrectedMention,
    article: ArticleId,
    taken: Taken,
    named: ReadonlySet<number>,
  ): boolean => {
    if (scope === 'article' && place !== article) return false;
    const meant = rowOf(was.entity);
    if (taken.root === meant) return true;
    return scope === 'article' && taken.by.length === 0 && (meant === null || !named.has(meant));
  };

  const applied = ({ verdict, was, becomes }: CorrectedMention, taken: Taken, by: number[]): Taken => {
    if (verdict.verb === 'not-an-entity') return { ...taken, root: null, by };
    const root = becomes === null ? taken.root : (rowOf(becomes) ?? taken.root);
    if (verdict.verb === 'somebody-else') return { root, type: verdict.type, name: verdict.name, by };
    const renamed = entityClass(was.type) === entityClass(verdict.type) ? taken.name : was.name;
    return { root, type: verdict.type, name: renamed, by };
  };

  return {
    size,
    concerns: (name) => byName.has(folded(name)),
    apply: (article, name, start, named) => {
      let taken = start;
      for (const { id, mention } of byName.get(folded(name)) ?? []) {
        if (taken.root === null) break;
        if (applies(mention, article, taken, named)) taken = applied(mention, taken, [...taken.by, id]);
      }
      return taken;
    },
  };
};
