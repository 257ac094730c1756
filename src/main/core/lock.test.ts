import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

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
  const program = `import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    process.stdout.write(takeLock(${JSON.stringify(folder)}) ? 'held' : 'refused');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program]);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('held');
  expect(takeLock(folder)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const mine = takeLock(folder);
  expect(mine).not.toBeNull();
  mine?.release();
});

test('a missing folder is made; one that cannot be made is said plainly', () => {
  takeLock(path.join(folder, 'new', 'library'))?.release();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => takeLock(path.join(folder, 'file', 'library'))).toThrow(/can't keep a library in .*file.*: a part of its path is a file/);
});
