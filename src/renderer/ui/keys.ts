/**
 * Key combinations as text: parts joined by `+`, such as `Mod+K`, `Alt+ArrowLeft`, `?`. `Mod` is ⌘ on a Mac and Ctrl
 * elsewhere. The last part is a `KeyboardEvent.key`.
 */

/** True when this window runs on a Mac, whose modifier keys have other names. */
export const onMac = (): boolean => typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

const macNames: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const plainNames: Record<string, string> = { Mod: 'Ctrl' };
const keyNames: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: '↵',
  Delete: 'Del',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ' ': 'Space',
};

/** The parts of a combination; `Mod++` ends in the key `+`. */
export const keyParts = (keys: string): string[] => {
  if (keys === '+') return ['+'];
  return keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
};

/** What to print for each key of a combination, in order: `Mod+k` → `['Ctrl', 'K']`. */
export const keyLabels = (keys: string, mac = onMac()): string[] =>
  keyParts(keys).map((part) => (mac ? macNames : plainNames)[part] ?? keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part));

/** The same as one text: `Ctrl+K`, on a Mac `⌘K`. */
export const keyText = (keys: string, mac = onMac()): string => keyLabels(keys, mac).join(mac ? '' : '+');
