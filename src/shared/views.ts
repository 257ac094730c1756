import type { Correction } from './corrections.ts';
import type { AliasReason, RelationAttributes } from './extraction.ts';
import type {
  ArticleId,
  ArticleRef,
  Block,
  EntityId,
  EntityType,
  LinkId,
  NodeId,
  NodeRef,
  NodeType,
  Origin,
  Span,
  StoryId,
} from './model.ts';
import type { Polarity, RelationKind, RelationStatus } from './relations.ts';
import type { Failure } from './result.ts';
import type { CorrectingProgress } from './views-corrections.ts';
import type { ExportProgress } from './views-export.ts';

/** What the contract's methods answer. Dates are ISO 8601 text; `null` means not known. */

/** State of the open library. */
export interface LibraryStatus {
  /** Absolute path of the library's folder. */
  folder: string;
  name: string;
  /** True when another process holds the library, or its folder may not be written to: everything can be read, nothing changed. */
  readOnly: boolean;
  articles: number;
  entities: number;
  relations: number;
  stories: number;
  /** `ready` once the saved search index is open and up to date. */
  index: 'opening' | 'ready';
  /** Messages about the library that the user should see once, such as a rebuilt index. */
  notices: string[];
  /** Articles that were read with the extraction of an older version, which reading anew would take in. */
  outdated: number;
  import: ImportProgress | null;
  /** The reading anew that runs, or the last of this run. */
  reread: RereadProgress | null;
}

export interface LibraryStats extends LibraryStatus {
  entitiesByType: Record<EntityType, number>;
  relationsByKind: Partial<Record<RelationKind, number>>;
  publishers: { name: string; articles: number }[];
  firstPublished: string | null;
  lastPublished: string | null;
  mentions: number;
  bytes: { database: number; index: number };
}

// ---- importing

export type ImportState = 'running' | 'done' | 'cancelled' | 'failed';

export interface ImportProblem {
  place: string;
  /** A plain sentence: what is wrong with it. */
  reason: string;
}

/** Counts of one import; what is counted here is on disk. */
export interface ImportProgress {
  job: number;
  state: ImportState;
  /** Files found so far; final once `walked` is true. */
  files: number;
  /** Files of other formats that were passed over in folders. */
  skipped: number;
  walked: boolean;
  filesDone: number;
  /** Articles new to the library. */
  articles: number;
  /** Articles that the library already had: only their origin was added, if that was new. */
  duplicates: number;
  entities: number;
  relations: number;
  problems: number;
  elapsedMs: number;
  /** Milliseconds left, estimated; null while unknown. */
  leftMs: number | null;
  /** Set when `state` is `failed`. */
  error?: Failure;
}

export interface ImportReport extends ImportProgress {
  /** Every file or part that did not come in, by name with its reason. */
  problemList: ImportProblem[];
  /** The first articles that came in, newest import first. */
  firstArticles: ArticleRef[];
}

// ---- graph

export interface Point {
  x: number;
  y: number;
}

export interface GraphNode extends NodeRef {
  /** Importance in this slice, 0 to 1: the drawn size follows it. */
  weight: number;
  /** Number of the community in this slice, from 0. */
  community: number;
  /** Neighbours in the library that this slice does not show. */
  more: number;
  /** Dates of the first and the last article that mentions it. */
  first: string | null;
  last: string | null;
}

/** One kind of statement on a link. */
export interface LinkRelation {
  kind: RelationKind;
  status: RelationStatus;
  from: EntityId;
  to: EntityId;
  sentences: number;
  articles: number;
}

/** What the graph draws between two nodes: one line for all that is known of the pair. */
export interface GraphLink {
  id: LinkId;
  source: NodeId;
  target: NodeId;
  /** `relation` where at least one sentence states one, `mention` from a story to what it is about, else `co-mention`. */
  kind: 'relation' | 'co-mention' | 'mention';
  /** Strongest first; empty for co-mentions and mentions. */
  relations: LinkRelation[];
  /** Articles that mention both. */
  articles: number;
  /** Sentences that mention both. */
  sentences: number;
  /** Independent stories among those articles. */
  stories: number;
  /** 0 to 1 within this slice; see docs/decisions on ranking. */
  strength: number;
  /** When the pair was first and last reported together. */
  first: string | null;
  last: string | null;
}

