import { describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { commandFor, matchesKeys, type Stroke } from './keyboard.ts';

const stroke = (key: string, part: Partial<Stroke> = {}): Stroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});
const on = (mac: boolean, typing = false) => ({ mac, typing });
const idFor = (given: Stroke, how = on(false)) => commandFor(given, commands, how)?.id;

describe('the keyboard map', () => {
  test.each([
    ['Ctrl+K', stroke('k', { ctrlKey: true }), 'palette'],
    ['Ctrl+P', stroke('p', { ctrlKey: true }), 'palette'],
    ['/', stroke('/'), 'search'],
    ['/ where it takes Shift', stroke('/', { shiftKey: true }), 'search'],
    ['?', stroke('?', { shiftKey: true }), 'keys'],
    ['Ctrl+Shift+F', stroke('F', { ctrlKey: true, shiftKey: true }), 'search'],
    ['Alt+Left', stroke('ArrowLeft', { altKey: true }), 'back'],
    ['Ctrl+[', stroke('[', { ctrlKey: true, code: 'BracketLeft' }), 'map-back'],
    ['Ctrl+Z', stroke('z', { ctrlKey: true }), 'undo'],
    ['Ctrl+B', stroke('b', { ctrlKey: true }), 'results-pane'],
    ['Ctrl+Alt+B', stroke('b', { ctrlKey: true, altKey: true }), 'detail-pane'],
    ['Delete', stroke('Delete'), 'hide'],
    ['e', stroke('e'), 'expand'],
  ])('%s', (_name, given, id) => {
    expect(idFor(given)).toBe(id);
  });

  test('a Mac’s ⌘ stands in for Ctrl, whose own combinations stay free', () => {
    expect(idFor(stroke('k', { metaKey: true }), on(true))).toBe('palette');
    expect(idFor(stroke('k', { ctrlKey: true }), on(true))).toBeUndefined();
    expect(idFor(stroke('k', { metaKey: true }), on(false))).toBeUndefined();
  });

  test('on a Mac, Alt may turn a letter into a sign', () => {
    expect(idFor(stroke('∫', { metaKey: true, altKey: true, code: 'KeyB' }), on(true))).toBe('detail-pane');
  });

  test('a Cyrillic layout’s combinations are those of the key caps', () => {
    expect(idFor(stroke('л', { ctrlKey: true, code: 'KeyK' }))).toBe('palette');
  });

  test('a Dvorak layout’s combinations are those of its letters', () => {
    expect(idFor(stroke('k', { ctrlKey: true, code: 'KeyV' }))).toBe('palette');
  });

  test('while one types, single keys, Alt and undo belong to the text', () => {
    expect(idFor(stroke('e'), on(false, true))).toBeUndefined();
    expect(idFor(stroke('/'), on(false, true))).toBeUndefined();
    expect(idFor(stroke('Delete'), on(false, true))).toBeUndefined();
    expect(idFor(stroke('ArrowLeft', { altKey: true }), on(true, true))).toBeUndefined();
    expect(idFor(stroke('z', { ctrlKey: true }), on(false, true))).toBeUndefined();
    expect(idFor(stroke('k', { ctrlKey: true }), on(false, true))).toBe('palette');
  });

  test('more modifiers make it another key', () => {
    expect(idFor(stroke('X', { shiftKey: true }))).toBeUndefined();
    expect(idFor(stroke('x', { ctrlKey: true }))).toBeUndefined();
    expect(matchesKeys(stroke('K', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false);
  });
});
