import {
  ArrowLeft,
  ArrowRight,
  BookOpen,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleStop,
  Crosshair,
  Expand,
  Eye,
  EyeOff,
  FileUp,
  FolderOpen,
  FolderUp,
  Keyboard,
  ListChecks,
  Monitor,
  Moon,
  Network,
  PanelLeft,
  PanelRight,
  RefreshCw,
  Route,
  ScanText,
  Search,
  SpellCheck2,
  SquareTerminal,
  Sun,
  Table2,
  Undo2,
} from 'lucide-react';
import type { NodeId } from '../../shared/model.ts';
import type { Host } from '../api/index.ts';
import { chooseAndImport } from '../import/start.ts';
import { neighbourInList, stepInList } from '../search/step.ts';
import type { App } from '../state/app.ts';
import { type Command, canRun, selectedNode } from './command.ts';

/** Everything that the window can be told to do: palette, keyboard map, `?` and docs/keys.md all come from this table. */

const withNode = (does: (app: App, node: { id: NodeId; name: string }) => void) => (app: App) => {
  const node = selectedNode(app);
  if (node) does(app, node);
};

const hasNode = (app: App) => selectedNode(app) !== null;
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
    title: 'Connect the selected with…',
    group: 'Find',
    icon: Route,
    keys: ['x'],
    when: hasNode,
    run: withNode((app, { id, name }) => app.connectionStarted({ id, name })),
  },

  {
    id: 'overview',
    title: 'Show the overview',
    group: 'Map',
    icon: Network,
    keys: ['h'],
    when: hasArticles,
    run: (app) => app.overviewRequested(),
  },
  {
    id: 'map-back',
    title: 'Back to the previous map',
    group: 'Map',
    icon: ChevronLeft,
    keys: ['Mod+['],
    when: (app) => app.boardTrail.back.length > 0,
    run: (app) => app.boardBack(),
  },
  {
    id: 'map-forward',
    title: 'Forward to the next map',
    group: 'Map',
    icon: ChevronRight,
    keys: ['Mod+]'],
    when: (app) => app.boardTrail.forward.length > 0,
    run: (app) => app.boardForward(),
  },
  {
    id: 'centre',
    title: 'Centre the selected',
    group: 'Map',
    icon: Crosshair,
    keys: ['c'],
    when: hasNode,
    run: withNode((app, { id }) => app.nodeFocused(id)),
  },
  {
    id: 'expand',
    title: 'Expand the selected',
    group: 'Map',
    icon: Expand,
    keys: ['e'],
    when: hasNode,
    run: withNode((app, { id }) => app.nodeExpanded(id)),
  },
  {
    id: 'hide',
    title: 'Hide the selected',
    group: 'Map',
    icon: EyeOff,
    keys: ['Delete', 'Backspace'],
    when: hasNode,
    run: withNode((app, { id }) => app.nodeHidden(id)),
  },
  {
    id: 'unhide',
    title: 'Bring back what was hidden',
    group: 'Map',
    icon: Eye,
    when: (app) => app.board.hidden.size > 0,
    run: (app) => app.hiddenShown(),
  },
  {
    id: 'table',
    title: 'Switch between graph and table',
    group: 'Map',
    icon: Table2,
    keys: ['t'],
    when: hasArticles,
    run: (app) => app.graphModeChosen(app.graphMode === 'graph' ? 'table' : 'graph'),
  },
  {
    id: 'refresh',
    title: 'Draw the map anew',
    group: 'Map',
    icon: RefreshCw,
    keys: ['r'],
    when: hasArticles,
    run: (app) => app.boardRefreshed(),
  },

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
    id: 'undo-correction',
    title: 'Undo the last correction',
    group: 'Library',
    icon: Undo2,
    keys: ['Mod+Z'],
    when: ({ corrections }) => corrections.made.length > 0 && corrections.undoing === null,
    run: (app) => void app.lastCorrectionUndone(),
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
