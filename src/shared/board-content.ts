import { z } from 'zod';
import { everyArticle } from './article-filter.ts';
import { type BoardContent, boardBounds, boardSizings, boardVersion, depths, type LinkKind } from './board.ts';
import { date, nodeId, point } from './checks.ts';
import { idPattern, type LinkId, nodeTypes } from './model.ts';
import { relationKindNames } from './relations.ts';
import { layouts } from './views-layout.ts';

/** The check of what is kept of a board, with bounds: what comes from the window, and what an older or a damaged library holds. */

/** No board has more nodes: the contract's `sliceLimit`. */
const nodesMost = 1000;
const ids = z.array(nodeId).max(nodesMost);
const words = z.string().max(1000);
const count = z.number().int().min(0).max(1e9);

const view = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overview') }),
  z.object({ kind: z.literal('around'), id: nodeId, depth: z.literal(depths) }),
  z.object({
    kind: z.literal('path'),
    from: nodeId,
    to: nodeId,
    without: ids,
    withoutTypes: z.array(z.enum(nodeTypes)).max(nodeTypes.length),
  }),
  z.object({ kind: z.literal('community'), head: nodeId }),
  z.object({ kind: z.literal('among'), ids, title: words }),
]);

const linkKinds: readonly LinkKind[] = [...relationKindNames, 'co-mention', 'mention'];

const filter = z.object({
  typesOff: z.array(z.enum(nodeTypes)).max(nodeTypes.length).readonly(),
  kindsOff: z.array(z.enum(linkKinds)).max(linkKinds.length).readonly(),
  communitiesOff: ids.readonly(),
  publishersOff: z.array(words).max(10_000).readonly(),
  strength: z.number().min(0).max(1),
  span: z.object({ from: date.nullable(), to: date.nullable() }).default(everyArticle.span),
});

const links = z
  .record(z.string().regex(idPattern.link), count)
  .refine((all) => Object.keys(all).length <= boardBounds.links, { message: `has more than ${boardBounds.links} links` })
  .transform((all) => all as Record<LinkId, number>);

/** What is kept of a board. */
export const boardContent = z.object({
  version: z
    .number()
    .int()
    .min(1)
    .refine((version) => version <= boardVersion, { message: 'is that of a newer version of Newsgraph' }),
  view,
  focus: nodeId.nullable(),
  nodes: z.array(z.object({ id: nodeId, name: words, type: z.enum(nodeTypes), place: point.nullable(), articles: count })).max(nodesMost),
  links,
  pinned: ids,
  hidden: ids,
  grown: z.array(z.object({ id: nodeId, from: nodeId })).max(nodesMost),
  title: words.nullable(),
  total: count,
  filter,
  layout: z.enum(layouts),
  axis: z.array(z.object({ x: point.shape.x, label: z.string().max(100) })).max(1000),
  sizing: z.enum(boardSizings),
  notes: z
    .array(z.object({ id: z.string().min(1).max(100), text: z.string().max(boardBounds.noteLength), x: point.shape.x, y: point.shape.y }))
    .max(boardBounds.notes),
}) satisfies z.ZodType<BoardContent>;

/** The name of a board. */
export const boardName = z.string().trim().min(1, 'must not be empty').max(boardBounds.nameLength);