/** A ranked part of the graph that can be drawn as it is. */
export interface Slice {
  focus: NodeId | null;
  nodes: GraphNode[];
  links: GraphLink[];
  /** A place for every node, in the graph's own units (1 unit = 1 px at zoom 1), centred on 0, 0. */
  positions: Record<NodeId, Point>;
  /**
   * The communities, strongest first, named after their strongest members. `head` is the strongest of all: what to call a community by
   * across answers, for `id` is a number in this one.
   */
  communities: { id: number; name: string; size: number; head: NodeId }[];
}

export interface Neighbour {
  node: NodeRef;
  link: GraphLink;
}

/** The neighbours of a node, ranked by strength. */
export interface Neighbours {
  of: NodeRef;
  items: Neighbour[];
  /** All neighbours that the filter lets through; `items` is a window of it. */
  total: number;
  byType: Record<NodeType, number>;
}

/** A node with its neighbourhood, ready to draw. */
export interface Neighbourhood extends Slice {
  of: NodeRef;
  nodes: (GraphNode & {
    /** Links from the node in the middle; null where nothing in the slice leads there. */
    depth: number | null;
  })[];
  /** Neighbours that the filter lets through, and those not in the slice. */
  total: number;
  more: number;
}

/** One sentence (or, where no single sentence names both, two of one article) that supports a link. */
export interface Passage {
  article: ArticleRef;
  parts: PassagePart[];
  /** The relation that this sentence states; null for a co-mention. */
  relation: {
    kind: RelationKind;
    status: RelationStatus;
    from: EntityId;
    to: EntityId;
    rule: string;
    confidence: number;
    attributes: RelationAttributes;
    /** Where the sentence that states it begins in the article: one of the parts. */
    at: number;
  } | null;
}

export interface PassagePart extends Span {
  /** `article.text.slice(start, end)`. */
  text: string;
  /** Where the two ends of the link are named, relative to this part's start. */
  marks: (Span & { node: NodeId })[];
}

/** What articles say of a relation in one direction; `relation` is null where they only name both. */
export interface EvidenceGroup {
  /** Both ends of a kind without direction are alike: then `from` and `to` are those of the newest sentence, as is `status`. */
  relation: { kind: RelationKind; status: RelationStatus; from: EntityId; to: EntityId } | null;
  polarity: Polarity | 'together';
  /** Newest first; at most `limit` of them. */
  passages: Passage[];
  /** Sentences in all. */
  total: number;
  articles: number;
  /** Independent stories among those articles. */
  stories: number;
}

/** Everything that stands behind a link, or what of it a filter lets through. */
export interface Evidence {
  a: NodeRef;
  b: NodeRef;
  articles: number;
  stories: number;
  groups: EvidenceGroup[];
}

// ---- entities and stories

export interface EntityAlias {
  name: string;
  count: number;
  /** Why this spelling is taken for the entity; null where it is its own name. */
  reason: AliasReason | 'correction' | null;
}

export interface EntityCard {
  node: NodeRef & { id: EntityId; type: EntityType };
  aliases: EntityAlias[];
  mentions: number;
  first: string | null;
  last: string | null;
  strongest: Neighbour[];
  relations: { kind: RelationKind; total: number }[];
  /** Where the asked-for article names it first. */
  inArticle: { article: ArticleId; mentions: number; sentence: PassagePart } | null;
  /** Mean confidence of its mentions, 0 to 1. */
  confidence: number;
  /** What spoke for its mentions in the latest articles, most frequent first, at most five. */
  reasons: { reason: string; mentions: number }[];
  /** As which types its mentions were read, most frequent first. */
  types: { type: EntityType; mentions: number }[];
  /** Corrections that were made of it or that point to it, newest first; withdrawn ones too. */
  corrections: Correction[];
  /** The reader hides it: it stays in articles and search, and is left out of all that is drawn or listed of others. */
  hidden: boolean;
  /** What the reader has noted on it; empty where there is nothing. */
  note: string;
}

