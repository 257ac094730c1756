import type { EntityType } from './model.ts';

/** What a text says of whether a relation holds. `stated`: it says nothing further. */
export const relationStatuses = ['stated', 'completed', 'announced', 'rumoured', 'denied', 'ended'] as const;
export type RelationStatus = (typeof relationStatuses)[number];

/** What statuses come down to, in the order in which evidence is listed. `completed`: it holds; `planned`: it may come. */
export const polarities = ['completed', 'announced', 'planned', 'denied', 'ended'] as const;
export type Polarity = (typeof polarities)[number];

const polarityOfStatus: Readonly<Record<RelationStatus, Polarity>> = {
  stated: 'completed',
  completed: 'completed',
  announced: 'announced',
  rumoured: 'planned',
  denied: 'denied',
  ended: 'ended',
};

/** What a status comes down to. */
export const polarityOf = (status: RelationStatus): Polarity => polarityOfStatus[status];

interface KindDescription {
  from: readonly EntityType[];
  to: readonly EntityType[];
  /** True where the two ends are alike ("merged with"): drawn without an arrow. */
  symmetric: boolean;
  /** From the subject's side: "OpenAI **acquired** io". */
  verb: string;
  /** From the object's side: "io **acquired by** OpenAI". */
  inverse: string;
}

const organisations = ['company', 'organization'] as const;
const actors = ['company', 'organization', 'person'] as const;
const all = ['company', 'organization', 'person', 'place', 'product'] as const;

/** Every kind of relation: which types it may join, and how it reads from both ends. */
export const relationKinds = {
  founded: { from: ['person', 'company'], to: organisations, symmetric: false, verb: 'founded', inverse: 'founded by' },
  leads: { from: ['person'], to: organisations, symmetric: false, verb: 'leads', inverse: 'led by' },
  works_for: { from: ['person'], to: organisations, symmetric: false, verb: 'works for', inverse: 'employs' },
  left: { from: ['person'], to: organisations, symmetric: false, verb: 'left', inverse: 'was left by' },
  succeeded: { from: ['person'], to: ['person'], symmetric: false, verb: 'succeeded', inverse: 'succeeded by' },
  board_member_of: { from: ['person'], to: organisations, symmetric: false, verb: 'on the board of', inverse: 'has on its board' },
  acquired: { from: ['company'], to: ['company'], symmetric: false, verb: 'acquired', inverse: 'acquired by' },
  merged_with: { from: ['company'], to: ['company'], symmetric: true, verb: 'merged with', inverse: 'merged with' },
  invested_in: {
    from: ['company', 'organization', 'person'],
    to: ['company'],
    symmetric: false,
    verb: 'invested in',
    inverse: 'backed by',
  },
  owns: {
    from: ['company', 'organization', 'person'],
    to: ['company', 'organization', 'product'],
    symmetric: false,
    verb: 'owns',
    inverse: 'owned by',
  },
  spun_off_from: { from: ['company'], to: ['company'], symmetric: false, verb: 'spun off from', inverse: 'spun off' },
  partners_with: { from: organisations, to: organisations, symmetric: true, verb: 'partners with', inverse: 'partners with' },
  supplies: { from: ['company'], to: organisations, symmetric: false, verb: 'supplies', inverse: 'supplied by' },
  uses: { from: organisations, to: ['company', 'product'], symmetric: false, verb: 'uses', inverse: 'used by' },
  competes_with: { from: ['company'], to: ['company'], symmetric: true, verb: 'competes with', inverse: 'competes with' },
  sued: { from: actors, to: actors, symmetric: false, verb: 'sued', inverse: 'sued by' },
  accused: { from: all, to: all, symmetric: false, verb: 'accused', inverse: 'accused by' },
  restricts: {
    from: ['organization', 'place'],
    to: ['company', 'organization', 'product'],
    symmetric: false,
    verb: 'restricts',
    inverse: 'restricted by',
  },
  develops: { from: organisations, to: ['product'], symmetric: false, verb: 'develops', inverse: 'developed by' },
  located_in: { from: organisations, to: ['place'], symmetric: false, verb: 'located in', inverse: 'home of' },
  met_with: { from: ['person'], to: ['person'], symmetric: true, verb: 'met with', inverse: 'met with' },
} as const satisfies Record<string, KindDescription>;

export type RelationKind = keyof typeof relationKinds;
/** The kinds of relations, in the order of the table. */
export const relationKindNames = Object.keys(relationKinds) as RelationKind[];

/** Whether a relation of this kind may join these types in this direction. */
export const kindAllows = (kind: RelationKind, from: EntityType, to: EntityType): boolean => {
  const description: KindDescription = relationKinds[kind];
  return description.from.includes(from) && description.to.includes(to);
};
