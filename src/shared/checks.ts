import { z } from 'zod';
import { type ArticleId, type EntityId, idPattern, type LinkId, type NodeId, type StoryId } from './model.ts';

/** Checks of what many methods take. */

const matching = <Id extends string>(pattern: RegExp, what: string) =>
  z.custom<Id>((value) => typeof value === 'string' && pattern.test(value), { message: `is not ${what}` });

export const articleId = matching<ArticleId>(idPattern.article, 'the id of an article');
export const entityId = matching<EntityId>(idPattern.entity, 'the id of an entity');
export const storyId = matching<StoryId>(idPattern.story, 'the id of a story');
export const nodeId = matching<NodeId>(idPattern.node, 'the id of an entity or story');
export const linkId = matching<LinkId>(idPattern.link, 'the id of a link');

const coordinate = z.number().min(-1e6).max(1e6);
export const point = z.object({ x: coordinate, y: coordinate });
/** A day, ISO 8601. */
export const date = z.iso.date();
