import type { ArticleId, EntityId } from '../../shared/model.ts';
import { type CorrectionBook, correctionBook, standingOf } from './identity/corrections.ts';
import { joinNames } from './identity/join.ts';
import { sharedCompany } from './identity/weigh.ts';
import { decidedBefore, resolve } from './resolve.ts';
import type { Findings, Reading, Store } from './store/index.ts';

/** The corrections of each open library; built anew after the ledger has grown. */
const books = new WeakMap<Store, CorrectionBook>();
/** At which state of its joined ids a library's merges and hidden entities were written down last. */
const settledAt = new WeakMap<Store, number>();

const rowOfIn =
  (store: Store) =>
  (id: EntityId): number | null =>
    store.identityById(id)?.root ?? null;

const bookOf = (store: Store): CorrectionBook => {
  const known = books.get(store);
  if (known !== undefined) return known;
  const book = correctionBook(store.ledger(), { rowOf: rowOfIn(store), joinings: store.joinings });
  books.set(store, book);
  return book;
};

/** Writes down whom merged ids mean and who is hidden, as the ledger and the ids that articles have joined say now. */
const settleStanding = (store: Store): void => {
  const { merged, hidden } = standingOf(store.ledger(), rowOfIn(store));
  store.setStanding(merged, hidden);
  settledAt.set(store, store.joinings());
};

/** The same where an id leads elsewhere since it was done last; nearly always none does. */
const followJoinings = (store: Store): void => {
  if (bookOf(store).size > 0 && settledAt.get(store) !== store.joinings()) settleStanding(store);
};

/** Must be called when an entry was added to the ledger of a library, in the same transaction. */
export const ledgerGrew = (store: Store): void => {
  books.delete(store);
  settleStanding(store);
};

/** An article whose findings are to be made. */
interface Made {
  id: ArticleId;
  text: string;
  reading: Reading;
}

/** A short form in more articles than this is a name of its own by now. */
const shortFormAtMost = 20;
/** Company that an article shares with the articles of a short form, for these to be looked at again. */
const sharedEnough = 0.8;

/** Articles that know somebody only by a short form, and in the same company, are looked at again: here is the full name. */
const lookAgain = (store: Store, { names, entities }: Findings): void => {
  const rows = entities.map(({ row }) => row);
  for (const { class: kind, identity, claims } of names) {
    for (const [key, reason] of claims) {
      if (reason !== 'surname' && reason !== 'short form') continue;
      const own = store.candidates(kind, key).find(({ reason: other, root }) => other === null && store.articlesWith(root) > 0);
      if (own === undefined || store.articlesWith(own.root) > shortFormAtMost || own.root === store.identityByRow(identity)?.root) continue;
      store.flushPairs();
      const shared = store.companions(own.root, rows);
      const nodes = store.nodesByKey(shared.map(({ row }) => row));
      const company = shared.flatMap(({ row, articles }) => {
        const node = nodes.get(row);
        const type = node?.type;
        if (node === undefined || type === undefined || type === 'story') return [];
        return [{ class: type === 'company' || type === 'organization' ? ('org' as const) : type, name: node.name, articles }];
      });
      if (sharedCompany(company) >= sharedEnough) store.markStaleWith(own.root);
    }
  }
};

/**
 * Makes the findings of an article that comes in, and has `put` store them; inside a transaction. Others that this throws new light on
 * are marked to be made anew.
 */
export const makeFindings = (store: Store, { id, text, reading }: Made, put: (findings: Findings) => void): void => {
  const findings = resolve(store, { id, article: { text }, reading, corrections: bookOf(store), before: new Map() });
  put(findings);
  joinNames(store, store.looseNames());
  followJoinings(store);
  lookAgain(store, findings);
};

/**
 * Makes an article anew, inside a transaction: from what extraction gave once, or from a new reading. Ids, corrections and, where little
 * speaks for another, what was decided before are kept. False where the library lacks the article.
 */
export const remake = (store: Store, seq: number, fresh?: Reading): boolean => {
  const stored = store.readingOf(seq);
  if (stored === null) return false;
  const { id, text, names } = stored;
  const before = decidedBefore(store, names);
  // Before, for what is decided now may call for the article itself again.
  store.unmarkStale(seq);
  let findings: Findings | undefined;
  store.replaceFindings(seq, () => {
    findings = resolve(store, { id, article: { text }, reading: fresh ?? stored, corrections: bookOf(store), before });
    return findings;
  });
  joinNames(store, store.looseNames());
  followJoinings(store);
  if (fresh !== undefined && findings !== undefined) lookAgain(store, findings);
  return true;
};
