import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EntityId } from '../../shared/model.ts';
import { createApp } from '../state/app.ts';
import { memoryHost } from '../state/memory-host.ts';
import { commands } from './commands.ts';
import { commandItems, fits } from './palette-items.ts';

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

describe('the palette’s commands', () => {
  test('are found by the beginnings of their words, in any order', () => {
    expect(fits('Theme: dark', 'dark the')).toBe(true);
    expect(fits('Theme: dark', 'heme')).toBe(false);
    expect(fits('Show the overview', '')).toBe(true);
  });

  test('are only those that can be done now', () => {
    const { host } = memoryHost();
    const app = createApp(host).getState();
    const titles = commandItems(commands, '', app, host).map((item) => item.title);
    expect(titles).toContain('Theme: dark');
    expect(titles).not.toContain('Show the overview');
    expect(titles).not.toContain('Open another library…');
  });

  test('name the one that is selected, or how many are', () => {
    const { host } = memoryHost();
    const store = createApp(host);
    const [one, two] = ['1', '2'].map((digit) => `e_${digit.repeat(24)}` as EntityId);
    const node = { type: 'company', articles: 1, weight: 1, community: 0, more: 0, first: null, last: null } as const;
    const nodes = [one, two].flatMap((id) => (id ? [{ ...node, id, name: id === one ? 'Nvidia' : 'Arm' }] : []));
    store.setState({ board: { ...store.getState().board, nodes } });
    const titles = () => commandItems(commands, '', store.getState(), host).map((item) => item.title);
    store.getState().nodesSelected(nodes.slice(0, 1).map(({ id }) => id));
    expect(titles()).toContain('Expand Nvidia');
    store.getState().nodesSelected(nodes.map(({ id }) => id));
    expect(titles()).toContain('Expand the 2 selected');
    expect(titles()).toContain('Centre Nvidia');
  });
});
