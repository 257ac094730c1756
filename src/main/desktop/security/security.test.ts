import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { refuseDownloads } from './downloads.ts';
import { createGrants } from './grants.ts';
import { refuseNavigation } from './navigation.ts';
import { mayLoad } from './network.ts';
import { isOwnAddress, windowAddress } from './origin.ts';
import { mayOpenOutside, openOutside } from './outside.ts';
import { allowedPermissions, denyPermissions } from './permissions.ts';
import { maySaveAs, saveAs } from './saving.ts';
import { isTrustedFrame } from './senders.ts';
import { refuseWindows } from './windows.ts';

const foreign = [
  'https://example.com/',
  'http://newsgraph/index.html',
  'file:///etc/passwd',
  'app://other/index.html',
  'app://newsgraph.example/index.html',
  'app://newsgraph@evil/index.html',
  'javascript:alert(1)',
  'not an address',
  '',
];

describe('origin', () => {
  test('the window’s own files are its own', () => expect(isOwnAddress(windowAddress)).toBe(true));
  test.each(foreign)('%s is foreign', (address) => expect(isOwnAddress(address)).toBe(false));
});

describe('senders', () => {
  test('the top frame of the window is heard', () => expect(isTrustedFrame({ url: windowAddress, parent: null })).toBe(true));
  test('a frame inside it is not', () => expect(isTrustedFrame({ url: windowAddress, parent: {} })).toBe(false));
  test('a frame that is gone is not', () => expect(isTrustedFrame(null)).toBe(false));
  test.each(foreign)('%s is not', (url) => expect(isTrustedFrame({ url, parent: null })).toBe(false));
});

/** Collects the handlers that a rule registers, so that a test can call them as Electron would. */
const recorder = () => {
  const handlers = new Map<string, (event: { preventDefault: () => void; url: string }) => void>();
  return {
    handlers,
    on: vi.fn((name: string, handler: typeof handlers extends Map<string, infer H> ? H : never) => void handlers.set(name, handler)),
  };
};

describe('navigation', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s: own address passes, others are refused', (name) => {
    const contents = recorder();
    refuseNavigation(contents as unknown as Parameters<typeof refuseNavigation>[0]);
    const visit = (url: string) => {
      const preventDefault = vi.fn();
      contents.handlers.get(name)?.({ preventDefault, url });
      return preventDefault.mock.calls.length;
    };
    expect(visit(windowAddress)).toBe(0);
    for (const url of foreign) expect(visit(url)).toBe(1);
  });
});

describe('windows', () => {
  test('none opens and none is embedded', () => {
    let answer: unknown;
    const contents = recorder();
    refuseWindows({
      ...contents,
      setWindowOpenHandler: (handler: () => unknown) => {
        answer = handler();
      },
    } as unknown as Parameters<typeof refuseWindows>[0]);
    expect(answer).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    contents.handlers.get('will-attach-webview')?.({ preventDefault, url: '' });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('permissions', () => {
  test('only text to the clipboard is granted', () => {
    const granted: string[] = [];
    const asked = ['media', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-sanitized-write', 'openExternal', 'fileSystem'];
    denyPermissions({
      setPermissionRequestHandler: (handler: (contents: null, permission: string, answer: (ok: boolean) => void) => void) => {
        for (const permission of asked) handler(null, permission, (ok) => ok && granted.push(permission));
      },
      setPermissionCheckHandler: (handler: (contents: null, permission: string) => boolean) => {
        for (const permission of asked) expect(handler(null, permission)).toBe(allowedPermissions.includes(permission));
      },
      setDevicePermissionHandler: (handler: () => boolean) => expect(handler()).toBe(false),
    } as unknown as Parameters<typeof denyPermissions>[0]);
    expect(granted).toEqual(['clipboard-sanitized-write']);
  });
});

describe('network', () => {
  test('own files load', () => expect(mayLoad(windowAddress)).toBe(true));
  test.each(foreign)('%s does not', (address) => expect(mayLoad(address)).toBe(false));
});

describe('outside links', () => {
  test.each(['https://example.com/a?b#c', 'http://example.com'])('%s goes to the system browser', async (address) => {
    const open = vi.fn(async () => undefined);
    await openOutside(address, open);
    expect(open).toHaveBeenCalledWith(new URL(address).href);
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'https://user:word@example.com/',
    'example.com',
    '',
  ])('“%s” is refused', async (address) => {
    const open = vi.fn(async () => undefined);
    await expect(openOutside(address, open)).rejects.toMatchObject({ code: 'bad-argument' });
    expect(open).not.toHaveBeenCalled();
  });

  test('whatever is opened is http(s)', () =>
    fc.assert(fc.property(fc.string(), (text) => !mayOpenOutside(text) || /^https?:$/.test(new URL(text).protocol))));
});

describe('grants', () => {
  test('what was chosen may be imported, in any spelling of its path', () => {
    const grants = createGrants();
    grants.add('/home/reader/articles');
    expect(() => grants.check(['/home/reader/articles', '/home/reader/./articles/'])).not.toThrow();
  });

  test('nothing else may', () => {
    const grants = createGrants();
    grants.add('/home/reader/articles');
    const other = path.resolve('/home/reader/secret');
    expect(() => grants.check(['/home/reader/articles', other])).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: expect.stringContaining('secret') }),
    );
  });
});

describe('downloads', () => {
  test('none begins', () => {
    const session = recorder();
    refuseDownloads(session as unknown as Parameters<typeof refuseDownloads>[0]);
    const preventDefault = vi.fn();
    session.handlers.get('will-download')?.({ preventDefault, url: 'blob:app://newsgraph/1' });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('saving', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'newsgraph-saving-'));
  const bytes = new TextEncoder().encode('graph');

  test.each(['board.gexf', 'OpenAI – io.PNG', '图.zip', 'a..b.svg'])('“%s” may be suggested', (name) => expect(maySaveAs(name)).toBe(true));
  test.each(['', '.gexf', '../board.gexf', 'a/b.png', 'a\\b.png', 'C:x.png', 'run.sh', 'board.gexf.exe', 'board', 'a\n.png', 'a\0.png'])(
    '“%s” is refused before anybody is asked',
    async (name) => {
      const choose = vi.fn(async () => path.join(folder, 'x.png'));
      await expect(saveAs(name, bytes, choose)).rejects.toMatchObject({ code: 'bad-argument' });
      expect(choose).not.toHaveBeenCalled();
    },
  );

  test('a file goes where the user says, in place of what is there', async () => {
    const place = path.join(folder, 'mine.gexf');
    writeFileSync(place, 'old');
    const choose = vi.fn(async () => place);
    expect(await saveAs('board.gexf', bytes, choose)).toBe('mine.gexf');
    expect(choose).toHaveBeenCalledWith('board.gexf');
    expect(readFileSync(place, 'utf8')).toBe('graph');
  });

  test('nothing is written where the dialog was dismissed', async () => {
    const before = readdirSync(folder);
    expect(await saveAs('board.gexf', bytes, async () => null)).toBeNull();
    expect(readdirSync(folder)).toEqual(before);
  });

  test('what can’t be written is said plainly, and leaves nothing', async () => {
    const before = readdirSync(folder);
    await expect(saveAs('board.gexf', bytes, async () => path.join(folder, 'no', 'x.gexf'))).rejects.toMatchObject({
      code: 'unavailable',
      message: '“x.gexf” was not saved: the folder is not there',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
