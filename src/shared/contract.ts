import { z } from 'zod';
import { everyArticle } from './article-filter.ts';
import { boardBounds } from './board.ts';
import { boardContent, boardName } from './board-content.ts';
import { articleId, date, entityId, linkId, nodeId, point, storyId } from './checks.ts';
import { type Correction, correctionScopes } from './corrections.ts';
import { entityTypes, idPattern, type NodeId, nodeTypes } from './model.ts';
import { relationKindNames, relationStatuses } from './relations.ts';
import { failureOf, NewsgraphError, type Result } from './result.ts';
import type {
  ArticleList,
  ArticleView,
  CorrectionAnswer,
  EntityCard,
  Evidence,
  ExportedGraph,
  ImportProgress,
  ImportReport,
  LibraryStats,
  LibraryStatus,
  MentionCard,
  Neighbourhood,
  Neighbours,
  RereadProgress,
  SearchAnswer,
  Slice,
  StoryCard,
} from './views.ts';
import type { Activity } from './views-activity.ts';
import type { EntityNote, OpenedBoard, SavedBoard } from './views-boards.ts';
import type { Suggestions } from './views-corrections.ts';
import { boardFormats, type ExportedBoard } from './views-export.ts';
import { type Arrangement, layouts } from './views-layout.ts';
import type { Paths } from './views-paths.ts';
import type { Community } from './views-structure.ts';

/**
 * The contract between the core and everything that shows it, written once. Each method is its argument check and the
 * type of its answer; IPC channels, HTTP routes, the preload's functions and the command line's `--json` shapes are
 * derived from this table.
 */

const count = (most: number) => z.number().int().min(0).max(most);
const positions = z.record(z.string().regex(idPattern.node), point);
const types = z.array(z.enum(nodeTypes)).optional();
const kinds = z.array(z.enum(relationKindNames)).optional();

const articleFilter = z.object({
  span: z.object({ from: date.nullable().default(null), to: date.nullable().default(null) }).default(everyArticle.span),
  publishersOff: z.array(z.string().max(1000)).max(10_000).default([]),
});

/** At most this many nodes on one board. */
export const sliceLimit = 1000;
/** At most this many nodes in an overview, or added to a board at once. */
export const pictureLimit = 300;
/** Neighbours shown at first. */
export const firstNeighbours = 40;
/** Links from the middle of a neighbourhood to its edge, at most. */
export const depthMost = 3;
/** Paths in one answer, and links in a path, at most. */
export const pathsMost = 5;
export const pathSteps = 6;
/** Nodes of the overview. */
export const overviewNodes = 150;
/** A file above this is reported, not read. */
export const fileLimitBytes = 20 * 1024 * 1024;

const method =
  <Answer>() =>
  <Args extends z.ZodType>(args: Args, options: { writes?: boolean } = {}) => ({
    args,
    /** True for methods that change the library: refused when it is read-only. */
    writes: options.writes ?? false,
    answer: undefined as unknown as Answer,
  });

const none = z.object({}).strict();

const entityType = z.enum(entityTypes);
const verdict = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('not-an-entity') }),
  z.object({ verb: z.literal('other-type'), type: entityType }),
  z.object({
    verb: z.literal('somebody-else'),
    entity: entityId.nullable().default(null),
    name: z.string().trim().min(1).max(200),
    type: entityType,
  }),
]);

const boardId = z.string().regex(/^b_[0-9a-f]{24}$/, 'is not the id of a board');
const ledgerId = z.number().int().min(1);
const entityName = z.string().trim().min(1, 'must not be empty').max(200);
const place = z.object({ article: articleId, start: count(1e9), end: count(1e9) });
const entityVerdict = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('merge'),
    /** All are one from now on: the first, whose id stays. */
    entities: z.array(entityId).min(2).max(50),
    /** What to call it; as the first one is called, where absent. */
    name: entityName.optional(),
    /** As the first one's, where absent; must be given where they are of different kinds. */
    type: entityType.optional(),
  }),
  z.object({
    verb: z.literal('split'),
    entity: entityId,
    /** Spellings, in any case. */
    names: z.array(entityName).max(1000).default([]),
    mentions: z.array(place).max(1000).default([]),
    as: z.object({ entity: entityId.nullable().default(null), name: entityName, type: entityType }),
  }),
  z.object({ verb: z.literal('rename'), entity: entityId, name: entityName }),
  z.object({ verb: z.literal('retype'), entity: entityId, type: entityType }),
  z.object({ verb: z.literal('no-entity'), entity: entityId }),
  z.object({ verb: z.literal('hide'), entity: entityId }),
  z.object({
    verb: z.literal('wrong-relation'),
    subject: entityId,
    object: entityId,
    kind: z.enum(relationKindNames),
    status: z.enum(relationStatuses).nullable().default(null),
    /** The one sentence that is wrong, by any place in it; all that state it, where absent. */
    sentence: z
      .object({ article: articleId, start: count(1e9) })
      .nullable()
      .default(null),
  }),
]);

