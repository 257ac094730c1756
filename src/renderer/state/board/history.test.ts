import { describe, expect, test } from 'vitest';
import { emptyHistory, type History, historySteps, recorded, redone, settledHistory, undone } from './history.ts';

type Numbers = History<number>;
const step = (before: number, going: string | null = null) => ({ label: `from ${before}`, before, going, correction: 0 });
const counted = (steps: number): Numbers => {
  let history: Numbers = emptyHistory;
  for (let at = 0; at < steps; at += 1) history = recorded(history, step(at));
  return history;
};

describe('a history', () => {
  test('gives back what was before, and what was after', () => {
    const back = undone(counted(2), 2);
    expect(back).toMatchObject({ state: 1, label: 'from 1' });
    expect(back && redone(back.history, 1)).toMatchObject({ state: 2, label: 'from 1', history: { future: [] } });
  });

  test('has an end on either side', () => {
    expect(undone(emptyHistory, 0)).toBeNull();
    expect(redone(counted(1), 1)).toBeNull();
  });

  test('keeps the newest steps only', () => {
    const { past } = counted(historySteps + 5);
    expect(past).toHaveLength(historySteps);
    expect(past[0]?.before).toBe(5);
    expect(past.at(-1)?.before).toBe(historySteps + 4);
  });

  test('forgets what was undone once something else is done', () => {
    const back = undone(counted(2), 2);
    expect(back && recorded(back.history, step(1)).future).toEqual([]);
  });

  test('takes what goes on as one step, until it is over', () => {
    let history = recorded<number>(emptyHistory, step(0, 'slider'));
    history = recorded(history, step(1, 'slider'));
    expect(history.past).toHaveLength(1);
    expect(undone(history, 2)?.state).toBe(0);
    history = recorded(settledHistory(history), step(2, 'slider'));
    expect(history.past.map(({ before }) => before)).toEqual([0, 2]);
    expect(recorded(history, step(3, 'another')).past).toHaveLength(3);
  });

  test('that has settled settles to itself', () => {
    const history = counted(2);
    expect(settledHistory(history)).toBe(history);
  });
});
