/**
 * The words of Newsgraph as types. One word per idea; see docs/architecture.md.
 *
 * All text offsets, everywhere, are UTF-16 code units into `Article.text` (end exclusive), so that
 * `text.slice(start, end)` is the thing meant.
 */

declare const brand: unique symbol;
type Branded<Text extends string, Name extends string> = Text & { readonly [brand]: Name };

/** `a_` and 24 hexadecimal digits of the hash of the article's normalised text: stable, content-derived. */
export type ArticleId = Branded<string, 'ArticleId'>;
/** `e_` and 24 hexadecimal digits of the hash of the entity's class and normalised name at first sight. */
export type EntityId = Branded<string, 'EntityId'>;
/** `s_` and the digits of the id of the article that founded the story. */
export type StoryId = Branded<string, 'StoryId'>;
/** What the graph can place: an entity or a story. */
export type NodeId = EntityId | StoryId;
/** The two node ids of a link in ascending order, joined by `~`. */
export type LinkId = Branded<string, 'LinkId'>;

/** What ids look like: a letter for what they are of, and 96 bits of a hash. */
export const idPattern = {
  article: /^a_[0-9a-f]{24}$/,
  entity: /^e_[0-9a-f]{24}$/,
  story: /^s_[0-9a-f]{24}$/,
  node: /^[es]_[0-9a-f]{24}$/,
  link: /^[es]_[0-9a-f]{24}~[es]_[0-9a-f]{24}$/,
} as const;

/** True for a story's id; false for an entity's. */
export const isStoryId = (id: NodeId): id is StoryId => id.startsWith('s_');

/** The id of the link between two nodes, the same for either order. */
export const linkIdOf = (a: NodeId, b: NodeId): LinkId => (a < b ? `${a}~${b}` : `${b}~${a}`) as LinkId;

/** The two nodes of a link, in ascending order. */
export const nodesOfLink = (id: LinkId): [NodeId, NodeId] => id.split('~') as [NodeId, NodeId];

/** The types of entities, in the order in which they are listed. */
export const entityTypes = ['company', 'organization', 'person', 'place', 'product'] as const;
export type EntityType = (typeof entityTypes)[number];
/** What a node of the graph can be. */
export const nodeTypes = [...entityTypes, 'story'] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Start and end of a stretch of text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What a block of an article can be. */
export const blockKinds = ['title', 'heading', 'paragraph', 'item', 'quote', 'code'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A stretch of the article's text that stands on its own. Blocks are in order, apart by `\n\n` in the text. */
export interface Block extends Span {
  kind: BlockKind;
  /** 1 to 6 for a heading, absent otherwise. */
  level?: number;
}

/** A hyperlink inside the text: its span and its absolute http(s) address. */
export interface TextLink extends Span {
  href: string;
}

/**
 * One article as a reader of a format gives it. `text` is the title and all blocks joined by `\n\n`;
 * `blocks[0]` is the title (kind `title`), so a mention in the headline has a place like any other.
 */
export interface ParsedArticle {
  title: string;
  text: string;
  blocks: Block[];
  links: TextLink[];
  publisher: string | null;
  author: string | null;
  /** ISO 8601: a date (`2025-03-14`) or a date with a time and `Z`. */
  published: string | null;
  /** The article's own http(s) address. */
  address: string | null;
  /** BCP 47 primary tag, such as `en`. */
  language: string | null;
}

/** Where an article came from: a file's path or name, and which of the articles in it (from 0). */
export interface Origin {
  place: string;
  part: number;
}

/** An article in one line. */
export interface ArticleRef {
  id: ArticleId;
  title: string;
  publisher: string | null;
  author: string | null;
  published: string | null;
  story: StoryId | null;
  /** Length of the text in words. */
  words: number;
}

/** An entity or story in one line. */
export interface NodeRef {
  id: NodeId;
  type: NodeType;
  name: string;
  /** How many articles mention it (for a story: report it). */
  articles: number;
}
