import { describe, expect, test } from 'vitest';
import { hostCommands } from '../../shared/shell.ts';
import { keyParts } from '../ui/keys.ts';
import { commands } from './commands.ts';
import { keysPage } from './keys-list.ts';

describe('the table of commands', () => {
  test('has each id once, and each key once', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('knows every command that a host’s menu can send', () => {
    const ids = commands.map((command) => command.id);
    expect(hostCommands.filter((each) => !ids.includes(each))).toEqual([]);
  });

  test('takes no combination that browsers keep for themselves', () => {
    const kept = ['Mod+T', 'Mod+N', 'Mod+W', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+Shift+W', 'Mod+Tab', 'Mod+Q'];
    expect(commands.flatMap((command) => command.keys ?? []).filter((keys) => kept.includes(keys))).toEqual([]);
  });

  test('writes combinations with the modifiers in one order', () => {
    const order = ['Mod', 'Alt', 'Shift'];
    for (const keys of commands.flatMap((command) => command.keys ?? [])) {
      const places = keyParts(keys)
        .slice(0, -1)
        .map((part) => order.indexOf(part));
      expect(places).toEqual([...places].sort());
      expect(places).not.toContain(-1);
    }
  });

  test('is what docs/keys.md says', async () => {
    await expect(keysPage()).toMatchFileSnapshot('../../../docs/keys.md');
  });
});
