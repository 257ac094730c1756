import {
  type CalledEntity,
  type Correction,
  type CorrectionScope,
  correctionScopes,
  type EntityVerdict,
  type Verdict,
} from '../../../shared/corrections.ts';
import type { ArticleId, EntityId, EntityType, Span } from '../../../shared/model.ts';
import { type RelationKind, type RelationStatus, relationKinds } from '../../../shared/relations.ts';
import { entityClass } from '../extract/key.ts';
import type { LedgerEntry } from '../store/index.ts';

/** What the ledger keeps of a correction of a mention, as its payload. */
export interface CorrectedMention {
  scope: CorrectionScope;
  article: ArticleId;
  /** As the article spells it. */
  name: string;
  was: CalledEntity;
  verdict: Verdict;
  /** Whom the name means instead; null where the entity stays the same, or there is none. */
  becomes: EntityId | null;
}

/** What the ledger keeps of a correction of whole entities, as its payload. */
export interface CorrectedEntity {
  was: CalledEntity[];
  verdict: EntityVerdict;
  /** Of a split, whom the names mean instead. */
  becomes: EntityId | null;
  /** Of a merge, whether the one that stays is called or typed otherwise by it. */
  changesFirst: boolean;
}

const mentionVerbs: ReadonlySet<string> = new Set<Verdict['verb']>(['not-an-entity', 'other-type', 'somebody-else']);
const entityVerbs: ReadonlySet<string> = new Set<EntityVerdict['verb']>([
  'merge',
  'split',
  'rename',
  'retype',
  'no-entity',
  'hide',
  'wrong-relation',
  'not-the-same',
]);

/** The payload of an entry that corrects a mention; null for an entry of another verb. */
export const correctedMention = ({ verb, payload }: LedgerEntry): CorrectedMention | null => {
  if (!mentionVerbs.has(verb)) return null;
  const mention = JSON.parse(payload) as CorrectedMention;
  return correctionScopes.includes(mention.scope) ? mention : null;
};

/** The payload of an entry that corrects whole entities; null for an entry of another verb. */
export const correctedEntity = ({ verb, payload }: LedgerEntry): CorrectedEntity | null =>
  entityVerbs.has(verb) ? (JSON.parse(payload) as CorrectedEntity) : null;

/** An entry of the ledger as the contract tells it; null for one whose verb this version does not know. */
export const correctionOf = (entry: LedgerEntry): Correction | null => {
  const { id, madeAt, undoneAt } = entry;
  const mention = correctedMention(entry);
  if (mention !== null) {
    const { scope, article, name, was, verdict } = mention;
    return { id, madeAt, undoneAt, about: 'mention', scope, article, name, was, verdict };
  }
  const whole = correctedEntity(entry);
  return whole === null ? null : { id, madeAt, undoneAt, about: 'entity', was: whole.was, verdict: whole.verdict };
};

/** All entities that an entry of the ledger is about or points to. */
export const entitiesOfEntry = (entry: LedgerEntry): EntityId[] => {
  const mention = correctedMention(entry);
  if (mention !== null) return mention.becomes === null ? [mention.was.entity] : [mention.was.entity, mention.becomes];
  const whole = correctedEntity(entry);
  if (whole === null) return [];
  const ids = whole.was.map(({ entity }) => entity);
  return whole.becomes === null ? ids : [...ids, whole.becomes];
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
  /** What it was taken for before each of them. */
  before: (number | null)[];
  /** Whether each of them was about whole entities, so that the spelling stands for the name as it did. */
  whole: boolean;
}

/** A mention as extraction read it, before any correction. */
export const takenAs = (root: number, type: EntityType): Taken => ({ root, type, name: null, by: [], before: [], whole: true });

/** What it was taken for once all corrections before an entry were applied. */
const rootAt = ({ root, by, before }: Taken, entry: number): number | null => {
  const next = by.findIndex((id) => id >= entry);
  return next < 0 ? root : (before[next] ?? null);
};

/** A mention that corrections are applied to. */
export interface Correctable extends Span {
  text: string;
}

/** A statement that may have been said to be wrong; `span` is its sentence's. */
export interface Doubtful {
  kind: RelationKind;
  status: RelationStatus;
  span: Span;
}

/** The corrections that hold, ready to be applied to mentions and statements. */
export interface CorrectionBook {
  /** How many there are. */
  readonly size: number;
  /**
   * What a mention is taken for. `named` are all whom the article calls so before any correction: what one article was
   * corrected for holds in it though a better extraction takes the name for something else.
   */
  apply(article: ArticleId, mention: Correctable, taken: Taken, named: ReadonlySet<number>): Taken;
  /** The entry that says that a statement of an article is wrong; null where none does. */
  wrong(article: ArticleId, statement: Doubtful, subject: Taken, object: Taken): number | null;
  /** Whether the name of a mention was ever corrected by its spelling. */
  concerns(name: string): boolean;
}

