import { ipcMain, type WebContents } from 'electron';
import { channels } from '../../shared/bridge.ts';
import { type Failure, type Result, settle } from '../../shared/result.ts';
import type { HostEvent } from '../../shared/shell.ts';
import type { CoreConnection } from '../core/connection.ts';
import type { Grants } from './security/grants.ts';
import { isTrustedSender } from './security/senders.ts';

const stranger: Failure = { code: 'bad-argument', message: 'This page may not talk to Newsgraph' };

/** The paths that a call asks to import; none for other calls. What is malformed is left to the core's own check. */
const pathsOf = (name: unknown, args: unknown): string[] => {
  if (name !== 'importStart' || typeof args !== 'object' || args === null || !('sources' in args)) return [];
  if (!Array.isArray(args.sources)) return [];
  return args.sources.flatMap((source: unknown) =>
    typeof source === 'object' && source !== null && 'path' in source && typeof source.path === 'string' ? [source.path] : [],
  );
};

/** Answers the window's calls: to the core through `core`, to the desktop through `shell`. */
export const answerWindow = (core: CoreConnection, grants: Grants, shell: (name: unknown, args: unknown) => Promise<unknown>): void => {
  const answer = (channel: string, call: (name: unknown, args: unknown) => Promise<Result<unknown>>) =>
    ipcMain.handle(channel, (event, name: unknown, args: unknown) =>
      isTrustedSender(event) ? call(name, args) : { ok: false, error: stranger },
    );

  answer(channels.core, async (name, args) => {
    const granted = await settle(() => grants.check(pathsOf(name, args)));
    return granted.ok ? core.call(String(name), args) : granted;
  });
  answer(channels.shell, (name, args) => settle(() => shell(name, args)));
  ipcMain.on(channels.granted, (event, path: unknown) => {
    if (isTrustedSender(event) && typeof path === 'string') grants.add(path);
  });
};

/** A function that sends events to the window while it is there. */
export const eventsTo =
  (contents: WebContents) =>
  (event: HostEvent): void => {
    if (!contents.isDestroyed()) contents.send(channels.event, event);
  };
