import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Args } from '../../shared/contract.ts';
import type { EntityId } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { GraphNode } from '../../shared/views.ts';
import type { Activity } from '../../shared/views-activity.ts';
import { createApp } from './app.ts';
import { memoryHost, settled } from './memory-host.ts';

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

const node: GraphNode = {
  id: `e_${'a'.repeat(24)}` as EntityId,
  type: 'company',
  name: 'A',
  articles: 1,
  weight: 1,
  community: 0,
  more: 0,
  first: null,
  last: null,
};

const answerTo = ({ filter }: Args<'activity'>): Activity => ({
  nodes: { [node.id]: 1 },
  links: {},
  publishers: [{ name: filter?.span?.from ?? 'all', articles: 1 }],
  histogram: { unit: 'day', bars: [], undated: 0 },
  fresh: { nodes: [], links: [] },
});

/** An app with a node on its board; each question waits until it is let go. */
const waiting = () => {
  const held: { args: Args<'activity'>; answer: (how?: Error) => Promise<void> }[] = [];
  const { host, calls } = memoryHost({
    activity: (args: Args<'activity'>) =>
      new Promise<Activity>((resolve, reject) => {
        held.push({
          args,
          answer: (how) => {
            if (how) reject(how);
            else resolve(answerTo(args));
            return settled();
          },
        });
      }),
  });
  const app = createApp(host);
  app.setState(({ board }) => ({ board: { ...board, nodes: [node] } }));
  const brush = (from: string) => {
    app.getState().filterChanged({ span: { from, to: null } }, 'span');
    app.getState().activityRequested();
  };
  const told = () => app.getState().activity.answer?.publishers[0]?.name;
  return { app, held, calls, brush, told };
};

describe('how the board is reported', () => {
  test('is asked as fast as answers come and no faster: of those that wait the last alone', async () => {
    const { app, held, brush, told } = waiting();
    for (const from of ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']) brush(from);
    await settled();
    expect(held).toHaveLength(1);
    await held[0]?.answer();
    expect(told()).toBe('2024-01-01');
    expect(app.getState().activity.loading.state).toBe('loading');
    expect(held.map(({ args }) => args.filter?.span?.from)).toEqual(['2024-01-01', '2024-01-04']);
    await held[1]?.answer();
    expect(told()).toBe('2024-01-04');
    expect(app.getState().activity.loading.state).toBe('ready');
    expect(held).toHaveLength(2);
  });

  test('keeps the answer before when it fails, and says so; a failure that is asked over again counts for nothing', async () => {
    const { app, held, brush, told } = waiting();
    brush('2024-01-01');
    await settled();
    await held[0]?.answer();
    brush('2024-01-02');
    brush('2024-01-03');
    await settled();
    await held[1]?.answer(new NewsgraphError('internal', 'It broke'));
    expect(app.getState().activity.loading.state).toBe('loading');
    await held[2]?.answer(new NewsgraphError('internal', 'It broke'));
    expect(app.getState().activity.loading.state).toBe('failed');
    expect(told()).toBe('2024-01-01');
  });

  test('is nothing once the board is empty, whatever still comes', async () => {
    const { app, held, brush } = waiting();
    brush('2024-01-01');
    await settled();
    app.setState(({ board }) => ({ board: { ...board, nodes: [] } }));
    app.getState().activityRequested();
    await held[0]?.answer();
    expect(app.getState().activity).toEqual({ answer: null, loading: { state: 'idle' } });
  });

  test('asks what is new since a date by that date alone', async () => {
    const { app, held } = waiting();
    app.getState().sinceChosen({ kind: 'week', date: '2025-03-05', by: 'published' });
    app.getState().activityRequested();
    await settled();
    expect(held[0]?.args.since).toEqual({ date: '2025-03-05', by: 'published' });
  });
});

test('playing and what is dragged are one step to undo', () => {
  const { app } = waiting();
  const { filterChanged, playToggled, changeSettled } = app.getState();
  playToggled(true);
  for (const from of ['2024-01-01', '2024-02-01', '2024-03-01']) filterChanged({ span: { from, to: null } }, 'play');
  playToggled(false);
  for (const strength of [0.1, 0.2, 0.3]) filterChanged({ strength }, 'strength');
  changeSettled();
  expect(app.getState().history.past).toHaveLength(2);
  app.getState().undoRequested();
  expect(app.getState().board.filter).toMatchObject({ strength: 0, span: { from: '2024-03-01' } });
  app.getState().undoRequested();
  expect(app.getState().board.filter.span).toEqual({ from: null, to: null });
});
