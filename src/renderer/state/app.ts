import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Host } from '../api/index.ts';
import { type ActivitySlice, activitySlice } from './activity.ts';
import { type BoardSlice, boardSlice } from './board/slice.ts';
import { type BoardsSlice, boardsSlice } from './boards.ts';
import { type ChromeSlice, chromeSlice } from './chrome.ts';
import { type CorrectionsSlice, correctionsSlice } from './corrections.ts';
import { type DetailSlice, detailSlice } from './detail.ts';
import { type ExportingSlice, exportingSlice } from './exporting.ts';
import { type FilteringSlice, filteringSlice } from './filtering.ts';
import { type LibrarySlice, librarySlice } from './library.ts';
import { type ReaderSlice, readerSlice } from './reader.ts';
import { type RereadSlice, rereadSlice } from './reread.ts';
import { type SearchSlice, searchSlice } from './search.ts';

/** The window's whole state: one slice a subject. */
export type App = LibrarySlice &
  BoardSlice &
  BoardsSlice &
  ActivitySlice &
  FilteringSlice &
  ExportingSlice &
  DetailSlice &
  SearchSlice &
  ChromeSlice &
  ReaderSlice &
  CorrectionsSlice &
  RereadSlice;

/** How a slice is made: from the store's own get and set, and the host. */
export type SliceMaker<Slice> = (set: StoreApi<App>['setState'], get: StoreApi<App>['getState'], host: Host) => Slice;

/** A fresh state over a host; asks the host for nothing yet. */
export const createApp = (host: Host): StoreApi<App> =>
  createStore<App>()((set, get) => ({
    ...librarySlice(set, get, host),
    ...boardSlice(set, get, host),
    ...boardsSlice(set, get, host),
    ...activitySlice(set, get, host),
    ...filteringSlice(set, get, host),
    ...exportingSlice(set, get, host),
    ...detailSlice(set, get, host),
    ...searchSlice(set, get, host),
    ...chromeSlice(set, get, host),
    ...readerSlice(set, get, host),
    ...correctionsSlice(set, get, host),
    ...rereadSlice(set, get, host),
  }));

/** The state and host for all components below. */
export const AppContext = createContext<{ app: StoreApi<App>; host: Host } | null>(null);

const useContextOrFail = () => {
  const context = useContext(AppContext);
  if (!context) throw new Error('A component was drawn outside AppContext');
  return context;
};

/** A selected part of the state; draws again when that part changes. */
export const useApp = <Part>(select: (app: App) => Part): Part => useStore(useContextOrFail().app, select);

/** The store itself, for event handlers that read the state when they run. */
export const useAppStore = (): StoreApi<App> => useContextOrFail().app;

/** The host, for what is no state: opening an address, picking files. */
export const useHost = (): Host => useContextOrFail().host;
