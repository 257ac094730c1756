import { describe, expect, test } from 'vitest';
import type { EntityId, NodeRef, StoryId } from '../../shared/model.ts';
import { knownCandidates, newCandidates } from './somebody.ts';

const node = (digit: string, name: string): NodeRef & { id: EntityId; type: 'person' } => ({
  id: `e_${digit.repeat(24)}` as EntityId,
  type: 'person',
  name,
  articles: 2,
});
const john = node('1', 'John Smith');
const anna = node('2', 'Anna Smith');
const adam = node('3', 'Adam Smith');

describe('whom a name may mean', () => {
  test('others of that name, while nothing is typed', () => {
    expect(knownCandidates({ entity: john, others: [anna, adam] }, null).map(({ verdict }) => verdict)).toEqual([
      { verb: 'somebody-else', entity: anna.id, name: 'Anna Smith', type: 'person' },
      { verb: 'somebody-else', entity: adam.id, name: 'Adam Smith', type: 'person' },
    ]);
  });

  test('then whoever the search finds, but not what it means already, and no story', () => {
    const story: NodeRef = { id: `s_${'4'.repeat(24)}` as StoryId, type: 'story', name: 'Smith resigns', articles: 3 };
    const found = [john, adam, story].map((each) => ({ node: each, alias: each === adam ? 'Smith' : null }));
    expect(knownCandidates({ entity: john, others: [anna] }, found)).toMatchObject([{ name: 'Adam Smith', alias: 'Smith' }]);
  });

  test('somebody new, of the mention’s own type first', () => {
    const offered = newCandidates('  Agnes Smith ', 'person');
    expect(offered.map(({ type }) => type)).toEqual(['person', 'company', 'organization', 'place', 'product']);
    expect(offered[0]?.verdict).toEqual({ verb: 'somebody-else', entity: null, name: 'Agnes Smith', type: 'person' });
    expect(newCandidates(' ', 'person')).toEqual([]);
  });
});
