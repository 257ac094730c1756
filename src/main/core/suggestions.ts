import { type EntityId, type EntityType, entityTypes } from '../../shared/model.ts';
import type { NamingSentence, SuggestedEntity, Suggestions } from '../../shared/views-corrections.ts';
import { entityClass } from './extract/key.ts';
import { refOf } from './graph/neighbours.ts';
import { plainPassage } from './graph/passages.ts';
import { readingPairs } from './graph/reading-pairs.ts';
import { Alike, type AlikePair, type NamedEntity } from './identity/alike.ts';
import { correctedEntity } from './identity/corrections.ts';
import { sharedCompany } from './identity/weigh.ts';
import { keptWhileUnchanged } from './kept.ts';
import { inSlices, Pace } from './pace.ts';
import type { NodeRow, Store } from './store/index.ts';

/** Names are compared of the entities in the most articles, up to so many. */
const comparedMost = 8000;
/** Pairs whose company is looked up, and companions of each that are looked at. */
const lookedUpMost = 600;
const companionsMost = 400;
/** Who fits best must fit so much better than whoever else the same short name may mean. */
const betterBy = 0.5;
const examplesShown = 2;
/** Companions that a reason names. */
const namedCompanions = 3;

/** A pair that is worth asking about. */
interface Weighed extends AlikePair {
  score: number;
  /** Names of those whom both are named with, the most telling first. */
  sharing: readonly string[];
}

const pairKey = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`;

/** Pairs that the ledger says are two: refused suggestions, and what was split. */
const keptApart = (store: Store): { apart: Set<string>; refused: number } => {
  const apart = new Set<string>();
  let refused = 0;
  for (const entry of store.ledger()) {
    const whole = entry.undoneAt === null ? correctedEntity(entry) : null;
    const ids: readonly (EntityId | null)[] =
      whole?.verdict.verb === 'not-the-same'
        ? [whole.verdict.a, whole.verdict.b]
        : whole?.verdict.verb === 'split'
          ? [whole.verdict.entity, whole.becomes]
          : [];
    const [one, other] = ids.map((id) => (id === null ? null : store.rowNow(id)));
    if (whole?.verdict.verb === 'not-the-same') refused += 1;
    if (one !== undefined && one !== null && other !== undefined && other !== null) apart.add(pairKey(one, other));
  }
  return { apart, refused };
};

/** Rows of those whom an entity is named with: the rarest of them, who say most. */
const companyOf = async (store: Store, { row, articles }: NamedEntity): Promise<ReadonlySet<number>> => {
  const pairs = await inSlices(readingPairs(store, row, articles));
  pairs.sort((left, right) => left.reach - right.reach || left.key - right.key);
  return new Set(pairs.slice(0, companionsMost).map(({ key }) => key));
};

const weighed = async (store: Store): Promise<Weighed[]> => {
  const pace = new Pace();
  const alike = new Alike();
  for (const { key, name, type, articles } of store.largestEntities(entityTypes, comparedMost)) {
    alike.add({ row: key, name, type: type as EntityType, articles });
    await pace.breathe();
  }
  const { apart } = keptApart(store);
  const pairs = new Map<string, AlikePair>();
  for (let at = 0; at < alike.size; at += 1) {
    for (const pair of alike.pairsOf(at)) {
      const key = pairKey(pair.a.row, pair.b.row);
      const known = pairs.get(key);
      if (!apart.has(key) && (known === undefined || known.surety < pair.surety)) pairs.set(key, pair);
    }
    await pace.breathe();
  }
  const chosen = [...pairs.values()]
    .sort((left, right) => right.surety - left.surety || right.b.articles - left.b.articles || left.b.row - right.b.row)
    .slice(0, lookedUpMost);

  const companies = new Map<number, ReadonlySet<number>>();
  const companyIn = async (entity: NamedEntity): Promise<ReadonlySet<number>> => {
    const known = companies.get(entity.row) ?? (await companyOf(store, entity));
    companies.set(entity.row, known);
    return known;
  };
  const found: Weighed[] = [];
  for (const pair of chosen) {
    await pace.breathe();
    const [mine, its] = [await companyIn(pair.a), await companyIn(pair.b)];
    // A text that states something of the two takes them for two.
    const [together] = store.pairsWith(pair.a.row, [pair.b.row]);
    if (together !== undefined && together.relations > 0) continue;
    const shared = [...mine].filter((key) => its.has(key));
    const companions = [...store.nodesByKey(shared).values()]
      .flatMap(({ type, name, articles }) => (type === 'story' ? [] : [{ class: entityClass(type), name, articles }]))
      .sort((left, right) => left.articles - right.articles || (left.name < right.name ? -1 : 1));
    const company = sharedCompany(companions);
    // One article names both: it may well mean two.
    const needed = pair.company + (together === undefined || pair.company === 0 ? 0 : 0.8);
    if (company < needed) continue;
    const score = pair.surety + company + Math.log10(1 + pair.b.articles) / 2;
    found.push({ ...pair, score, sharing: companions.slice(0, namedCompanions).map(({ name }) => name) });
  }

  const best = new Map<string, Weighed[]>();
  for (const pair of found) if (pair.contest !== null) best.set(pair.contest, [...(best.get(pair.contest) ?? []), pair]);
  const meant = (pair: Weighed): boolean => {
    const rivals = pair.contest === null ? [] : (best.get(pair.contest) ?? []).filter((other) => other !== pair);
    return rivals.every((rival) => pair.score >= rival.score + betterBy);
  };
  return found.filter(meant).sort((left, right) => right.score - left.score || left.b.row - right.b.row);
};

const examplesOf = (store: Store, node: NodeRow): NamingSentence[] => {
  const seqs = store.latestArticlesWith(node.key, examplesShown);
  const texts = store.textsOf(seqs);
  return seqs.flatMap((seq): NamingSentence[] => {
    const text = texts.get(seq);
    const mentions = store.mentionsIn([seq], [node.key]);
    const [first] = mentions;
    if (text === undefined || first === undefined) return [];
    const [sentence] = plainPassage(text, [first.sentence], mentions, new Map([[node.key, node.id]])).parts;
    return sentence === undefined ? [] : [{ article: text.article, sentence }];
  });
};

const inWords = ({ reason, sharing: names }: Weighed): string =>
  names.length === 0
    ? reason
    : `${reason}; both are named with ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]}`;

/**
 * Suggested merges of an open library, a window at a time. They are found by keys of the names of the best known entities and by the
 * company that both keep, in slices, and kept until the library changes.
 */
export const suggestionsIn = (store: Store): ((offset: number, limit: number) => Promise<Suggestions>) => {
  const found = keptWhileUnchanged(store, () => weighed(store));
  return async (offset, limit) => {
    const pairs = await found();
    const side = (node: NodeRow): SuggestedEntity => ({ node: refOf(node) as SuggestedEntity['node'], examples: examplesOf(store, node) });
    const items = pairs.slice(offset, offset + limit).flatMap((pair) => {
      const nodes = store.nodesByKey([pair.a.row, pair.b.row]);
      const [a, b] = [nodes.get(pair.a.row), nodes.get(pair.b.row)];
      return a === undefined || b === undefined ? [] : [{ a: side(a), b: side(b), reason: inWords(pair) }];
    });
    return { items, total: pairs.length, refused: keptApart(store).refused };
  };
};
