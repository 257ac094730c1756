import { commandGroups } from './command.ts';
import { commands } from './commands.ts';
import { paneKeys } from './pane-keys.ts';

export interface KeySection {
  heading: string;
  items: { title: string; keys: readonly string[] }[];
}

const anywhere: KeySection = {
  heading: 'Anywhere',
  items: [{ title: 'One level back: close, leave the box, deselect, previous map', keys: ['Escape'] }],
};

/** Every key there is, in groups: for the `?` dialog and for docs/keys.md. */
export const keySections = (): KeySection[] => [
  ...commandGroups.map((group) => ({
    heading: group,
    items: commands.filter((command) => command.group === group).flatMap(({ title, keys }) => (keys ? [{ title, keys }] : [])),
  })),
  anywhere,
  ...paneKeys.map(({ where, items }) => ({ heading: where, items: items.map(({ title, keys }) => ({ title, keys })) })),
];

const docsKey = (keys: string) => `\`${keys.replaceAll('Mod', 'Ctrl/⌘').replaceAll('Arrow', '').replace(/^ $/, 'Space')}\``;

/** The text of docs/keys.md. */
export const keysPage = (): string => {
  const sections = keySections().map(({ heading, items }) => {
    const rows = items.map(({ title, keys }) => `| ${keys.map(docsKey).join(', ')} | ${title} |`);
    return [`## ${heading}`, '', '| keys | what |', '|---|---|', ...rows].join('\n');
  });
  return `# Keys

The tables behind this page are \`src/renderer/app/commands.ts\` and \`pane-keys.ts\`; a test holds it equal to them, and writes it
anew with \`npx vitest run src/renderer/app -u\`. In the window, \`?\` shows the same list.

Single keys are off while a text field has the focus.

${sections.join('\n\n')}
`;
};
