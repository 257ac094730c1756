import type { CheckedArgs } from '../../shared/contract.ts';
import type { CalledEntity, EntityVerdict } from '../../shared/corrections.ts';
import type { EntityId, EntityType } from '../../shared/model.ts';
import { relationKinds } from '../../shared/relations.ts';
import { NewsgraphError } from '../../shared/result.ts';
import { entityClass, entityKey } from './extract/key.ts';
import { nodeIn } from './graph-methods.ts';
import { type CorrectedEntity, correctedEntity, foldedName } from './identity/corrections.ts';
import { identityId } from './identity/decide.ts';
import type { NodeRow, Store } from './store/index.ts';

/** An entity of the library as it is now. */
type Found = NodeRow & { id: EntityId; type: EntityType };

/** What is asked for, as the contract has checked it. */
type Asked = CheckedArgs<'correctEntity'>['verdict'] | Extract<EntityVerdict, { verb: 'not-the-same' }>;
type AskedTo<Verb extends Asked['verb']> = Extract<Asked, { verb: Verb }>;

/** A correction that can be made: what the ledger keeps of it, and how the articles that it may concern are marked. */
export interface Prepared {
  payload: CorrectedEntity;
  mark: () => void;
}

const refuse = (message: string, hint?: string): never => {
  throw new NewsgraphError('bad-argument', message, hint);
};

const entityIn = (store: Store, id: EntityId): Found => nodeIn(store, id) as Found;
const calledNow = ({ id, name, type }: Found): CalledEntity => ({ entity: id, name, type });

/** Throws `bad-argument` for what has neither a letter nor a digit. */
const checkName = (name: string): string => (/[\p{L}\p{N}]/u.test(name) ? name : refuse(`“${name}” is no name.`));

const merge = (store: Store, { entities, name: asked, type: chosen }: AskedTo<'merge'>): Prepared => {
  const found = [...new Map(entities.map((id) => entityIn(store, id)).map((each) => [each.key, each])).values()];
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return refuse('An entity can’t be merged with itself.');
  const kinds = new Set(found.map(({ type }) => entityClass(type)));
  if (kinds.size > 1 && chosen === undefined) {
    const each = found.map(({ name, type }) => `${name} (${type})`).join(', ');
    return refuse(`These are of different kinds: ${each}.`, 'Choose what the merged entity is.');
  }
  const name = checkName(asked ?? first.name);
  const type = chosen ?? first.type;
  const changesFirst = name !== first.name || type !== first.type;
  return {
    payload: {
      was: found.map(calledNow),
      verdict: { verb: 'merge', entities: found.map(({ id }) => id), name, type },
      becomes: null,
      changesFirst,
    },
    // What already goes by the first one's name and type stays as it is, so that joining a hub costs what joins it.
    mark: () => {
      for (const { key } of changesFirst ? found : others) store.markStaleWith(key);
    },
  };
};

/** Somebody who is to be of this name: whose own name it is and whom nothing mentions now, else somebody new. */
const somebodyNew = (store: Store, name: string, type: EntityType, sense: string): EntityId => {
  const kind = entityClass(type);
  const key = entityKey(name, type);
  const known = store.candidates(kind, key).filter(({ reason }) => reason === null);
  const free = known.find(({ row, root }) => row === root && store.articlesWith(row) === 0);
  if (free !== undefined) return free.id;
  const apart = known.length === 0 ? '' : sense;
  return store.addIdentity(identityId(kind, key, apart), kind, key, apart).id;
};

const split = (store: Store, { entity, names, mentions, as }: AskedTo<'split'>, sense: string): Prepared => {
  const found = entityIn(store, entity);
  const name = checkName(as.name);
  const other = as.entity === null ? null : entityIn(store, as.entity);
  if (other?.key === found.key) return refuse(`${found.name} can’t be split off from itself.`);
  const spellings = new Map(store.aliasesOf(found.id).map((alias) => [foldedName(alias.name), alias.name]));
  const wanted = [...new Set(names.map(foldedName))];
  const unknown = names.find((each) => !spellings.has(foldedName(each)));
  if (unknown !== undefined) return refuse(`No article calls ${found.name} “${unknown}”.`);
  if (wanted.length === 0 && mentions.length === 0) return refuse('Choose which names or mentions to split off.');
  if (wanted.length > 0 && wanted.length === spellings.size) {
    return refuse(`These are all names of ${found.name}.`, 'Leave one, or rename it instead.');
  }
  const places = mentions.map((place) => {
    const article = store.articleRow(place.article);
    const there =
      article === null ? undefined : store.decidedIn(article.seq).find(({ start, end }) => start === place.start && end === place.end);
    if (article === null || there?.entity !== found.key) {
      throw new NewsgraphError('not-found', `Article ${place.article} does not mention ${found.name} from ${place.start} to ${place.end}.`);
    }
    return article.seq;
  });
  const becomes = other?.id ?? somebodyNew(store, name, as.type, sense);
  return {
    payload: {
      was: [calledNow(found)],
      verdict: {
        verb: 'split',
        entity: found.id,
        names: wanted.map((each) => spellings.get(each) ?? each),
        mentions: mentions.map(({ article, start, end }) => ({ article, start, end })),
        as: { entity: other?.id ?? null, name, type: as.type },
      },
      becomes,
      changesFirst: false,
    },
    mark: () => {
      store.markStale(places);
      for (const length of new Set(names.map((each) => each.length))) store.markStaleSpelled(found.key, length);
    },
  };
};

