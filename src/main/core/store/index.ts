import { type ActivityReads, activityReads } from './activity-reads.ts';
import { type ArticleReads, articleReads } from './articles.ts';
import { type BoardStore, boardStore } from './boards.ts';
import { type CountReads, countReads } from './counts.ts';
import { openDatabase, query } from './database.ts';
import { type EvidenceReads, evidenceReads } from './evidence-reads.ts';
import { type GraphReads, graphReads } from './graph-reads.ts';
import { type IdentityStore, identityStore } from './identities.ts';
import { type IndexFeed, indexFeed } from './indexing.ts';
import { type LedgerStore, ledgerStore } from './ledger.ts';
import { type NodeReads, nodeReads } from './nodes.ts';
import { type ReadingReads, readingReads } from './readings.ts';
import { type StoryCandidateReads, storyCandidateReads } from './story-candidates.ts';
import { type StoreWrites, storeWrites } from './writes.ts';

export type { ArticleRow, ArticleText, DecidedMention, MentionRow } from './articles.ts';
export type { BoardRow } from './boards.ts';
export type { Counts, StoreStats } from './counts.ts';
export { databaseName } from './database.ts';
export type { NamedRow, StatedRow } from './evidence-reads.ts';
export type { LooseName, Tally } from './finding-writes.ts';
export { type Candidate, type Identity, joiningReasons } from './identities.ts';
export type { IndexableArticle, IndexableName } from './indexing.ts';
export type { LedgerEntry } from './ledger.ts';
export type { NodeKey, NodeRow } from './nodes.ts';
export { pairsOfArticle } from './pairs.ts';
export type { Reading, StoredReading } from './readings.ts';
export type { ArticleRecord, EntityRecord, Findings, MentionRecord, NameRecord, RelationRecord, SpellingReason } from './records.ts';

/** An open library. The methods are grouped by file: reading articles and nodes, feeding the search index, counting, boards, changing. */
export interface Store
  extends ArticleReads,
    NodeReads,
    GraphReads,
    EvidenceReads,
    ActivityReads,
    StoryCandidateReads,
    IndexFeed,
    CountReads,
    IdentityStore,
    LedgerStore,
    ReadingReads,
    BoardStore,
    StoreWrites {
  /** Absolute path of the library's folder. */
  readonly folder: string;
  /** Absolute path of the database. */
  readonly file: string;
  readonly readOnly: boolean;
  /** Changes whenever the library does, by this process or another: what was computed from it may be kept until then. */
  version: () => string;
  /** Closes the database; nothing of the store can be used after. */
  close: () => void;
}

/**
 * Opens the library in a folder, or makes one there. Throws `unreadable` where the file is no library or one from a newer
 * version, `not-found` where it should only be read and does not exist, `busy` where another program holds it.
 */
export const openStore = (folder: string, options: { readOnly?: boolean } = {}): Store => {
  const readOnly = options.readOnly ?? false;
  const { db, file } = openDatabase(folder, readOnly);
  const others = query<{ data_version: number }>(db, 'PRAGMA data_version');
  const identities = identityStore(db, readOnly);
  let changes = 0;
  const version = (): string => `${changes}.${others.get()?.data_version ?? 0}`;
  return {
    folder,
    file,
    readOnly,
    version,
    close: () => db.close(),
    ...articleReads(db),
    ...nodeReads(db),
    ...graphReads(db),
    ...evidenceReads(db),
    ...activityReads(db),
    ...storyCandidateReads(db),
    ...indexFeed(db),
    ...countReads(db, file, version),
    ...identities,
    ...ledgerStore(db),
    ...readingReads(db, version),
    ...boardStore(db),
    ...storeWrites(
      db,
      () => {
        changes += 1;
      },
      identities.forgetCandidates,
    ),
  };
};
