import {
  ArrowLeft,
  ArrowRight,
  BookOpen,
  ChevronDown,
  ChevronUp,
  CircleStop,
  FileUp,
  FolderOpen,
  FolderUp,
  Keyboard,
  ListChecks,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Route,
  ScanText,
  Search,
  SpellCheck2,
  SquareTerminal,
  Sun,
} from 'lucide-react';
import type { Host } from '../api/index.ts';
import { chooseAndImport } from '../import/start.ts';
import { neighbourInList, stepInList } from '../search/step.ts';
import type { App } from '../state/app.ts';
import { boardCommands } from './board-commands.ts';
import { type Command, canRun, selectedNode } from './command.ts';
import { filterCommands } from './filter-commands.ts';
import { mapCommands } from './map-commands.ts';

/** Everything that the window can be told to do: palette, keyboard map, `?` and docs/keys.md all come from this table. */

const hasArticles = (app: App) => (app.library.status?.articles ?? 0) > 0;
const canImport = ({ library, reread }: App) =>
  library.status !== null &&
  !library.status.readOnly &&
  library.gathering === null &&
  library.status.import?.state !== 'running' &&
  reread.progress?.state !== 'running';

export const commands: readonly Command[] = [
  {
    id: 'search',
    title: 'Search articles and entities',
    group: 'Find',
    icon: Search,
    keys: ['/', 'Mod+Shift+F'],
    when: hasArticles,
    run: (app) => app.searchBoxRequested(),
  },
  {
    id: 'palette',
    title: 'Open the palette: commands, entities, articles',
    group: 'Find',
    icon: SquareTerminal,
    keys: ['Mod+K', 'Mod+P', 'Mod+O'],
    keysOnly: true,
    run: (app) => app.paletteToggled(true),
  },
  {
    id: 'connect',
    title: 'Path from the selected to…',
    group: 'Find',
    icon: Route,
    keys: ['x'],
    when: (app) => selectedNode(app) !== null,
    run: (app) => {
      const node = selectedNode(app);
      const [from, to, ...others] = app.board.selection;
      // two that are selected are both ends already
      if (from !== undefined && to !== undefined && others.length === 0) app.pathRequested(from, to);
      else if (node) app.connectionStarted({ id: node.id, name: node.name });
    },
  },

  ...mapCommands,
  ...filterCommands,
  ...boardCommands,

  {
    id: 'back',
    title: 'Back in the reader',
    group: 'Reader',
    icon: ArrowLeft,
    keys: ['Alt+ArrowLeft'],
    when: (app) => app.detail.at > 0,
    run: (app) => app.detailBack(),
  },
  {
    id: 'forward',
    title: 'Forward in the reader',
    group: 'Reader',
    icon: ArrowRight,
    keys: ['Alt+ArrowRight'],
    when: (app) => app.detail.at < app.detail.trail.length - 1,
    run: (app) => app.detailForward(),
  },
  {
    id: 'next-article',
    title: 'Next article of the list',
    group: 'Reader',
    icon: ChevronDown,
    keys: ['j'],
    when: (app) => neighbourInList(app, 1) !== null,
    run: (app) => stepInList(app, 1),
  },
  {
    id: 'previous-article',
    title: 'Previous article of the list',
    group: 'Reader',
    icon: ChevronUp,
    keys: ['k'],
    when: (app) => neighbourInList(app, -1) !== null,
    run: (app) => stepInList(app, -1),
  },

  {
    id: 'results-pane',
    title: 'Show or hide the results',
    group: 'Window',
    icon: PanelLeft,
    keys: ['Mod+B'],
    when: hasArticles,
    run: (app) => app.resultsPaneToggled(!app.chrome.resultsPane),
  },
  {
    id: 'detail-pane',
    title: 'Show or hide the reader',
    group: 'Window',
    icon: PanelRight,
    keys: ['Mod+Alt+B'],
    when: hasArticles,
    run: (app) => app.detailPaneToggled(!app.chrome.detailPane),
  },
  { id: 'theme-system', title: 'Theme: as the system', group: 'Window', icon: Monitor, run: (app) => app.themeChosen('system') },
  { id: 'theme-light', title: 'Theme: light', group: 'Window', icon: Sun, run: (app) => app.themeChosen('light') },
  { id: 'theme-dark', title: 'Theme: dark', group: 'Window', icon: Moon, run: (app) => app.themeChosen('dark') },
  { id: 'keys', title: 'List the keys', group: 'Window', icon: Keyboard, keys: ['?'], run: (app) => app.keysToggled(true) },

  {
    id: 'import-files',
    title: 'Import articles…',
    group: 'Library',
    icon: FileUp,
    keys: ['Mod+I'],
    when: canImport,
    run: (app, host) => void chooseAndImport(app, host, 'files'),
  },
  {
    id: 'import-folder',
    title: 'Import a folder…',
    group: 'Library',
    icon: FolderUp,
    when: canImport,
    run: (app, host) => void chooseAndImport(app, host, 'folder'),
  },
  {
    id: 'import-sample',
    title: 'Import the sample library',
    group: 'Library',
    icon: BookOpen,
    when: canImport,
    run: (app) => void app.sampleRequested(),
  },
  {
    id: 'import-report',
    title: 'Show the report of the last import',
    group: 'Library',
    icon: ListChecks,
    when: (app) => app.library.report !== null,
    run: (app) => app.importReportToggled(true),
  },
  {
    id: 'corrections',
    title: 'Show the corrections',
    group: 'Library',
    icon: SpellCheck2,
    when: hasArticles,
    run: (app) => app.correctionsOpened(),
  },
  {
    id: 'reread',
    title: 'Read all articles again',
    group: 'Library',
    icon: ScanText,
    when: (app) => hasArticles(app) && canImport(app),
    run: (app) => void app.rereadRequested('all'),
  },
  {
    id: 'reread-cancel',
    title: 'Stop reading articles again',
    group: 'Library',
    icon: CircleStop,
    when: ({ reread }) => reread.progress?.state === 'running',
    run: (app) => void app.rereadCancelled(),
  },
  {
    id: 'open-library',
    title: 'Open another library…',
    group: 'Library',
    icon: FolderOpen,
    keys: ['Mod+Shift+O'],
    when: (_app, host) => host.shell.openLibrary !== undefined,
    run: (app, host) => {
      host.shell.openLibrary?.().catch((thrown: unknown) => app.problemOccurred('The library could not be opened', thrown));
    },
  },
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command with an id; undefined when there is none. */
export const commandOf = (id: string): Command | undefined => byId.get(id);

/** The combination shown beside a command; undefined where it has none. */
export const keyOf = (id: string): string | undefined => byId.get(id)?.keys?.[0];

/** Does a command if it can be done now. Returns whether it was. */
export const runCommand = (id: string, app: App, host: Host): boolean => {
  const command = byId.get(id);
  if (!command || !canRun(command, app, host)) return false;
  command.run(app, host);
  return true;
};
