import type { RelationAttributes } from '../../../shared/extraction.ts';
import type { ArticleRef, EntityId, NodeId, NodeRef, NodeType, Span } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';

/**
 * What the graph asks of a library. The store satisfies these as it is; a library kept elsewhere can too. Nodes go by number
 * inside (`NodeKey`: entities above zero, stories below), because ranking compares thousands of them.
 */
export type NodeKey = number;

/** A node with what ranking asks of it. */
export interface GraphNodeRow extends NodeRef {
  key: NodeKey;
  /** Stories that mention it; 1 for a story. */
  stories: number;
  mentions: number;
  first: string | null;
  last: string | null;
}

/** A neighbour of an entity. `reach`: stories that mention the neighbour; `stories`: those that mention both. */
export interface NeighbourRow {
  key: NodeKey;
  type: NodeType;
  reach: number;
  articles: number;
  sentences: number;
  relations: number;
  stories: number;
}

/** What two entities have in common; `a` is the lower key. `near`: articles in which one sentence names both. */
export interface PairLink {
  a: NodeKey;
  b: NodeKey;
  articles: number;
  near: number;
  sentences: number;
  relations: number;
  stories: number;
  first: string | null;
  last: string | null;
}

/** What a story says of an entity. */
export interface StoryLink {
  story: NodeKey;
  entity: NodeKey;
  type: NodeType;
  reach: number;
  articles: number;
  sentences: number;
  mentions: number;
  storyArticles: number;
  storyMentions: number;
  first: string | null;
  last: string | null;
}

/** One kind of statement about two entities. */
export interface RelationSum {
  kind: RelationKind;
  status: RelationStatus;
  subject: NodeKey;
  object: NodeKey;
  sentences: number;
  articles: number;
}

/** A sentence that states a relation: sentence number `sentence` of article number `seq`. */
export interface Stated {
  seq: number;
  sentence: number;
  kind: RelationKind;
  status: RelationStatus;
  subject: NodeKey;
  object: NodeKey;
  subjectStart: number;
  subjectEnd: number;
  objectStart: number;
  objectEnd: number;
  rule: string;
  confidence: number;
  attributes: RelationAttributes;
}

/** A mention of an entity. */
export interface Named extends Span {
  seq: number;
  entity: NodeKey;
  sentence: number;
}

/** An article's text with its sentences. */
export interface ArticleTexts {
  article: ArticleRef;
  text: string;
  sentences: Span[];
}

export interface NodePort {
  version: () => string;
  counts: () => { articles: number; stories: number };
  lastPublished: () => string | null;
  nodeRows: (ids: readonly NodeId[]) => GraphNodeRow[];
  nodesByKey: (keys: readonly NodeKey[]) => Map<NodeKey, GraphNodeRow>;
}

export interface LinkPort extends NodePort {
  pairsOf: (entity: NodeKey) => NeighbourRow[];
  pairsOfWithin: (entity: NodeKey, low: NodeKey, high: NodeKey) => NeighbourRow[];
  lastEntity: () => NodeKey;
  storiesOf: (entity: NodeKey) => StoryLink[];
  entitiesOf: (story: NodeKey) => StoryLink[];
  relatedBy: (entity: NodeKey, kinds: readonly RelationKind[]) => NodeKey[];
  pairsWith: (entity: NodeKey, others: readonly NodeKey[]) => PairLink[];
  pairsAmong: (keys: readonly NodeKey[]) => PairLink[];
  pairsBetween: (left: readonly NodeKey[], right: readonly NodeKey[]) => PairLink[];
  storyLinksAmong: (keys: readonly NodeKey[]) => StoryLink[];
  relationsAmong: (keys: readonly NodeKey[]) => RelationSum[];
  degrees: (keys: readonly NodeKey[]) => Map<NodeKey, number>;
}

export interface OverviewPort extends LinkPort {
  largestEntities: (types: readonly NodeType[], limit: number) => GraphNodeRow[];
  largestStories: (limit: number) => GraphNodeRow[];
}

export interface EvidencePort extends NodePort {
  pairsWith: (entity: NodeKey, others: readonly NodeKey[]) => PairLink[];
  storyLinksAmong: (keys: readonly NodeKey[]) => StoryLink[];
  statedOf: (a: NodeKey, b: NodeKey) => (Stated & Pick<Report, 'story' | 'published' | 'publisher'>)[];
  articlesNaming: (a: NodeKey, b: NodeKey, limit: number) => number[];
  storiesNaming: (a: NodeKey, b: NodeKey, but: readonly number[]) => number;
  reportsOf: ActivityPort['reportsOf'];
  supportsIn: ActivityPort['supportsIn'];
  reportsNaming: (story: NodeKey, entity: NodeKey, limit: number) => number[];
  mentionsIn: (seqs: readonly number[], entities: readonly NodeKey[]) => Named[];
  textsOf: (seqs: readonly number[]) => Map<number, ArticleTexts>;
}

/** When and by whom an article was published, and when it came into the library. */
export interface Report {
  seq: number;
  story: NodeKey;
  published: string | null;
  publisher: string | null;
  importedAt: string;
}

/** What reading a board's activity asks. Of links the lower key comes first. */
export interface ActivityPort {
  nodesAsked: (ids: readonly NodeId[]) => Map<NodeId, GraphNodeRow>;
  articlesOf: (key: NodeKey) => number[];
  reportsOf: (seqs: readonly number[]) => Report[];
  supportsIn: (
    seqs: readonly number[],
    links: ReadonlyMap<NodeKey, ReadonlySet<NodeKey>>,
  ) => { seq: number; a: NodeKey; b: NodeKey; sentences: number }[];
  statementsOf: (
    subjects: readonly NodeKey[],
    objects: readonly NodeKey[],
  ) => { kind: RelationKind; status: RelationStatus; subject: NodeKey; object: NodeKey; articles: number[] }[];
}

/** The id of an entity by its number. */
export type EntityIdOf = (key: NodeKey) => EntityId;
