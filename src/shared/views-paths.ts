import type { NodeRef } from './model.ts';
import type { GraphLink, Passage, Slice } from './views.ts';

/** One link of a path, read from the path's start. */
export interface PathStep {
  from: NodeRef;
  to: NodeRef;
  link: GraphLink;
  /** The strongest sentence behind the step. */
  passage: Passage;
  /** Where the passage's article was published; null where it is not known. */
  address: string | null;
}

/** A connection of two nodes. No node is in it twice. */
export interface FoundPath {
  /** Empty where both ends are the same. */
  steps: PathStep[];
  /** 0 to 1: the stronger the evidence, the fewer the links and the less of a hub what lies between. */
  strength: number;
}

/** How two nodes are connected: the best paths that differ, strongest first, with all their nodes placed; or how far the search went. */
export type Paths =
  | { found: true; from: NodeRef; to: NodeRef; paths: FoundPath[]; slice: Slice }
  | {
      found: false;
      from: NodeRef;
      to: NodeRef;
      /** All ways of so many links were gone through. */
      searchedSteps: number;
      searchedNodes: number;
      /** The search ended before all was gone through: there may be a connection all the same. */
      gaveUp: boolean;
    };
