import { keyParts } from '../ui/keys.ts';
import type { Command } from './command.ts';

/** What of a `KeyboardEvent` tells which keys were pressed. */
export interface Stroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const isLatin = (key: string) => /^[ -~]$/.test(key);

/** The letter or digit on the key's cap of a Latin keyboard: `KeyB` → `b`. */
const capOf = (code: string): string | null => /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? null;

/**
 * The key as combinations name it. With a modifier the cap counts where the layout gives no Latin letter (Cyrillic
 * keyboards) or where Alt turns it into a sign (`å` on a Mac).
 */
const keyName = (stroke: Stroke): string => {
  const { key, code } = stroke;
  const modified = stroke.ctrlKey || stroke.metaKey || stroke.altKey;
  if (modified && key.length === 1 && (stroke.altKey || !isLatin(key))) return capOf(code) ?? key.toLowerCase();
  return modified ? key.toLowerCase() : key;
};

/** Whether a stroke is a combination, such as `Mod+Shift+F`. A sign like `?` counts whatever it takes to type it. */
export const matchesKeys = (stroke: Stroke, keys: string, mac: boolean): boolean => {
  const parts = keyParts(keys);
  const wanted = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  if (mod !== has('Mod') || other || stroke.altKey !== has('Alt')) return false;
  const sign = wanted.length === 1 && !/[a-z0-9]/i.test(wanted);
  if (!sign && stroke.shiftKey !== has('Shift')) return false;
  return parts.length > 1 ? keyName(stroke).toLowerCase() === wanted.toLowerCase() : stroke.key === wanted;
};

const editingKeys = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A']);

/** True for a combination that text fields need for themselves: a single key, one with Alt alone, undo, redo, select all. */
export const isTypingKey = (keys: string): boolean => editingKeys.has(keys) || !keyParts(keys).slice(0, -1).includes('Mod');

/** The command that a stroke stands for; undefined for none. While `typing`, single keys belong to the text field. */
export const commandFor = (stroke: Stroke, commands: readonly Command[], how: { typing: boolean; mac: boolean }): Command | undefined =>
  commands.find((command) => command.keys?.some((keys) => !(how.typing && isTypingKey(keys)) && matchesKeys(stroke, keys, how.mac)));

const textInputs = new Set(['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'time']);

/** True for an element that takes text. */
export const takesText = (element: Element | null): boolean => {
  if (element instanceof HTMLInputElement) return textInputs.has(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
};
