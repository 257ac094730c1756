import path from 'node:path';
import { app, dialog } from 'electron';
import { failureOf } from '../shared/result.ts';
import { type Desktop, runDesktop } from './desktop/app.ts';
import { desktopArguments } from './desktop/arguments.ts';
import { declareScheme } from './desktop/protocol.ts';
import { guardPages } from './desktop/security/index.ts';

/** The desktop entry: one window, one library, one core process. */

const home = process.env.NEWSGRAPH_HOME;
if (home) app.setPath('userData', path.join(path.resolve(home), 'window'));

const wanted = desktopArguments(process.argv, app.isPackaged, process.env.NEWSGRAPH_CWD ?? process.cwd());

if (app.requestSingleInstanceLock(wanted)) {
  declareScheme();
  guardPages();
  let desktop: Desktop | null = null;
  app.on('second-instance', (_event, _argv, _cwd, asked) => void desktop?.asked(asked as typeof wanted));
  app.on('window-all-closed', () => app.quit());
  let leaving = false;
  app.on('before-quit', () => {
    leaving = true;
  });
  app.whenReady().then(async () => {
    try {
      desktop = await runDesktop(wanted);
      process.send?.('ready');
    } catch (thrown) {
      // a window that was closed while it still loaded is no failure
      if (leaving) return;
      const { message, hint } = failureOf(thrown);
      console.error(message);
      process.send?.('ready');
      dialog.showErrorBox('Newsgraph could not open the library', [message, hint].filter(Boolean).join('\n\n'));
      app.exit(1);
    }
  });
} else {
  app.quit();
}
