import { spawn } from 'node:child_process';

/** The command that opens an address in the user's browser; null on a machine without a screen. */
export const browserCommand = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): { command: string; before: string[] } | null => {
  if (platform === 'darwin') return { command: 'open', before: [] };
  if (platform === 'win32') return { command: 'explorer.exe', before: [] };
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? { command: 'xdg-open', before: [] } : null;
};

/** Opens an address of ours in the user's browser where there is one. Failing to is no failure: the address is printed too. */
export const openBrowser = (address: string): void => {
  const found = browserCommand(process.platform, process.env);
  if (!found) return;
  const child = spawn(found.command, [...found.before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
