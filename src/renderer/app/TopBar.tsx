import type { LucideIcon } from 'lucide-react';
import {
  BookOpen,
  FileUp,
  FolderUp,
  Keyboard,
  ListChecks,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Plus,
  SquareTerminal,
  Sun,
} from 'lucide-react';
import { useApp, useAppStore, useHost } from '../state/app.ts';
import type { Theme } from '../state/chrome.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { canRun } from './command.ts';
import { commandOf, keyOf, runCommand } from './commands.ts';
import styles from './TopBar.module.css';

const themes: readonly { theme: Theme; label: string; icon: LucideIcon }[] = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
];

const imports: readonly { id: string; label: string; icon: LucideIcon; apart?: true }[] = [
  { id: 'import-files', label: 'Files…', icon: FileUp },
  { id: 'import-folder', label: 'A folder…', icon: FolderUp },
  { id: 'import-sample', label: 'The sample library', icon: BookOpen, apart: true },
  { id: 'import-report', label: 'Report of the last import', icon: ListChecks, apart: true },
];

const LibraryLine = () => {
  const status = useApp((app) => app.library.status);
  if (!status) return <div className={styles.library} />;
  const counts =
    status.articles === 0 ? 'empty' : `${plural(status.articles, 'article')} · ${plural(status.entities, 'entity', 'entities')}`;
  return (
    <div className={styles.library} title={status.folder}>
      <h1 className={styles.name}>
        <MiddleTruncate text={status.name} />
      </h1>
      <span className={styles.counts}>{counts}</span>
    </div>
  );
};

const ImportButton = () => {
  const store = useAppStore();
  const host = useHost();
  const progress = useApp((app) => app.library.status?.import ?? null);
  const panel = useApp((app) => app.chrome.importPanel);
  const toggled = useApp((app) => app.importPanelToggled);
  // what can be done depends on these two; the rest of the state does not matter to the menu
  useApp((app) => app.library.report);
  useApp((app) => app.library.gathering === null);
  if (progress?.state === 'running' && !panel) {
    const done = progress.walked && progress.files > 0 ? ` ${formatCount(Math.floor((100 * progress.filesDone) / progress.files))} %` : '';
    return (
      <Button look="quiet" onClick={() => toggled(true)}>
        Importing{done}
      </Button>
    );
  }
  const items = imports.flatMap(({ id, label, icon, apart }): MenuItem[] => {
    const command = commandOf(id);
    if (!command) return [];
    const can = canRun(command, store.getState(), host);
    if (id === 'import-report' && !can) return [];
    const onChoose = () => void runCommand(id, store.getState(), host);
    return [{ id, label, icon, shortcut: keyOf(id), disabled: !can, onChoose, ...(apart ? { apart } : {}) }];
  });
  return (
    <Menu
      label="Import"
      align="end"
      items={items}
      trigger={
        <Button look="quiet" icon={Plus}>
          Import
        </Button>
      }
    />
  );
};

const ThemeButton = () => {
  const theme = useApp((app) => app.chrome.theme);
  const chosen = useApp((app) => app.themeChosen);
  const icon = themes.find((each) => each.theme === theme)?.icon ?? Monitor;
  return (
    <Menu
      label="Theme"
      align="end"
      items={themes.map((each) => ({
        id: each.theme,
        label: each.label,
        icon: each.icon,
        checked: each.theme === theme,
        onChoose: () => chosen(each.theme),
      }))}
      trigger={<IconButton icon={icon} label="Theme" />}
    />
  );
};

/** The line at the head of the window: which library this is, and what can be done anywhere. */
export const TopBar = ({ panes }: { panes: boolean }) => {
  const { resultsPane, detailPane } = useApp((app) => app.chrome);
  const { resultsPaneToggled, detailPaneToggled, paletteToggled, keysToggled } = useAppStore().getState();
  return (
    <header className={styles.bar}>
      {panes ? (
        <IconButton
          icon={PanelLeft}
          label={resultsPane ? 'Hide the results' : 'Show the results'}
          shortcut={keyOf('results-pane')}
          aria-expanded={resultsPane}
          onClick={() => resultsPaneToggled(!resultsPane)}
        />
      ) : null}
      <LibraryLine />
      <ImportButton />
      <IconButton icon={SquareTerminal} label="Palette" shortcut={keyOf('palette')} onClick={() => paletteToggled(true)} />
      <ThemeButton />
      <IconButton icon={Keyboard} label="Keys" shortcut={keyOf('keys')} onClick={() => keysToggled(true)} />
      {panes ? (
        <IconButton
          icon={PanelRight}
          label={detailPane ? 'Hide the reader' : 'Show the reader'}
          shortcut={keyOf('detail-pane')}
          aria-expanded={detailPane}
          onClick={() => detailPaneToggled(!detailPane)}
        />
      ) : null}
    </header>
  );
};
