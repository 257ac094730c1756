import { describe, expect, test } from 'vitest';
import { type EntityId, linkIdOf, type NodeRef } from '../../shared/model.ts';
import type { GraphLink, LinkRelation, Neighbour } from '../../shared/views.ts';
import { statementsOf, statusesToTell } from './statements.ts';

const id = (digit: string) => `e_${digit.repeat(24)}` as EntityId;
const openai = id('1');

const neighbour = (other: EntityId, name: string, relations: LinkRelation[]): Neighbour => {
  const node: NodeRef = { id: other, type: 'company', name, articles: 3 };
  const link: GraphLink = {
    id: linkIdOf(openai, other),
    source: openai,
    target: other,
    kind: 'relation',
    relations,
    articles: 3,
    sentences: 4,
    stories: 2,
    strength: 0.5,
    first: null,
    last: null,
  };
  return { node, link };
};

const relation = (kind: LinkRelation['kind'], from: EntityId, to: EntityId, sentences = 1): LinkRelation => ({
  kind,
  from,
  to,
  sentences,
  status: 'stated',
  articles: 1,
});

describe('the statements about an entity', () => {
  test('read from its side, whichever end it stands at', () => {
    const groups = statementsOf(openai, [
      neighbour(id('2'), 'io Products', [relation('acquired', openai, id('2'))]),
      neighbour(id('3'), 'Sam Altman', [relation('leads', id('3'), openai, 2)]),
      neighbour(id('4'), 'Greg Brockman', [relation('leads', id('4'), openai, 5), relation('founded', id('4'), openai)]),
    ]);
    expect(groups.map((group) => `${group.verb}: ${group.statements.map((each) => each.other.name).join(', ')}`)).toEqual([
      'founded by: Greg Brockman',
      'led by: Greg Brockman, Sam Altman',
      'acquired: io Products',
    ]);
  });

  test('announced by some and completed by others is one statement', () => {
    const [group] = statementsOf(openai, [
      neighbour(id('2'), 'io Products', [
        { ...relation('acquired', openai, id('2'), 2), status: 'announced' },
        { ...relation('acquired', openai, id('2'), 5), status: 'completed' },
      ]),
    ]);
    expect(group?.statements).toMatchObject([{ statuses: ['completed', 'announced'], sentences: 7 }]);
  });

  test('what is said of both alike stands in one group', () => {
    const groups = statementsOf(openai, [
      neighbour(id('5'), 'Google', [relation('competes_with', id('5'), openai)]),
      neighbour(id('6'), 'DeepSeek', [relation('competes_with', openai, id('6'))]),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.statements.map((each) => each.other.name)).toEqual(['Google', 'DeepSeek']);
  });
});

describe('what is told beside a statement', () => {
  test('nothing of announcements where most sentences say that it holds', () => {
    expect(statusesToTell(['stated', 'announced', 'rumoured'])).toEqual([]);
    expect(statusesToTell(['completed', 'announced'])).toEqual(['completed']);
  });

  test('all where it is announced first, and what speaks against it always', () => {
    expect(statusesToTell(['announced', 'stated'])).toEqual(['announced']);
    expect(statusesToTell(['stated', 'denied', 'ended'])).toEqual(['denied', 'ended']);
  });
});