const wrongRelation = (store: Store, asked: AskedTo<'wrong-relation'>): Prepared => {
  const [subject, object] = [entityIn(store, asked.subject), entityIn(store, asked.object)];
  const { kind, status, sentence } = asked;
  const { symmetric, verb } = relationKinds[kind];
  const stated = store.statedOf(subject.key, object.key).filter((row) => {
    if (row.kind !== kind || (status !== null && row.status !== status)) return false;
    return symmetric || row.subject === subject.key;
  });
  const nothing = (where: string) => new NewsgraphError('not-found', `${where} states that ${subject.name} ${verb} ${object.name}.`);
  if (stated.length === 0) throw nothing('No article');
  let seqs: number[] | null = null;
  if (sentence !== null) {
    const seq = store.articleRow(sentence.article)?.seq ?? 0;
    const spans = store.textsOf([seq]).get(seq)?.sentences ?? [];
    const number = spans.findIndex(({ start, end }) => start <= sentence.start && sentence.start < end);
    if (!stated.some((row) => row.seq === seq && row.sentence === number)) throw nothing('No such sentence');
    seqs = [seq];
  }
  return {
    payload: {
      was: [calledNow(subject), calledNow(object)],
      verdict: {
        verb: 'wrong-relation',
        subject: subject.id,
        object: object.id,
        kind,
        status,
        sentence: sentence === null ? null : { article: sentence.article, start: sentence.start },
      },
      becomes: null,
      changesFirst: false,
    },
    mark: () => store.markStale(seqs ?? [...new Set(stated.map(({ seq }) => seq))]),
  };
};

const ofOne = (store: Store, found: Found, verdict: EntityVerdict): Prepared => ({
  payload: { was: [calledNow(found)], verdict, becomes: null, changesFirst: false },
  mark: () => store.markStaleWith(found.key),
});

/** Whether an entry of the ledger holds that says the same of the two. */
const isRefused = (store: Store, a: Found, b: Found): boolean =>
  store.ledger().some((entry) => {
    const verdict = entry.undoneAt === null ? correctedEntity(entry)?.verdict : undefined;
    if (verdict?.verb !== 'not-the-same') return false;
    const keys = [verdict.a, verdict.b].map((id) => store.rowNow(id));
    return keys.includes(a.key) && keys.includes(b.key);
  });

/**
 * Checks a correction of whole entities against the library as it is now; ids that have come to mean others are replaced by whom they
 * mean. Gives a new id where somebody new is named, so it must run inside the store's `transaction`; `sense` sets that one apart from
 * others of its name. Throws `not-found` for what the library lacks, `bad-argument` for what can't be so.
 */
export const prepareEntityCorrection = (store: Store, asked: Asked, sense: string): Prepared => {
  switch (asked.verb) {
    case 'merge':
      return merge(store, asked);
    case 'split':
      return split(store, asked, sense);
    case 'wrong-relation':
      return wrongRelation(store, asked);
    case 'rename': {
      const found = entityIn(store, asked.entity);
      const name = checkName(asked.name);
      if (name === found.name) refuse(`${found.name} is called so already.`);
      return ofOne(store, found, { verb: 'rename', entity: found.id, name });
    }
    case 'retype': {
      const found = entityIn(store, asked.entity);
      if (asked.type === found.type) refuse(`${found.name} is of this type already.`);
      return ofOne(store, found, { verb: 'retype', entity: found.id, type: asked.type });
    }
    case 'no-entity': {
      const found = entityIn(store, asked.entity);
      return ofOne(store, found, { verb: 'no-entity', entity: found.id });
    }
    case 'hide': {
      const found = entityIn(store, asked.entity);
      if (store.isHidden(found.key)) refuse(`${found.name} is hidden already.`);
      return { ...ofOne(store, found, { verb: 'hide', entity: found.id }), mark: () => undefined };
    }
    case 'not-the-same': {
      const [a, b] = [entityIn(store, asked.a), entityIn(store, asked.b)];
      if (a.key === b.key) refuse('These are one entity already.');
      if (isRefused(store, a, b)) refuse(`It was said already that ${a.name} and ${b.name} are two.`);
      return {
        payload: { was: [a, b].map(calledNow), verdict: { verb: 'not-the-same', a: a.id, b: b.id }, becomes: null, changesFirst: false },
        mark: () => undefined,
      };
    }
  }
};
