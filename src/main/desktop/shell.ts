import path from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import { NewsgraphError } from '../../shared/result.ts';
import type { ImportSource } from '../../shared/shell.ts';
import { isShellCall, type ShellAnswer, type ShellCall, shellCalls } from '../../shared/shell-calls.ts';
import type { LibraryStatus } from '../../shared/views.ts';
import type { Grants } from './security/grants.ts';
import { openOutside } from './security/outside.ts';
import { saveAs } from './security/saving.ts';

export interface ShellNeeds {
  window: () => BrowserWindow | null;
  grants: Grants;
  openLibrary: (folder: string) => Promise<LibraryStatus>;
}

type Handlers = {
  [Name in ShellCall]: (args: { url: string; what: 'files' | 'folder'; name: string; bytes: Uint8Array }) => Promise<ShellAnswer<Name>>;
};

const pickers: Record<'files' | 'folder' | 'library', OpenDialogOptions> = {
  files: {
    title: 'Import files',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Articles', extensions: ['txt', 'text', 'html', 'htm', 'xhtml', 'md', 'markdown', 'json', 'jsonl', 'ndjson'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  folder: { title: 'Import a folder', buttonLabel: 'Import', properties: ['openDirectory', 'multiSelections'] },
  library: {
    title: 'Open a library, or choose an empty folder for a new one',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'createDirectory'],
  },
};

const saveOptions = (name: string): SaveDialogOptions => ({
  title: 'Save',
  defaultPath: path.join(app.getPath('downloads'), name),
  filters: [
    { name: path.extname(name).slice(1).toUpperCase(), extensions: [path.extname(name).slice(1)] },
    { name: 'All files', extensions: ['*'] },
  ],
});

/** Runs the window's calls to the desktop. The function it answers rejects with `bad-argument` for calls that are none. */
export const shellOf = ({ window, grants, openLibrary }: ShellNeeds): ((name: unknown, args: unknown) => Promise<unknown>) => {
  const pick = async (options: OpenDialogOptions): Promise<string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  };

  const handlers: Handlers = {
    openExternal: ({ url }) => openOutside(url, (address) => shell.openExternal(address)),
    chooseSources: async ({ what }) => {
      const paths = await pick(pickers[what]);
      for (const path of paths) grants.add(path);
      return paths.length === 0 ? null : paths.map((path): ImportSource => ({ path }));
    },
    saveFile: ({ name, bytes }) =>
      saveAs(name, bytes, async (suggested) => {
        const parent = window();
        const options = saveOptions(suggested);
        const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
        return canceled || filePath === '' ? null : filePath;
      }),
    openLibrary: async () => {
      const [folder] = await pick(pickers.library);
      return folder === undefined ? null : openLibrary(folder);
    },
  };

  return async (name, args) => {
    if (!isShellCall(name)) throw new NewsgraphError('bad-argument', 'There is no such call to the desktop');
    const checked = shellCalls[name].args.safeParse(args);
    if (!checked.success) throw new NewsgraphError('bad-argument', `${name}: ${checked.error.issues[0]?.message ?? 'wrong arguments'}`);
    return handlers[name](checked.data as Parameters<Handlers[ShellCall]>[0]);
  };
};