/** What a book asks of its library. */
export interface BookPort {
  /** The row that an id now leads to; null for one that the library never gave. */
  rowOf: (id: EntityId) => number | null;
  /** Changes whenever an id may lead elsewhere. */
  joinings: () => number;
}

/** The form in which two spellings of a name are one for a correction. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase();

/** An entry that says of statements that they are wrong. */
interface Doubt {
  id: number;
  verdict: Extract<EntityVerdict, { verb: 'wrong-relation' }>;
}

type Entry = { id: number } & ({ mention: CorrectedMention } | { whole: CorrectedEntity });

/** The entities whose mentions a correction may change. */
const changed = (verdict: EntityVerdict): readonly EntityId[] => {
  switch (verdict.verb) {
    case 'merge':
      return verdict.entities;
    case 'split':
    case 'rename':
    case 'retype':
    case 'no-entity':
      return [verdict.entity];
    case 'hide':
    case 'wrong-relation':
    case 'not-the-same':
      return [];
  }
};

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;

const gatheredBy = <Key, Item>(items: Iterable<readonly [Key, Item]>): Map<Key, Item[]> => {
  const gathered = new Map<Key, Item[]>();
  for (const [key, item] of items) {
    const there = gathered.get(key);
    if (there === undefined) gathered.set(key, [item]);
    else there.push(item);
  }
  return gathered;
};

