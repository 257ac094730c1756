import { beforeEach, describe, expect, test, vi } from 'vitest';
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
});
