import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockName, mayChange, takeLock } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one at a time holds the lock, and it can be passed on', () => {
  const first = takeLock(folder);
  expect(first).not.toBeNull();
  expect(takeLock(folder)).toBeNull();
  first?.release();
  const second = takeLock(folder);
  expect(second).not.toBeNull();
  second?.release();
});

test('a process that is killed gives its lock back', async () => {
  const program = `import { lockName, mayChange, takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    process.stdout.write(takeLock(${JSON.stringify(folder)}) ? 'held' : 'refused');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program]);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('held');
  expect(takeLock(folder)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readdirSync(folder)).toEqual([lockName]);
  const mine = takeLock(folder);
  expect(mine).not.toBeNull();
  mine?.release();
});

test('a missing folder is made; one that cannot be made is said plainly', () => {
  takeLock(path.join(folder, 'new', 'library'))?.release();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => takeLock(path.join(folder, 'file', 'library'))).toThrow(/can't keep a library in .*file.*: a part of its path is a file/);
});

test('what is not there yet may be changed', () => {
  expect(mayChange(folder, 'library.sqlite')).toBe(true);
  expect(mayChange(path.join(folder, 'none'), 'library.sqlite')).toBe(true);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder or a file that may not be written to is told from one that may [needs an ordinary user, not root]',
  () => {
    writeFileSync(path.join(folder, 'library.sqlite'), '');
    chmodSync(path.join(folder, 'library.sqlite'), 0o444);
    expect(mayChange(folder, 'library.sqlite')).toBe(false);
    chmodSync(path.join(folder, 'library.sqlite'), 0o644);
    chmodSync(folder, 0o555);
    expect(mayChange(folder, 'library.sqlite')).toBe(false);
    expect(() => takeLock(folder)).toThrow(/it may not be written to/);
    chmodSync(folder, 0o755);
  },
);
