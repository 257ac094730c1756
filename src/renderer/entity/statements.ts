import type { EntityId, LinkId, NodeRef } from '../../shared/model.ts';
import { type RelationKind, type RelationStatus, relationKindNames, relationKinds } from '../../shared/relations.ts';
import type { Neighbour } from '../../shared/views.ts';

/** What is stated of an entity and one other, seen from the entity. */
export interface Statement {
  other: NodeRef;
  link: LinkId;
  /** What texts say of whether it holds, that with the most sentences first. */
  statuses: RelationStatus[];
  sentences: number;
}

/** What to tell beside a statement: nothing of announcements and rumours where most sentences say that it holds. */
export const statusesToTell = (statuses: readonly RelationStatus[]): RelationStatus[] => {
  const holds = statuses[0] === 'stated' || statuses[0] === 'completed';
  return statuses.filter((status) => status !== 'stated' && !(holds && (status === 'announced' || status === 'rumoured')));
};

/** Statements that read alike from the entity's side: all it acquired, or all who lead it. */
export interface StatementGroup {
  key: string;
  kind: RelationKind;
  /** `acquired`, or from the other side `acquired by`. */
  verb: string;
  statements: Statement[];
}

/** How a relation reads when the sentence begins with `from`. */
export const verbOf = (kind: RelationKind, fromSubject: boolean): string =>
  fromSubject ? relationKinds[kind].verb : relationKinds[kind].inverse;

/** True where a relation reads the same from both ends. */
export const isSymmetric = (kind: RelationKind): boolean => relationKinds[kind].symmetric;

/**
 * The relations of an entity's neighbours as statements from its side, one for each other entity, grouped by how they
 * read; groups in the order of our list of kinds, statements by their number of sentences.
 */
export const statementsOf = (self: EntityId, neighbours: readonly Neighbour[]): StatementGroup[] => {
  const groups = new Map<string, StatementGroup>();
  for (const { node, link } of neighbours) {
    for (const { kind, status, from, sentences } of [...link.relations].sort((a, b) => b.sentences - a.sentences)) {
      const verb = verbOf(kind, from === self || isSymmetric(kind));
      const key = `${kind} ${verb}`;
      const group = groups.get(key) ?? { key, kind, verb, statements: [] };
      groups.set(key, group);
      const said = group.statements.find((statement) => statement.other.id === node.id);
      if (said) {
        said.sentences += sentences;
        if (!said.statuses.includes(status)) said.statuses.push(status);
      } else group.statements.push({ other: node, link: link.id, statuses: [status], sentences });
    }
  }
  for (const group of groups.values()) group.statements.sort((a, b) => b.sentences - a.sentences);
  return [...groups.values()].sort((a, b) => relationKindNames.indexOf(a.kind) - relationKindNames.indexOf(b.kind));
};
