import type { StoreApi } from 'zustand';
import type { Host } from '../api/index.ts';
import type { App } from '../state/app.ts';
import { runCommand } from './commands.ts';
import { recordVisits } from './visits.ts';

/** Wires a fresh state to its host: events in, then the library's status and, where it has articles, what to show first. */
export const startApp = async (store: StoreApi<App>, host: Host): Promise<void> => {
  recordVisits(store);
  host.on((event) => {
    if (event.type === 'command') runCommand(event.command, store.getState(), host);
    else store.getState().hostSpoke(event);
  });
  const app = store.getState();
  await app.libraryRequested();
  if ((store.getState().library.status?.articles ?? 0) === 0) return;
  app.overviewRequested();
  app.recentRequested();
};
