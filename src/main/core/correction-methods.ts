import type { CheckedArgs, Implementation } from '../../shared/contract.ts';
import type { Correction } from '../../shared/corrections.ts';
import type { EntityId, EntityType, Span } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { CorrectionAnswer, MentionCard } from '../../shared/views.ts';
import { type Prepared, prepareEntityCorrection } from './entity-corrections.ts';
import { entityClass, entityKey } from './extract/key.ts';
import { refOf } from './graph/neighbours.ts';
import { type CorrectedMention, correctedEntity, correctedMention, correctionOf, entitiesOfEntry } from './identity/corrections.ts';
import { identityId } from './identity/decide.ts';
import { ledgerGrew } from './making.ts';
import type { Remaker } from './remaking.ts';
import { joinedBy, joiningInWords } from './spellings.ts';
import type { ArticleRow, DecidedMention, LedgerEntry, NodeRow, Store } from './store/index.ts';
import { suggestionsIn } from './suggestions.ts';

type CorrectionMethods = Pick<
  Implementation,
  'mention' | 'correct' | 'correctEntity' | 'correctionUndo' | 'corrections' | 'suggestions' | 'suggestionRefused'
>;

/** Others of the same name on a mention's card. */
const othersShown = 10;

const articleIn = (store: Store, id: CheckedArgs<'mention'>['article']): ArticleRow => {
  const row = store.articleRow(id);
  if (row === null) throw new NewsgraphError('not-found', `The library has no article ${id}.`);
  return row;
};

interface Found {
  article: ArticleRow;
  mention: DecidedMention;
  /** As the article spells it. */
  text: string;
  entity: NodeRow & { id: EntityId; type: EntityType };
  /** All mentions of the article. */
  all: DecidedMention[];
  whole: string;
}

const mentionAt = (store: Store, id: CheckedArgs<'mention'>['article'], { start, end }: Span): Found => {
  const article = articleIn(store, id);
  const all = store.decidedIn(article.seq);
  const mention = all.find((each) => each.start === start && each.end === end);
  const entity = mention === undefined ? undefined : store.nodesByKey([mention.entity]).get(mention.entity);
  if (mention === undefined || entity === undefined) {
    throw new NewsgraphError('not-found', `Article ${id} has no mention from ${start} to ${end}.`);
  }
  const whole = store.textBySeq(article.seq) ?? '';
  return { article, mention, text: whole.slice(start, end), entity: entity as Found['entity'], all, whole };
};

/** The row that an id leads to by what articles say; null for one that was never given. */
const rootOf = (store: Store, id: EntityId | null): number | null => (id === null ? null : (store.identityById(id)?.root ?? null));

/** Corrections, newest first: all, or those that were made of an entity or point to it. */
export const correctionsOf = (store: Store, entity: number | null): Correction[] =>
  store
    .ledger()
    .reverse()
    .flatMap((entry) => {
      const concerned = entity === null || entitiesOfEntry(entry).some((id) => rootOf(store, id) === entity || store.rowNow(id) === entity);
      return concerned ? (correctionOf(entry) ?? []) : [];
    });

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a correction of whole entities that took effect in an article may be why a mention means this entity. */
const concernsMention = (store: Store, entry: LedgerEntry, entity: number): boolean => {
  const whole = correctedEntity(entry);
  if (whole === null || whole.verdict.verb === 'wrong-relation') return false;
  if (whole.verdict.verb === 'split') return whole.becomes !== null && store.rowNow(whole.becomes) === entity;
  return entitiesOfEntry(entry).some((id) => store.rowNow(id) === entity);
};

const cardOf = (store: Store, { article, mention, text, entity, all, whole }: Found): MentionCard => {
  const spelled = all.filter((each) => each.entity === mention.entity && whole.slice(each.start, each.end) === text);
  const holding = store.correctionsIn(article.seq).flatMap((id): Correction[] => {
    const entry = store.ledgerEntry(id);
    const correction = entry === null ? null : correctionOf(entry);
    if (correction === null) return [];
    if (correction.about === 'mention') return sameName(correction.name, text) ? [correction] : [];
    return entry !== null && concernsMention(store, entry, mention.entity) ? [correction] : [];
  });
  const joining = joinedBy(store, entity, text);
  const read = store.readingOf(article.seq)?.extraction.mentions.find(({ start, end }) => start === mention.start && end === mention.end);
  return {
    article: article.id,
    start: mention.start,
    end: mention.end,
    text,
    entity: refOf(entity) as MentionCard['entity'],
    type: mention.type,
    confidence: mention.confidence,
    reason: read?.reason ?? '',
    why: mention.why ?? joiningInWords(mention.alias === null ? joining : null),
    alias: mention.alias ?? joining,
    alike: { here: spelled.length, everywhere: store.aliasesOf(entity.id).find(({ name }) => name === text)?.count ?? spelled.length },
    others: store
      .entitiesNamed(text)
      .filter(({ id }) => id !== entity.id)
      .slice(0, othersShown),
    corrections: holding,
  };
};

