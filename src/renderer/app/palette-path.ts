import { Route } from 'lucide-react';
import type { NodeRef } from '../../shared/model.ts';
import type { EntityHit } from '../../shared/views.ts';
import type { PaletteItem } from './palette-items.ts';

/** What stands on both sides of a question for a path; `to` is null as long as nothing was typed there. */
export interface PathEnds {
  from: string;
  to: string | null;
}

const asking = /^\s*path\s+(?:(from|between)\s+)?(.*)$/i;

/**
 * How a query can be read as "path from … to …" ("between … and …"), best first; empty where it is none. A name may have a "to" in it,
 * so each one counts. Without "from", only with both sides: "path" may begin a name.
 */
export const pathEndsIn = (query: string): PathEnds[] => {
  const asked = asking.exec(query);
  if (!asked) return [];
  const [, word, rest = ''] = asked;
  const parts = rest.split(word?.toLowerCase() === 'between' ? /\s+and(?:\s+|$)/i : /\s+to(?:\s+|$)/i);
  const joint = word?.toLowerCase() === 'between' ? ' and ' : ' to ';
  const readings = parts.slice(1).map((_, at) => ({
    from: parts
      .slice(0, at + 1)
      .join(joint)
      .trim(),
    to:
      parts
        .slice(at + 1)
        .join(joint)
        .trim() || null,
  }));
  const both = readings.filter(({ from }) => from !== '').slice(0, 3);
  if (both.length > 0 || word === undefined) return both;
  return rest.trim() === '' ? [] : [{ from: rest.trim(), to: null }];
};

/** What the library knows of both sides of a reading. */
export interface EndsFound {
  ends: PathEnds;
  from: readonly EntityHit[];
  to: readonly EntityHit[];
}

/** Lines for one end each, beside the best of the other. */
const linesMost = 6;

const pair = (from: NodeRef, to: NodeRef): PaletteItem => ({
  value: `path ${from.id} ${to.id}`,
  title: `Path from ${from.name} to ${to.name}`,
  type: to.type,
  choose: (app) => app.pathRequested(from.id, to.id),
});

/** The lines for a question for a path: the names that fit both sides; as long as one side is missing, those that fit the first. */
export const pathItems = (readings: readonly EndsFound[]): PaletteItem[] => {
  // the first reading that the library knows both sides of; a name with a "to" in it is the longer one
  const found = readings.find(({ ends, from, to }) => from.length > 0 && (ends.to === null || to.length > 0));
  if (!found) return [];
  const from = found.from.map(({ node }) => node);
  const to = found.to.map(({ node }) => node);
  const [first] = from;
  const [last] = to;
  if (found.ends.to === null) {
    return from.slice(0, linesMost).map((node) => ({
      value: `path ${node.id}`,
      title: `Path from ${node.name} to…`,
      type: node.type,
      fills: `path from ${node.name} to `,
      choose: () => undefined,
    }));
  }
  if (!first || !last) return [];
  const pairs = [...to.slice(0, linesMost).map((node) => pair(first, node)), ...from.slice(1, 3).map((node) => pair(node, last))];
  return pairs.filter(({ value }) => new Set(value.split(' ').slice(1)).size === 2);
};

/** Offers to ask for a path, to those who begin to type it. */
export const pathOffer = (query: string): PaletteItem[] => {
  const typed = query.trim().toLowerCase();
  if (typed.length < 3 || !'path from'.startsWith(typed)) return [];
  return [{ value: 'path', title: 'Path from … to …', detail: 'two names', icon: Route, fills: 'path from ', choose: () => undefined }];
};
