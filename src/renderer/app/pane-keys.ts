/**
 * Keys that a pane handles itself while the focus is in it: listed by `?` and docs/keys.md beside the commands.
 */
export interface PaneKey {
  keys: readonly string[];
  title: string;
}

export const paneKeys: readonly { where: string; items: readonly PaneKey[] }[] = [
  {
    where: 'In the search box',
    items: [
      { keys: ['ArrowDown', 'ArrowUp'], title: 'Move through the results' },
      { keys: ['PageDown', 'PageUp'], title: 'Move by eight' },
      { keys: ['Enter'], title: 'Centre the entity, or open the article' },
      { keys: ['Escape'], title: 'Leave the box' },
    ],
  },
];