/** Whom a corrected name means from now on: an id of the library, given here where it is somebody new. Null where the entity stays. */
const becomes = (store: Store, { entity }: Found, verdict: CorrectedMention['verdict'], sense: string): EntityId | null => {
  // An id that was merged is not brought back by naming it.
  const nowMeant = (id: EntityId): EntityId => (store.nodeRows([id])[0]?.id as EntityId | undefined) ?? id;
  const idFor = (name: string, type: EntityType, distinct: boolean): EntityId => {
    const kind = entityClass(type);
    const key = entityKey(name, type);
    if (!/[\p{L}\p{N}]/u.test(name)) throw new NewsgraphError('bad-argument', `“${name}” is no name.`);
    const known = store.candidates(kind, key).filter(({ reason }) => reason === null);
    const [first] = known;
    if (first !== undefined && !distinct) return nowMeant(first.id);
    const apart = first === undefined ? '' : sense;
    return store.addIdentity(identityId(kind, key, apart), kind, key, apart).id;
  };
  switch (verdict.verb) {
    case 'not-an-entity':
      return null;
    case 'other-type':
      return entityClass(verdict.type) === entityClass(entity.type) ? null : idFor(entity.name, verdict.type, false);
    case 'somebody-else':
      if (verdict.entity === null) return idFor(verdict.name, verdict.type, true);
      if (rootOf(store, verdict.entity) === null) throw new NewsgraphError('not-found', `The library has no entity ${verdict.entity}.`);
      return nowMeant(verdict.entity);
  }
};

/** The first place of a corrected name in its article, as extraction read it. */
const placeOfName = (store: Store, { seq }: ArticleRow, { name }: CorrectedMention): Span | null =>
  store.readingOf(seq)?.extraction.mentions.find(({ text }) => sameName(text, name)) ?? null;

/** Whom to show once a correction of whole entities was made or withdrawn: the first of them that is still there. */
const shownAfter = (store: Store, { was }: { was: readonly { entity: EntityId }[] }): EntityId | null =>
  (store.nodeRows(was.map(({ entity }) => entity))[0]?.id as EntityId | undefined) ?? null;

/**
 * The contract's methods about corrections. An entry of the ledger and the list of articles that it concerns are one transaction; the
 * articles are made anew in slices after it, and go on after a kill.
 */
export const correctionMethods = (store: Store, remaker: Remaker): CorrectionMethods => {
  const suggested = suggestionsIn(store);

  const answer = async (id: number, articles: () => number, entity: () => EntityId | null): Promise<CorrectionAnswer> => {
    await remaker.drain();
    const entry = store.ledgerEntry(id);
    const correction = entry === null ? null : correctionOf(entry);
    if (correction === null) throw new NewsgraphError('not-found', `There is no correction ${id}.`);
    return { correction, articles: articles(), entity: entity() };
  };

  const entityAt = (article: ArticleRow | null, span: Span | null): EntityId | null => {
    if (article === null || span === null) return null;
    const mention = store.decidedIn(article.seq).find(({ start, end }) => start === span.start && end === span.end);
    const entity = mention === undefined ? undefined : store.nodesByKey([mention.entity]).get(mention.entity);
    return (entity?.id as EntityId | undefined) ?? null;
  };

  /** Adds an entry that `prepare` makes, marks what it concerns, and answers when all is made anew. */
  const add = (prepare: (madeAt: string) => Prepared): Promise<CorrectionAnswer> => {
    const madeAt = new Date().toISOString();
    const { id, payload } = store.transaction(() => {
      const prepared = prepare(madeAt);
      prepared.mark();
      const entry = store.addToLedger({
        madeAt,
        verb: prepared.payload.verdict.verb,
        payload: JSON.stringify(prepared.payload),
        undoes: null,
      });
      ledgerGrew(store);
      return { id: entry, payload: prepared.payload };
    });
    return answer(
      id,
      () => store.articlesCorrectedBy(id).length,
      () => shownAfter(store, payload),
    );
  };

  return {
    mention: ({ article, start, end }) => cardOf(store, mentionAt(store, article, { start, end })),
    correct: async ({ article: id, start, end, scope, verdict }) => {
      const found = mentionAt(store, id, { start, end });
      const { article, entity, mention, text } = found;
      const madeAt = new Date().toISOString();
      const entry = store.transaction(() => {
        const payload: CorrectedMention = {
          scope,
          article: id,
          name: text,
          was: { entity: entity.id, name: entity.name, type: entity.type },
          verdict,
          becomes: becomes(store, found, verdict, `corrected ${id.slice(2)} ${start} ${madeAt}`),
        };
        if (scope === 'article') store.markStale([article.seq]);
        else store.markStaleSpelled(mention.entity, text.length);
        const added = store.addToLedger({ madeAt, verb: verdict.verb, payload: JSON.stringify(payload), undoes: null });
        ledgerGrew(store);
        return added;
      });
      return answer(
        entry,
        () => store.articlesCorrectedBy(entry).length,
        () => entityAt(article, { start, end }),
      );
    },
    correctEntity: async ({ verdict }) => add((madeAt) => prepareEntityCorrection(store, verdict, `split ${madeAt}`)),
    correctionUndo: async ({ id }) => {
      const entry = store.ledgerEntry(id);
      const [mention, whole] = entry === null ? [null, null] : [correctedMention(entry), correctedEntity(entry)];
      if (entry === null || (mention === null && whole === null) || entry.undoneAt !== null) {
        throw new NewsgraphError('not-found', `No correction ${id} holds that could be withdrawn.`);
      }
      const concerned = store.articlesCorrectedBy(id);
      store.transaction(() => {
        store.addToLedger({ madeAt: new Date().toISOString(), verb: 'undo', payload: '{}', undoes: id });
        store.markStale(concerned);
        ledgerGrew(store);
      });
      return answer(
        id,
        () => concerned.length,
        () => {
          if (whole !== null) return shownAfter(store, whole);
          const article = mention === null ? null : store.articleRow(mention.article);
          return mention === null || article === null ? null : entityAt(article, placeOfName(store, article, mention));
        },
      );
    },
    corrections: ({ entity }) => correctionsOf(store, entity === undefined ? null : (store.rowNow(entity) ?? Number.NaN)),
    suggestions: ({ offset, limit }) => suggested(offset, limit),
    suggestionRefused: async ({ a, b }) => add(() => prepareEntityCorrection(store, { verb: 'not-the-same', a, b }, '')),
  };
};
