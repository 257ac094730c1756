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
  {
    where: 'On the map',
    items: [
      { keys: ['Enter'], title: 'Step onto the map; open the node or link one stands on' },
      { keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'], title: 'Go to the neighbour that way' },
      { keys: ['l', 'Shift+L'], title: 'Walk the links of the node' },
      { keys: ['e', 'c', 'Delete'], title: 'Expand, centre, hide the node' },
      { keys: ['p'], title: 'Pin the node, or let it go' },
      { keys: ['Shift+F10'], title: 'Menu of the node' },
      { keys: ['+', '-', '0'], title: 'Zoom in, out; show the whole map' },
      { keys: ['Escape'], title: 'Step off the link, then off the map' },
    ],
  },
  {
    where: 'In the table',
    items: [
      { keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'], title: 'Move through the rows' },
      { keys: [' '], title: 'Select the row' },
      { keys: ['Enter'], title: 'Centre it' },
      { keys: ['e'], title: 'Show its sentences' },
    ],
  },
  {
    where: 'In the sentences of a link',
    items: [
      { keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'], title: 'Move through the sentences' },
      { keys: ['Enter'], title: 'Open the article at the sentence' },
    ],
  },
  {
    where: 'In an article',
    items: [
      { keys: ['Mod+F'], title: 'Find in this article' },
      { keys: ['ArrowRight', 'ArrowLeft'], title: 'Next, previous name, once Tab has led to one' },
      { keys: ['w', 'Shift+F10'], title: 'What is this name? Say so where it was taken for the wrong thing' },
      { keys: ['Enter', 'Shift+Enter'], title: 'Next, previous match' },
      { keys: ['Escape'], title: 'Close the find bar' },
    ],
  },
];
