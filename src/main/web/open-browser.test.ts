import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';

test('a browser is opened where there is a screen', () => {
  expect(browserCommand('darwin', {})?.command).toBe('open');
  expect(browserCommand('win32', {})?.command).toBe('explorer.exe');
  expect(browserCommand('linux', { DISPLAY: ':0' })?.command).toBe('xdg-open');
  expect(browserCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' })?.command).toBe('xdg-open');
  expect(browserCommand('linux', {})).toBeNull();
});
