import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { contentPolicy } from '../../shared/security.ts';
import { desktopArguments } from './arguments.ts';

vi.mock('electron', () => ({ protocol: {}, app: {}, Menu: {}, BrowserWindow: class {}, nativeTheme: {}, screen: {} }));
const { answerFile } = await import('./protocol.ts');
const { menuTemplate } = await import('./menu.ts');
const { usableBounds } = await import('./window.ts');

describe('the window’s files', () => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'newsgraph-files-')), 'renderer');
  beforeAll(() => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'index.html'), '<p>here</p>');
    writeFileSync(path.join(folder, '..', 'secret.html'), 'secret');
  });

  test('are served with the content policy', async () => {
    const response = await answerFile('app://newsgraph/index.html', folder);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toBe('<p>here</p>');
  });

  test('the root is the start page', async () => expect((await answerFile('app://newsgraph/', folder)).status).toBe(200));

  test.each([
    'app://newsgraph/../secret.html',
    'app://newsgraph/%2e%2e/secret.html',
    'app://newsgraph/..%2fsecret.html',
    'app://newsgraph/..%5csecret.html',
    'app://newsgraph/%00index.html',
    'app://newsgraph/%E0%A4%A',
    'app://other/index.html',
    'app://newsgraph/missing.html',
    'app://newsgraph/index.exe',
  ])('%s is not found', async (address) => expect((await answerFile(address, folder)).status).toBe(404));
});

describe('arguments', () => {
  test('unpackaged: what stands after --', () => {
    expect(desktopArguments(['electron', '--no-sandbox', '.', '--', '--library', 'lib', 'a.txt', '/b'], false, '/home')).toEqual({
      sources: [path.resolve('/home/a.txt'), path.resolve('/b')],
      library: path.resolve('/home/lib'),
      sample: false,
    });
  });
  test('packaged: all of them', () => {
    expect(desktopArguments(['Newsgraph', '--library=lib', 'a.txt', '--inspect'], true, '/home')).toEqual({
      sources: [path.resolve('/home/a.txt')],
      library: path.resolve('/home/lib'),
      sample: false,
    });
  });
  test('the sample can be asked for', () => expect(desktopArguments(['electron', '.', '--', '--sample'], false, '/').sample).toBe(true));
  test('none', () => expect(desktopArguments(['electron', '.'], false, '/')).toEqual({ sources: [], library: null, sample: false }));
});

describe('bounds of the window', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const kept = { x: 100, y: 80, width: 1200, height: 700 };
  test('are remembered', () => expect(usableBounds(kept, screens)).toEqual(kept));
  test('come back from a screen that is gone', () =>
    expect(usableBounds({ ...kept, x: 4000 }, screens)).toEqual({ width: 1200, height: 700 }));
  test('have a least size', () => expect(usableBounds({ width: 20, height: 20 }, screens)).toEqual({ width: 1280, height: 800 }));
});

describe('the menu', () => {
  test('its own commands reach the window, and leave the keys to it', () => {
    const sent: string[] = [];
    const items = menuTemplate(false, (command) => void sent.push(command)).flatMap((item) =>
      Array.isArray(item.submenu) ? item.submenu : [],
    );
    for (const item of items) {
      if (item.accelerator) expect(item.registerAccelerator).toBe(false);
      (item.click as (() => void) | undefined)?.();
    }
    expect(sent).toContain('open-library');
    expect(sent).toContain('palette');
    expect(new Set(sent).size).toBe(sent.length);
  });
});