/** What was decided about one mention, and why. */
export interface MentionCard extends Span {
  article: ArticleId;
  /** As the article spells it. */
  text: string;
  entity: NodeRef & { id: EntityId; type: EntityType };
  /** What this mention was read as: may differ from the entity's type. */
  type: EntityType;
  confidence: number;
  /** What spoke for the name and its type; empty for articles that came in before reasons were kept. */
  reason: string;
  /** How the name came to mean this entity, where it is more than the same name: joined, told apart from others, corrected. */
  why: string | null;
  alias: AliasReason | 'correction' | null;
  /** Mentions spelled like this of the entity: in this article, and in the library. */
  alike: { here: number; everywhere: number };
  /** Other entities of the library that are called like this, most mentioned first, at most ten. */
  others: NodeRef[];
  /** Corrections that hold for this mention, newest first. */
  corrections: Correction[];
}

/** What a correction, or its withdrawal, changed. */
export interface CorrectionAnswer {
  correction: Correction;
  /** Articles whose graph was made anew. */
  articles: number;
  /** The entity that the mention, or what was corrected, now means; null where it means none. */
  entity: EntityId | null;
}

/** How far reading all articles anew has come. */
export interface RereadProgress {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  /** Why it failed. */
  message?: string;
}

export interface StoryCard {
  node: NodeRef & { id: StoryId };
  first: string | null;
  last: string | null;
  /** Newest first, at most a thousand; `node.articles` counts all. */
  reports: ArticleRef[];
  /** Strongest first, at most a thousand. */
  entities: NodeRef[];
  /** How many entities the story names in all. */
  entitiesTotal: number;
}

// ---- reading

export interface ArticleMention extends Span {
  entity: EntityId;
  type: EntityType;
}

/** A link inside an article; `article` is set when its target is in the library. */
export interface ArticleLink extends Span {
  href: string;
  article: ArticleRef | null;
}

export interface ArticleView extends ArticleRef {
  text: string;
  blocks: Block[];
  links: ArticleLink[];
  mentions: ArticleMention[];
  address: string | null;
  language: string | null;
  origins: Origin[];
  importedAt: string;
  /** Entities of the article, most mentioned first. */
  entities: { node: NodeRef; mentions: number }[];
  related: { article: ArticleRef /** Entities both are about, strongest first. */; shared: NodeRef[] }[];
  /** Articles of the library that link here. */
  backlinks: ArticleRef[];
}

export interface ArticleList {
  items: ArticleRef[];
  total: number;
}

// ---- search

export interface EntityHit {
  node: NodeRef;
  /** The alias that matched, where it is not the name itself. */
  alias: string | null;
  /** True where the reader hides it from all that is drawn; absent where not. */
  hidden?: true;
}

export interface ArticleHit {
  article: ArticleRef;
  /** Marks are relative to the title. */
  titleMarks: Span[];
  snippet: { text: string; marks: Span[] /** Place in the article's text. */; start: number };
}

export interface SearchAnswer {
  query: string;
  entities: EntityHit[];
  articles: ArticleHit[];
  /** How many articles match. */
  total: number;
  /** `all`: every word is in each article; `any`: none had all, so some of the words suffice. */
  matched: 'all' | 'any';
  /** Words that were taken for others: `googel` → `google`. */
  corrected: { from: string; to: string }[];
  /** False while the index is still opening: names answer already, articles not yet. */
  complete: boolean;
}

// ---- export

export interface ExportedGraph {
  format: 'json' | 'graphml' | 'gexf';
  text: string;
  nodes: number;
  links: number;
}

/** What the core tells without being asked. */
export type CoreEvent =
  | { type: 'import'; progress: ImportProgress }
  | { type: 'reread'; progress: RereadProgress }
  /** A correction of many articles is under way; told only where it takes long. */
  | { type: 'correcting'; progress: CorrectingProgress }
  /** An export of a board is under way; told only where it takes long. */
  | { type: 'exporting'; progress: ExportProgress }
  /** Articles came in: what is shown may be out of date. */
  | { type: 'changed'; status: LibraryStatus }
  | { type: 'status'; status: LibraryStatus }
  /** The core process ended by itself: it was started again, or could not be. */
  | { type: 'core'; state: 'restarted' | 'down' };
