import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultLibraryFolder, readSettings, writeSettings } from './settings.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'newsgraph-settings-'));
  vi.stubEnv('NEWSGRAPH_HOME', home);
  vi.stubEnv('NEWSGRAPH_LIBRARY', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

test('what is written is read again, and nothing else changes', () => {
  expect(readSettings()).toEqual({ lastLibrary: null, window: null });
  expect(writeSettings({ lastLibrary: '/some/where' })).toBe(true);
  const window = { x: 1, y: 2, width: 900, height: 700, maximized: false };
  expect(writeSettings({ window })).toBe(true);
  expect(readSettings()).toEqual({ lastLibrary: '/some/where', window });
  expect(readdirSync(home)).toEqual(['settings.json']);
});

test('a damaged file, or a damaged part of it, counts as not set', () => {
  writeFileSync(path.join(home, 'settings.json'), '{"lastLibrary": "/some/where"');
  expect(readSettings()).toEqual({ lastLibrary: null, window: null });
  writeFileSync(path.join(home, 'settings.json'), '{"lastLibrary": "/some/where", "window": {"x": "left"}}');
  expect(readSettings()).toEqual({ lastLibrary: '/some/where', window: null });
});

test('the library to open: the one named by the environment, else the last one, else the default place', () => {
  expect(defaultLibraryFolder()).toBe(path.join(home, 'library'));
  writeSettings({ lastLibrary: path.join(home, 'other') });
  expect(defaultLibraryFolder()).toBe(path.join(home, 'other'));
  vi.stubEnv('NEWSGRAPH_LIBRARY', path.join(home, 'named'));
  expect(defaultLibraryFolder()).toBe(path.join(home, 'named'));
});

test('a settings folder that cannot be written is no failure', () => {
  writeFileSync(path.join(home, 'file'), '');
  vi.stubEnv('NEWSGRAPH_HOME', path.join(home, 'file', 'below'));
  expect(writeSettings({ lastLibrary: '/some/where' })).toBe(false);
  expect(readSettings().lastLibrary).toBeNull();
});
