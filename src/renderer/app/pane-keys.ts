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
      { keys: [' '], title: 'Select the node, or take it out of the selection' },
      { keys: ['Mod+A'], title: 'Select all' },
      {
        keys: ['e', 'c', 'Delete'],
        title: 'Expand, centre, hide the node; all verbs mean the node one stands on, or the selection where it has several',
      },
      { keys: ['Shift+F10'], title: 'Menu of the node, the link, the selection or the map' },
      { keys: ['+', '-', '0'], title: 'Zoom in, out; show the whole map' },
      { keys: ['Escape'], title: 'Step off the link, then off the map' },
    ],
  },
  {
    where: 'In the table',
    items: [
      { keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'], title: 'Move through the rows' },
      { keys: [' '], title: 'Select the row, or take it out of the selection' },
      { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], title: 'Select from row to row' },
      { keys: ['Mod+A'], title: 'Select all rows' },
      { keys: ['Enter'], title: 'Centre it' },
      { keys: ['o'], title: 'Open its card' },
      { keys: ['s'], title: 'Show its sentences' },
      { keys: ['Shift+F10'], title: 'Menu of the row, or of the selection' },
    ],
  },
  {
    where: 'In the list of neighbours to add',
    items: [
      { keys: ['ArrowDown', 'ArrowUp'], title: 'Move through the neighbours' },
      { keys: ['Enter'], title: 'Tick, or take the tick away' },
      { keys: ['Mod+Enter'], title: 'Add those that are ticked, or the best' },
    ],
  },
  {
    where: 'In the box that finds on the map',
    items: [
      { keys: ['Enter', 'Shift+Enter'], title: 'Next, previous match' },
      { keys: ['Mod+Enter'], title: 'Select all matches' },
      { keys: ['Escape'], title: 'Clear and close' },
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
