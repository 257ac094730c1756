import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type Bridge, channels } from '../shared/bridge.ts';
import type { HostEvent, Shell } from '../shared/shell.ts';

const platforms: Partial<Record<string, Shell['platform']>> = { darwin: 'mac', win32: 'windows' };

/** All that the window can reach of the desktop: three functions over IPC, and the path of a file dropped on it. */
const bridge: Bridge = {
  platform: platforms[process.platform] ?? 'linux',
  call: (name, args) => ipcRenderer.invoke(channels.core, name, args),
  shell: (name, args) => ipcRenderer.invoke(channels.shell, name, args),
  on: (listener) => {
    const relay = (_event: IpcRendererEvent, event: HostEvent) => listener(event);
    ipcRenderer.on(channels.event, relay);
    return () => ipcRenderer.removeListener(channels.event, relay);
  },
  pathOf: (file) => {
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
    // only a file that the user really dropped has a path, so this is what the main process may take as granted
    if (path !== '') ipcRenderer.send(channels.granted, path);
    return path;
  },
};

contextBridge.exposeInMainWorld('newsgraph', bridge);
