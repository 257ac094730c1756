import { readFileSync } from 'node:fs';
import type { EntityType } from '../src/shared/model.ts';
import type { RelationKind } from '../src/shared/relations.ts';
import type { GoldName, Passage } from './corpus.ts';
import { joinTokens, parseLine } from './gold.ts';

interface Row {
  tokens: string[];
  mentions: { from: number; to: number; type: string }[];
  relations: { subject: number; object: number; kind: string }[];
}

/** KnowledgeNet's kinds in our terms; `turned` where subject and object change places. */
const kinds: Readonly<Record<string, { kind: RelationKind; turned: boolean }>> = {
  CEO: { kind: 'leads', turned: true },
  FOUNDED_BY: { kind: 'founded', turned: true },
  SUBSIDIARY_OF: { kind: 'owns', turned: true },
  HEADQUARTERS: { kind: 'located_in', turned: false },
};
/** Says that somebody belongs to a body, not how: counts neither way. */
const member: readonly RelationKind[] = ['works_for', 'leads', 'left', 'founded', 'board_member_of'];

const types: Readonly<Record<string, EntityType>> = { PER: 'person', ORG: 'company', LOC: 'place' };

/**
 * KnowledgeNet's sentences (Mesquita and others, 2019) as passages: its kinds that we have. Its pronouns are no names, so
 * relations through them are left out. What it does not mark is not always false. Throws where a line is broken, naming it.
 */
export const readKnowledgeNet = (path: string): Passage[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const where = `${path}:${index + 1}`;
      const row = parseLine(line, where) as Partial<Row>;
      if (!Array.isArray(row.tokens) || !Array.isArray(row.mentions) || !Array.isArray(row.relations))
        throw new Error(`${where}: tokens, mentions and relations must be lists`);
      const { text, places } = joinTokens(row.tokens);
      const names = row.mentions.map(({ from, to, type }): GoldName | undefined => {
        const start = places[from]?.start;
        const end = places[to - 1]?.end;
        const known = types[type];
        if (start === undefined || end === undefined || !known) return undefined;
        const name = text.slice(start, end);
        return { start, end, type: known, text: name, entity: name };
      });
      const relations: Passage['relations'] = [];
      const add = (kind: RelationKind, subject: GoldName, object: GoldName, optional: boolean): void => {
        if (subject.entity === object.entity) return;
        const known = relations.find((each) => each.kind === kind && each.subject === subject.entity && each.object === object.entity);
        if (known) known.optional &&= optional;
        else relations.push({ kind, status: 'stated', subject: subject.entity, object: object.entity, optional, attributes: {} });
      };
      for (const { subject, object, kind } of row.relations) {
        const from = names[subject];
        const to = names[object];
        if (!from || !to) continue;
        const ours = kinds[kind];
        if (ours) add(ours.kind, ours.turned ? to : from, ours.turned ? from : to, false);
        else if (kind === 'EMPLOYEE_OR_MEMBER_OF') for (const each of member) add(each, from, to, true);
      }
      const found = names.flatMap((name) => name ?? []).sort((a, b) => a.start - b.start);
      const apart: GoldName[] = [];
      for (const name of found) if (name.start >= (apart.at(-1)?.end ?? 0)) apart.push(name);
      return [{ batch: 'knowledgenet', line: index + 1, text, names: apart, relations, negative: false }];
    });
