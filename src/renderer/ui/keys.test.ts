import { describe, expect, test } from 'vitest';
import { keyParts, keyText } from './keys.ts';

describe('key combinations', () => {
  test('come apart, also where the key is a plus', () => {
    expect(keyParts('Mod+Shift+F')).toEqual(['Mod', 'Shift', 'F']);
    expect(keyParts('Mod++')).toEqual(['Mod', '+']);
    expect(keyParts('+')).toEqual(['+']);
  });

  test('are written as the platform does', () => {
    expect(keyText('Mod+K', false)).toBe('Ctrl+K');
    expect(keyText('Mod+K', true)).toBe('⌘K');
    expect(keyText('Alt+ArrowLeft', false)).toBe('Alt+←');
    expect(keyText('c', false)).toBe('C');
  });
});
