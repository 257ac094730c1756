import type { AliasReason } from '../../../shared/extraction.ts';
import type { EntityClass } from '../extract/key.ts';
import type { Identity, LooseName, Store } from '../store/index.ts';
import { joiningReasons } from '../store/index.ts';
import { clashOf } from './weigh.ts';

/** What joining asks of the library, and changes. */
export type JoinPort = Pick<
  Store,
  'candidates' | 'identitiesOf' | 'identityByRow' | 'namesJoining' | 'traitsOf' | 'leadIdentity' | 'markStaleWith'
>;

/** Below this what articles say of two speaks against letters that one of them is given. */
const clashBelow = -1;

/** "U.S. Securities and Exchange Commission" and "Securities and Exchange Commission": one holds the other. */
const hold = (keys: readonly string[]): boolean => {
  const [shortest = '', ...rest] = [...keys].sort((left, right) => left.length - right.length);
  return rest.every((key) => key.includes(shortest));
};

/**
 * Who is one by a name: those whose own name it is, and those to whom articles give it in so many words. Letters that stand for several
 * full names ("ABC") join nobody.
 */
const joinedBy = (port: JoinPort, kind: string, key: string): number[] => {
  const candidates = port.candidates(kind, key);
  const own = candidates.find(({ reason, sense }) => reason === null && sense === '');
  const given = (reason: AliasReason) => candidates.filter((candidate) => candidate.reason === reason && candidate.said > 0);
  const said = given('said');
  const lettered = given('acronym');
  const usable = hold([...new Set(lettered.map((candidate) => candidate.key))]) ? lettered : [];
  const fitting =
    own === undefined
      ? usable
      : usable.filter(({ row }) => clashOf(kind as EntityClass, port.traitsOf([own.row]), port.traitsOf([row])) >= clashBelow);
  return [...new Set([...(own === undefined ? [] : [own.row]), ...said.map(({ row }) => row), ...fitting.map(({ row }) => row)])];
};

/** All who are one with some identity, following every name that joins. */
const groupOf = (port: JoinPort, start: Identity): Identity[] => {
  const group = new Map<number, Identity>();
  const seen = new Set<string>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (group.has(next.row)) continue;
    group.set(next.row, next);
    const names = port.namesJoining(next.row).filter(({ articles }) => articles > 0);
    // Others of the same name (senses) are joined to nobody by it.
    const own = next.sense === '' ? [{ class: next.class, key: next.key }] : [];
    for (const { class: kind, key } of [...own, ...names]) {
      if (seen.has(`${kind}:${key}`)) continue;
      const rows = joinedBy(port, kind, key);
      if (!rows.includes(next.row)) continue;
      seen.add(`${kind}:${key}`);
      for (const row of rows) {
        const identity = port.identityByRow(row);
        if (identity !== null) waiting.push(identity);
      }
    }
  }
  return [...group.values()].sort((left, right) => left.row - right.row);
};

/**
 * Joins and parts identities by the names that articles have begun or ceased to give: of those that are one, all lead to the oldest. The
 * articles of those that lead elsewhere now are marked to be made anew.
 */
export const joinNames = (port: JoinPort, loose: readonly LooseName[]): void => {
  for (const { class: kind, key } of loose) {
    const concerned = new Map<number, Identity>();
    for (const candidate of port.candidates(kind, key)) {
      if (candidate.reason !== null && !joiningReasons.includes(candidate.reason)) continue;
      for (const identity of port.identitiesOf(candidate.root)) concerned.set(identity.row, identity);
    }
    const settled = new Set<number>();
    for (const identity of concerned.values()) {
      if (settled.has(identity.row)) continue;
      const group = groupOf(port, identity);
      const root = group[0]?.row ?? identity.row;
      for (const each of group) {
        settled.add(each.row);
        if (each.root === root) continue;
        port.leadIdentity(each.row, root);
        port.markStaleWith(each.root);
      }
    }
  }
};
