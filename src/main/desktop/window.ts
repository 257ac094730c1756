import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { resourcePath, rootFolder } from '../core/places.ts';
import { windowAddress } from './security/origin.ts';

export interface Bounds {
  x?: number;
  y?: number;
  width: number;
  height: number;
}

const standard: Bounds = { width: 1280, height: 800 };
const papers = { light: '#fbfaf8', dark: '#171512' };

/** Remembered bounds if enough of them lies on a screen that is there now; else the standard size, centred by the system. */
export const usableBounds = (
  remembered: Bounds | undefined,
  screens: readonly { x: number; y: number; width: number; height: number }[],
): Bounds => {
  if (!remembered || remembered.width < 480 || remembered.height < 360) return standard;
  const { x, y, width, height } = remembered;
  if (x === undefined || y === undefined) return { width, height };
  const visible = screens.some(
    (area) => Math.min(x + width, area.x + area.width) - Math.max(x, area.x) > 120 && y >= area.y - 8 && y < area.y + area.height - 60,
  );
  return visible ? remembered : { width, height };
};

/** Opens the window: sandboxed, isolated, shown when there is something to see. */
export const openWindow = async (remembered: Bounds | undefined): Promise<BrowserWindow> => {
  const window = new BrowserWindow({
    ...usableBounds(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Newsgraph',
    icon: resourcePath('icons', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? papers.dark : papers.light,
    webPreferences: {
      preload: path.join(rootFolder, 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(windowAddress);
  return window;
};
