import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../shared/shell.ts';

type Item = MenuItemConstructorOptions;

/**
 * The application's menu. Accelerators of our own commands are shown but not registered: the window has them in its
 * one keyboard map, and would otherwise run them twice.
 */
export const menuTemplate = (isMac: boolean, send: (command: HostCommand) => void): Item[] => {
  const command = (label: string, name: HostCommand, accelerator?: string): Item => ({
    label,
    click: () => send(name),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const line: Item = { type: 'separator' };
  const application: Item = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };

  return [
    ...(isMac ? [application] : []),
    {
      label: '&File',
      submenu: [
        command('Import files…', 'import-files'),
        command('Import a folder…', 'import-folder'),
        command('Open the sample library', 'import-sample'),
        line,
        command('Open library…', 'open-library'),
        line,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&Go',
      submenu: [
        command('Search', 'search', '/'),
        command('Find a command, entity or article…', 'palette', 'CmdOrCtrl+K'),
        line,
        command('Back', 'back', 'Alt+Left'),
        command('Forward', 'forward', 'Alt+Right'),
        command('Overview', 'overview'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Theme: as the system', 'theme-system'),
        command('Theme: light', 'theme-light'),
        command('Theme: dark', 'theme-dark'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [command('Keys', 'keys', '?')] },
  ];
};

/** Makes the template the application's menu. */
export const showMenu = (send: (command: HostCommand) => void): void => {
  app.setAboutPanelOptions({ applicationName: 'Newsgraph', applicationVersion: app.getVersion() });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', send)));
};