/** All methods: for each the check of its arguments, whether it changes the library, and the type of its answer. */
export const methods = {
  // the library
  status: method<LibraryStatus>()(none),
  stats: method<LibraryStats>()(none),
  /** Starts an import and answers at once; `import` events follow. Fails with `busy` while another runs. */
  importStart: method<ImportProgress>()(
    z.object({
      sources: z
        .array(
          z.object({
            /** A file or folder. */
            path: z.string().min(1).max(32_000),
            /** What to call it in reports and origins; the path where absent. */
            name: z.string().min(1).max(4096).optional(),
          }),
        )
        .min(1)
        .max(100_000),
    }),
    { writes: true },
  ),
  /** Imports the sample library that ships with Newsgraph. */
  importSample: method<ImportProgress>()(none, { writes: true }),
  /** Stops the running import at once, the files at hand too; what is in stays. Answers when it has stopped. */
  importCancel: method<ImportProgress | null>()(none),
  /** The report of the running or last import of this run. */
  importReport: method<ImportReport | null>()(none),

  // the graph
  overview: method<Slice>()(z.object({ limit: count(pictureLimit).default(overviewNodes), types })),
  /** Neighbours ranked by strength, a window at a time: for tables and pickers. */
  neighbours: method<Neighbours>()(
    z.object({ id: nodeId, types, kinds, offset: count(1e6).default(0), limit: count(1000).default(firstNeighbours) }),
  ),
  /**
   * A node with its strongest neighbours, and with theirs where `depth` is above 1, placed. `shown` are nodes already on the board: they
   * stay, and `fixed` are the places that must not move; `limit` counts the nodes to add to them at whatever depth.
   */
  neighbourhood: method<Neighbourhood>()(
    z.object({
      id: nodeId,
      types,
      kinds,
      limit: count(pictureLimit).default(firstNeighbours),
      depth: z.number().int().min(1).max(depthMost).default(1),
      shown: z.array(nodeId).max(sliceLimit).default([]),
      fixed: positions.default({}),
    }),
  ),
  /** The links among given nodes, placed around those in `fixed`. Ids that the library lacks are left out. */
  slice: method<Slice>()(
    z.object({ nodes: z.array(nodeId).max(sliceLimit), focus: nodeId.nullable().default(null), fixed: positions.default({}) }),
  ),
  /** New places for the nodes of a board, those in `fixed` excepted. Ids that the library lacks are left out. */
  arrange: method<Arrangement>()(
    z.object({
      nodes: z.array(nodeId).max(sliceLimit),
      focus: nodeId.nullable().default(null),
      layout: z.enum(layouts),
      fixed: positions.default({}),
    }),
  ),
  /**
   * How a board is reported within a filter: what of its nodes and links articles bear out, publishers, a histogram, and what appeared
   * since a date: by when it was published, or by when it came into the library. Ids that the library lacks are left out.
   */
  activity: method<Activity>()(
    z.object({
      nodes: z.array(nodeId).max(sliceLimit),
      links: z.array(linkId).max(boardBounds.links).default([]),
      filter: articleFilter.default(everyArticle),
      since: z
        .object({ date: z.union([date, z.iso.datetime()]), by: z.enum(['published', 'added']) })
        .nullable()
        .default(null),
    }),
  ),
  /** The sentences behind a link, of the articles that a filter lets through, grouped by what they state. */
  evidence: method<Evidence>()(z.object({ link: linkId, limit: count(1000).default(50), filter: articleFilter.optional() })),
  /** The best connections of two nodes that differ, strongest first, around the nodes and types left out (the ends excepted). */
  paths: method<Paths>()(
    z.object({
      from: nodeId,
      to: nodeId,
      most: z.number().int().min(1).max(pathsMost).default(pathsMost),
      steps: z.number().int().min(1).max(pathSteps).default(pathSteps),
      without: z.array(nodeId).max(sliceLimit).default([]),
      withoutTypes: z.array(z.enum(nodeTypes)).default([]),
    }),
  ),
  /** How much lies between others in the picture of given nodes: betweenness over its links, 0 to 1 of the greatest. */
  centrality: method<Record<NodeId, number>>()(z.object({ nodes: z.array(nodeId).max(sliceLimit) })),
  /** The strongest members of the whole library's community around a node, placed. */
  community: method<Community>()(z.object({ head: nodeId, limit: count(pictureLimit).default(firstNeighbours) })),

  // entities, stories, articles
  entity: method<EntityCard>()(z.object({ id: entityId, article: articleId.optional() })),
  story: method<StoryCard>()(z.object({ id: storyId })),
  article: method<ArticleView>()(z.object({ id: articleId })),
  /** Articles, newest first; those that mention `node` where it is given. */
  articles: method<ArticleList>()(z.object({ node: nodeId.optional(), offset: count(1e7).default(0), limit: count(1000).default(50) })),

  // corrections
  /** What was decided about the mention that starts and ends there, and why. Fails with `not-found` where there is none. */
  mention: method<MentionCard>()(z.object({ article: articleId, start: count(1e9), end: count(1e9) })),
  /** Says of a mention that it was taken for the wrong thing; holds through re-import and better extraction. */
  correct: method<CorrectionAnswer>()(
    z.object({ article: articleId, start: count(1e9), end: count(1e9), scope: z.enum(correctionScopes), verdict }),
    { writes: true },
  ),
  /** Withdraws a correction; the ledger keeps both. Fails with `not-found` where none holds under this id. */
  correctionUndo: method<CorrectionAnswer>()(z.object({ id: ledgerId }), { writes: true }),
  /**
   * Says of whole entities, or of what is stated of two, that it is otherwise; `correcting` events tell how far it has come where many
   * articles are concerned. Fails with `bad-argument` where it can't be so, with `not-found` where there is nothing of the kind.
   */
  correctEntity: method<CorrectionAnswer>()(z.object({ verdict: entityVerdict }), { writes: true }),
  /** Entities that may be one, surest first, with the reason and sentences of both. */
  suggestions: method<Suggestions>()(z.object({ offset: count(1e6).default(0), limit: count(100).default(20) })),
  /** Two that were suggested are not one; they are not suggested again until this is withdrawn. */
  suggestionRefused: method<CorrectionAnswer>()(z.object({ a: entityId, b: entityId }), { writes: true }),
  /** All corrections, newest first; those of one entity where it is given. */
  corrections: method<Correction[]>()(z.object({ entity: entityId.optional() })),
  /**
   * Reads articles anew with the extraction of this version: those that an older one has read, or all. Ids and corrections stay. `reread`
   * events follow. Fails with `busy` while an import or another reading runs.
   */
  rereadStart: method<RereadProgress>()(z.object({ all: z.boolean().default(false) }), { writes: true }),
  /** Stops it; articles read so far keep the new findings, the others the old. */
  rereadCancel: method<RereadProgress | null>()(none),

  // boards and notes
  /** The saved boards, those saved last first. */
  boards: method<SavedBoard[]>()(none),
  /** Saves a board under a name: as a new one where `id` is null, else in place of that one. Fails with `bad-argument` where another is called so. */
  boardSave: method<SavedBoard>()(z.object({ id: boardId.nullable().default(null), name: boardName, content: boardContent }), {
    writes: true,
  }),
  /** A saved board as the library has it now. Fails with `not-found`, and with `unreadable` where a newer version has saved it. */
  boardOpen: method<OpenedBoard>()(z.object({ id: boardId })),
  boardRename: method<SavedBoard>()(z.object({ id: boardId, name: boardName }), { writes: true }),
  /** Another board that is the same, under a name of its own. */
  boardDuplicate: method<SavedBoard>()(z.object({ id: boardId }), { writes: true }),
  /** Deletes a board; `boardRestore` brings it back within a month, under another name where its own was taken meanwhile. */
  boardDelete: method<SavedBoard>()(z.object({ id: boardId }), { writes: true }),
  boardRestore: method<SavedBoard>()(z.object({ id: boardId }), { writes: true }),
  /** Notes something on an entity in place of what was noted before; an empty text removes it. */
  noteSet: method<EntityNote>()(z.object({ entity: entityId, text: z.string().trim().max(10_000) }), { writes: true }),

  // search and out
  search: method<SearchAnswer>()(
    z.object({
      query: z.string().max(1000),
      entities: count(50).default(6),
      articles: count(200).default(30),
      offset: count(1e6).default(0),
    }),
  ),
  /** The whole graph: entities with aliases, links with relations and evidence. */
  exportGraph: method<ExportedGraph>()(z.object({ format: z.enum(['json', 'graphml', 'gexf']) })),
  /**
   * A board as it is seen, with what stands behind each link: given nodes and links, and of the articles that a filter lets through
   * the best sentences. Ids that the library lacks are told of, in the answer and in the files. `exporting` events tell how far it
   * has come where it takes long; another export ends this one with `cancelled`. Fails with `busy` where articles come in meanwhile.
   */
  exportBoard: method<ExportedBoard>()(
    z.object({
      title: z.string().max(1000),
      format: z.enum(boardFormats),
      nodes: z
        .array(
          z.object({
            id: nodeId,
            /** What to call it where the library no longer has it. */
            name: z.string().max(1000).default(''),
            place: point.nullable().default(null),
            weight: z.number().min(0).max(1).default(0),
            /** The name of the community that it belongs to on the board. */
            community: z.string().max(2000).nullable().default(null),
            pinned: z.boolean().default(false),
          }),
        )
        .max(sliceLimit),
      links: z.array(z.object({ id: linkId, strength: z.number().min(0).max(1).default(0) })).max(boardBounds.links),
      filter: articleFilter.default(everyArticle),
      /** What else the board leaves out on purpose, each a sentence. */
      without: z.array(z.string().max(4000)).max(100).default([]),
      /** What is noted on the board. */
      notes: z
        .array(z.object({ text: z.string().max(boardBounds.noteLength) }))
        .max(boardBounds.notes)
        .default([]),
      /** Sentences quoted for each link, at most. */
      sentences: count(1000).default(5),
    }),
  ),
  /** Stops the export of a board that runs; it fails with `cancelled`. */
  exportBoardCancel: method<null>()(none),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** Arguments as a caller gives them: defaults may be left out. */
export type Args<Name extends MethodName> = z.input<Methods[Name]['args']>;
/** Arguments as the core gets them: checked, defaults filled in. */
export type CheckedArgs<Name extends MethodName> = z.output<Methods[Name]['args']>;
export type Answer<Name extends MethodName> = Methods[Name]['answer'];

/** The names of all methods, in the order of the table. */
export const methodNames = Object.keys(methods) as MethodName[];
/** True for the name of a method of the contract. */
export const isMethodName = (name: unknown): name is MethodName => typeof name === 'string' && Object.hasOwn(methods, name);

/** What callers use: every method takes its arguments and answers with a promise, or rejects with a `NewsgraphError`. */
export type Contract = { readonly [Name in MethodName]: (args: Args<Name>) => Promise<Answer<Name>> };

/** What the core implements: the same methods, with arguments checked. */
export type Implementation = {
  readonly [Name in MethodName]: (args: CheckedArgs<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** The arguments of a method, checked, with defaults. Throws `bad-argument` naming the field and what is wrong with it. */
export const checkedArgs = <Name extends MethodName>(name: Name, args: unknown): CheckedArgs<Name> => {
  const parsed = methods[name].args.safeParse(args ?? {});
  if (parsed.success) return parsed.data as CheckedArgs<Name>;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'argument';
  throw new NewsgraphError('bad-argument', `${name}: ${field} ${issue?.message ?? 'is wrong'}`);
};

/** Checks and runs one call. Answers with a result; never rejects. */
export const dispatch = async (implementation: Implementation, name: unknown, args: unknown): Promise<Result<unknown>> => {
  try {
    if (!isMethodName(name)) throw new NewsgraphError('bad-argument', `There is no method called ${String(name).slice(0, 80)}`);
    const run = implementation[name] as (checked: unknown) => unknown;
    return { ok: true, value: await run(checkedArgs(name, args)) };
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown) };
  }
};

/** A contract whose every call goes through `send`. */
export const contractOver = (send: (name: MethodName, args: unknown) => Promise<Result<unknown>>): Contract => {
  const call = (name: MethodName) => async (args: unknown) => {
    const result = await send(name, args);
    if (result.ok) return result.value;
    throw new NewsgraphError(result.error.code, result.error.message, result.error.hint);
  };
  return Object.fromEntries(methodNames.map((name) => [name, call(name)])) as unknown as Contract;
};
