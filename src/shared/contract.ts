import { z } from 'zod';
import { type Correction, correctionScopes } from './corrections.ts';
import { type ArticleId, type EntityId, entityTypes, idPattern, type LinkId, type NodeId, nodeTypes, type StoryId } from './model.ts';
import { relationKindNames } from './relations.ts';
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
  PathAnswer,
  RereadProgress,
  SearchAnswer,
  Slice,
  StoryCard,
} from './views.ts';

/**
 * The contract between the core and everything that shows it, written once. Each method is its argument check and the
 * type of its answer; IPC channels, HTTP routes, the preload's functions and the command line's `--json` shapes are
 * derived from this table.
 */

const matching = <Id extends string>(pattern: RegExp, what: string) =>
  z.custom<Id>((value) => typeof value === 'string' && pattern.test(value), { message: `is not ${what}` });

const articleId = matching<ArticleId>(idPattern.article, 'the id of an article');
const entityId = matching<EntityId>(idPattern.entity, 'the id of an entity');
const storyId = matching<StoryId>(idPattern.story, 'the id of a story');
const nodeId = matching<NodeId>(idPattern.node, 'the id of an entity or story');
const linkId = matching<LinkId>(/^[es]_[0-9a-f]{24}~[es]_[0-9a-f]{24}$/, 'the id of a link');

const count = (most: number) => z.number().int().min(0).max(most);
const coordinate = z.number().min(-1e6).max(1e6);
const point = z.object({ x: coordinate, y: coordinate });
const positions = z.record(z.string().regex(idPattern.node), point);
const types = z.array(z.enum(nodeTypes)).optional();
const kinds = z.array(z.enum(relationKindNames)).optional();

/** At most this many nodes in one drawn slice. */
export const sliceLimit = 300;
/** Neighbours shown at first. */
export const firstNeighbours = 40;
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
  overview: method<Slice>()(z.object({ limit: count(sliceLimit).default(overviewNodes), types })),
  /** Neighbours ranked by strength, a window at a time: for tables and pickers. */
  neighbours: method<Neighbours>()(
    z.object({ id: nodeId, types, kinds, offset: count(1e6).default(0), limit: count(1000).default(firstNeighbours) }),
  ),
  /**
   * A node with its strongest neighbours, placed. `shown` are nodes already on the board: they stay, and `fixed` are the
   * places that must not move; `limit` counts the neighbours to add to them.
   */
  neighbourhood: method<Neighbourhood>()(
    z.object({
      id: nodeId,
      types,
      kinds,
      limit: count(sliceLimit).default(firstNeighbours),
      shown: z.array(nodeId).max(sliceLimit).default([]),
      fixed: positions.default({}),
    }),
  ),
  /** The links among given nodes, placed around those in `fixed`. Ids that the library lacks are left out. */
  slice: method<Slice>()(
    z.object({ nodes: z.array(nodeId).max(sliceLimit), focus: nodeId.nullable().default(null), fixed: positions.default({}) }),
  ),
  /** The sentences behind a link, grouped by what they state. */
  evidence: method<Evidence>()(z.object({ link: linkId, limit: count(1000).default(50) })),
  /** The shortest connection of two nodes; among equally short ones the strongest. */
  path: method<PathAnswer>()(
    z.object({ from: nodeId, to: nodeId, steps: z.number().int().min(1).max(6).default(6), without: z.array(nodeId).max(100).default([]) }),
  ),

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
  correctionUndo: method<CorrectionAnswer>()(z.object({ id: z.number().int().min(1) }), { writes: true }),
  /** All corrections, newest first; those of one entity where it is given. */
  corrections: method<Correction[]>()(z.object({ entity: entityId.optional() })),
  /**
   * Reads articles anew with the extraction of this version: those that an older one has read, or all. Ids and corrections stay. `reread`
   * events follow. Fails with `busy` while an import or another reading runs.
   */
  rereadStart: method<RereadProgress>()(z.object({ all: z.boolean().default(false) }), { writes: true }),
  /** Stops it; articles read so far keep the new findings, the others the old. */
  rereadCancel: method<RereadProgress | null>()(none),

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
  exportGraph: method<ExportedGraph>()(z.object({ format: z.enum(['json', 'graphml']) })),
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
