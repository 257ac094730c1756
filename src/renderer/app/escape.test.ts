import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EntityId } from '../../shared/model.ts';
import type { App } from '../state/app.ts';
import { createApp } from '../state/app.ts';
import { memoryHost } from '../state/memory-host.ts';
import { levelToLeave } from './escape.ts';

const one = `e_${'1'.repeat(24)}` as EntityId;
const two = `e_${'2'.repeat(24)}` as EntityId;
const nothingOpen = { layer: false, typing: false, overlay: false };

const situation = (board: Partial<App['board']>, back: App['boardTrail']['back'] = []) => {
  const app = createApp(memoryHost().host).getState();
  return { board: { ...app.board, ...board }, boardTrail: { back, forward: [] } };
};

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

describe('one Esc leaves one level', () => {
  const selected = () =>
    situation({ view: { kind: 'around', depth: 1, id: one }, selected: { kind: 'node', id: two } }, [{ kind: 'overview' }]);

  test('from the innermost out', () => {
    expect(levelToLeave(selected(), { layer: true, typing: true, overlay: true })).toBe('layer');
    expect(levelToLeave(selected(), { layer: false, typing: true, overlay: true })).toBe('field');
    expect(levelToLeave(selected(), { layer: false, typing: false, overlay: true })).toBe('overlay');
    expect(levelToLeave(selected(), nothingOpen)).toBe('selection');
  });

  test('what is searched for on the map goes before what is selected', () => {
    const { board, boardTrail } = selected();
    expect(levelToLeave({ board: { ...board, finding: 'nv' }, boardTrail }, nothingOpen)).toBe('finding');
  });

  test('with nothing selected, the map', () => {
    const centred = situation({ view: { kind: 'around', depth: 1, id: one }, selected: null }, [{ kind: 'overview' }]);
    expect(levelToLeave(centred, nothingOpen)).toBe('map');
  });

  test('at the first map nothing is left to leave', () => {
    expect(levelToLeave(situation({}), nothingOpen)).toBe('nothing');
  });
});