/** The corrections that hold of a library's ledger. */
export const correctionBook = (entries: readonly LedgerEntry[], { rowOf, joinings }: BookPort): CorrectionBook => {
  const holding = entries.flatMap((entry): Entry[] => {
    if (entry.undoneAt !== null) return [];
    const mention = correctedMention(entry);
    if (mention !== null) return [{ id: entry.id, mention }];
    const whole = correctedEntity(entry);
    return whole === null ? [] : [{ id: entry.id, whole }];
  });
  const byName = gatheredBy(holding.flatMap((entry) => ('mention' in entry ? [[foldedName(entry.mention.name), entry] as const] : [])));
  const doubts = holding.flatMap((entry): Doubt[] =>
    'whole' in entry && entry.whole.verdict.verb === 'wrong-relation' ? [{ id: entry.id, verdict: entry.whole.verdict }] : [],
  );
  const splitNames = new Map(
    holding.flatMap(({ id, ...entry }) =>
      'whole' in entry && entry.whole.verdict.verb === 'split' ? [[id, new Set(entry.whole.verdict.names.map(foldedName))] as const] : [],
    ),
  );

  let byRow = new Map<number, Entry[]>();
  let doubtsByRow = new Map<number, Doubt[]>();
  let builtAt: number | null = null;
  const keepUp = (): void => {
    if (builtAt === joinings()) return;
    builtAt = joinings();
    const underRows = <Item>(item: Item, ids: readonly EntityId[]): (readonly [number, Item])[] =>
      [...new Set(ids.flatMap((id) => rowOf(id) ?? []))].map((row) => [row, item]);
    byRow = gatheredBy(holding.flatMap((entry) => underRows(entry, 'whole' in entry ? changed(entry.whole.verdict) : [])));
    doubtsByRow = gatheredBy(doubts.flatMap((doubt) => underRows(doubt, [doubt.verdict.subject, doubt.verdict.object])));
  };
  const entriesOf = (row: number): readonly Entry[] => {
    keepUp();
    return byRow.get(row) ?? [];
  };
  /** Those that may be about a statement of this subject: also by what it was taken for before other corrections. */
  const doubtsOf = ({ root, before }: Taken): Doubt[] => {
    keepUp();
    const rows = new Set([root, ...before]);
    return [...new Set([...rows].flatMap((row) => (row === null ? [] : (doubtsByRow.get(row) ?? []))))].sort(
      (left, right) => left.id - right.id,
    );
  };

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

  type Changed = Pick<Taken, 'root' | 'type' | 'name'>;

  const mentionChanged = ({ verdict, was, becomes }: CorrectedMention, taken: Taken): Changed => {
    if (verdict.verb === 'not-an-entity') return { ...taken, root: null };
    const root = becomes === null ? taken.root : (rowOf(becomes) ?? taken.root);
    if (verdict.verb === 'somebody-else') return { root, type: verdict.type, name: verdict.name };
    const renamed = entityClass(was.type) === entityClass(verdict.type) ? taken.name : was.name;
    return { root, type: verdict.type, name: renamed };
  };

  /** Null where the correction has nothing to say of this mention. */
  const wholeChanged = (
    id: number,
    { verdict, becomes, changesFirst }: CorrectedEntity,
    article: ArticleId,
    mention: Correctable,
    taken: Taken,
  ): Changed | null => {
    switch (verdict.verb) {
      case 'merge': {
        const [first] = verdict.entities;
        const root = first === undefined ? null : rowOf(first);
        if (root === null || (root === taken.root && !changesFirst)) return null;
        return { root, type: verdict.type, name: verdict.name };
      }
      case 'split': {
        const picked =
          splitNames.get(id)?.has(foldedName(mention.text)) ||
          verdict.mentions.some((place) => place.article === article && overlaps(place, mention));
        const root = picked && becomes !== null ? rowOf(becomes) : null;
        return root === null ? null : { root, type: verdict.as.type, name: verdict.as.name };
      }
      case 'rename':
        return { ...taken, name: verdict.name };
      case 'retype':
        return { ...taken, type: verdict.type };
      case 'no-entity':
        return { ...taken, root: null };
      case 'hide':
      case 'wrong-relation':
      case 'not-the-same':
        return null;
    }
  };

  const states = (verdict: Doubt['verdict'], from: number | null, to: number | null): boolean => {
    const [subject, object] = [rowOf(verdict.subject), rowOf(verdict.object)];
    if (subject === null || object === null) return false;
    return (subject === from && object === to) || (relationKinds[verdict.kind].symmetric && subject === to && object === from);
  };

  return {
    size: holding.length,
    concerns: (name) => byName.has(foldedName(name)),
    apply: (article, mention, start, named) => {
      const ofName = byName.size === 0 ? [] : (byName.get(foldedName(mention.text)) ?? []);
      let taken = start;
      for (let last = 0; taken.root !== null; ) {
        const [one, other] = [ofName, entriesOf(taken.root)].map((list) => list.find(({ id }) => id > last));
        const entry = one !== undefined && (other === undefined || one.id < other.id) ? one : other;
        if (entry === undefined) break;
        last = entry.id;
        let change: Changed | null = null;
        if ('whole' in entry) change = wholeChanged(entry.id, entry.whole, article, mention, taken);
        else if (applies(entry.mention, article, taken, named)) change = mentionChanged(entry.mention, taken);
        if (change === null) continue;
        const { root, type, name } = change;
        taken = {
          root,
          type,
          name,
          by: [...taken.by, entry.id],
          before: [...taken.before, taken.root],
          whole: taken.whole && 'whole' in entry,
        };
      }
      return taken;
    },
    wrong: (article, { kind, status, span }, subject, object) => {
      if (doubts.length === 0) return null;
      const found = doubtsOf(subject).find(({ id, verdict }) => {
        if (verdict.kind !== kind || (verdict.status !== null && verdict.status !== status)) return false;
        const { sentence } = verdict;
        if (sentence !== null && (sentence.article !== article || sentence.start < span.start || sentence.start >= span.end)) return false;
        return states(verdict, rootAt(subject, id), rootAt(object, id));
      });
      return found?.id ?? null;
    },
  };
};

/** What the corrections that hold make of ids and nodes themselves, whatever any article says. */
export interface Standing {
  /** Row of an identity that was merged, and that of whom it is now. */
  merged: ReadonlyMap<number, number>;
  /** Rows of those that are hidden. */
  hidden: ReadonlySet<number>;
}

/** Whom merged ids mean, and who is hidden, by the entries that hold. */
export const standingOf = (entries: readonly LedgerEntry[], rowOf: BookPort['rowOf']): Standing => {
  const next = new Map<number, number>();
  const hidden = new Set<number>();
  for (const entry of entries) {
    const verdict = entry.undoneAt === null ? correctedEntity(entry)?.verdict : undefined;
    if (verdict?.verb === 'hide') {
      const row = rowOf(verdict.entity);
      if (row !== null) hidden.add(row);
    }
    if (verdict?.verb !== 'merge') continue;
    const [first, ...others] = verdict.entities.flatMap((id) => rowOf(id) ?? []);
    if (first === undefined) continue;
    next.delete(first);
    for (const row of others) if (row !== first) next.set(row, first);
  }
  const merged = new Map<number, number>();
  for (const [row, to] of next) {
    let at = to;
    for (let further = next.get(at); further !== undefined && further !== row; further = next.get(at)) at = further;
    merged.set(row, at);
  }
  return { merged, hidden };
};
