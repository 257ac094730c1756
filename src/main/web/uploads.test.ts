import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { fileLimitBytes } from '../../shared/contract.ts';
import { createUploads } from './uploads.ts';

const uploads = createUploads();
afterEach(() => uploads.close());

const body = (...pieces: Buffer[]) => Readable.from(pieces) as unknown as IncomingMessage;

test('a handed-over file keeps its name, has a real place, and goes when it is dropped', async () => {
  const handle = await uploads.receive(body(Buffer.from('hello '), Buffer.from('world')), 'folder/a.txt');
  expect(handle).toEqual({ path: expect.stringMatching(/^upload:[0-9a-f]{32}$/), name: 'folder/a.txt' });
  const [real] = uploads.resolve([{ path: handle.path }]);
  expect(real?.name).toBe('folder/a.txt');
  expect(readFileSync(real?.path ?? '', 'utf8')).toBe('hello world');
  await uploads.drop([handle]);
  expect(existsSync(real?.path ?? '')).toBe(false);
  expect(() => uploads.resolve([handle])).toThrow(/only what was handed over/);
});

test('a path of this machine is no handle', () => {
  expect(() => uploads.resolve([{ path: '/etc/passwd' }])).toThrow(/paths are for the desktop/);
  expect(() => uploads.resolve([{ path: 'upload:../../etc/passwd' }])).toThrow(/only what was handed over/);
});

test('of a file that is too large, just enough is kept for the import to say so', async () => {
  const megabyte = Buffer.alloc(1024 * 1024);
  const handle = await uploads.receive(body(...Array.from({ length: 23 }, () => megabyte)), 'large.txt');
  expect(statSync(uploads.resolve([handle])[0]?.path ?? '').size).toBe(fileLimitBytes + 1);
});

test('nothing is left behind at the end', async () => {
  const handle = await uploads.receive(body(Buffer.from('x')), 'a.txt');
  const file = uploads.resolve([handle])[0]?.path ?? '';
  await uploads.close();
  expect(existsSync(path.dirname(file))).toBe(false);
});

test('a name is asked for', async () => {
  await expect(uploads.receive(body(), '')).rejects.toThrow(/needs a name/);
});
