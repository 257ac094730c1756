import type { Bridge } from '../../shared/bridge.ts';
import { contractOver } from '../../shared/contract.ts';
import { unwrap } from '../../shared/result.ts';
import type { Host } from './host.ts';

/** The host over Electron's IPC. */
export const desktopHost = (bridge: Bridge): Host => ({
  core: contractOver((name, args) => bridge.call(name, args)),
  shell: {
    kind: 'desktop',
    platform: bridge.platform,
    openExternal: async (url) => void unwrap(await bridge.shell('openExternal', { url })),
    chooseSources: async (what) => unwrap(await bridge.shell('chooseSources', { what })),
    openLibrary: async () => unwrap(await bridge.shell('openLibrary', {})),
    saveFile: async (name, contents) =>
      unwrap(await bridge.shell('saveFile', { name, bytes: new Uint8Array(await contents.arrayBuffer()) })),
    sourcesOf: async (files) => files.map((file) => ({ path: bridge.pathOf(file) })).filter((source) => source.path !== ''),
  },
  on: (listener) => bridge.on(listener),
});
