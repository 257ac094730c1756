import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLimitBytes } from '../../../shared/contract.ts';
import { type Walked, type WalkSource, type WalkTally, walk } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsgraph-walk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, text = 'text') => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};

const all = async (sources: WalkSource[], tally?: WalkTally, signal?: AbortSignal): Promise<Walked[]> => {
  const found: Walked[] = [];
  for await (const one of walk(sources, signal, tally)) found.push(one);
  return found;
};

const names = (found: Walked[]) => found.map((one) => one.name);

describe('a walk', () => {
  it('gives the files of a folder by name, folders inside among them, and counts the others', async () => {
    for (const name of ['b.txt', 'a.html', 'sub/c.md', 'sub/deep/d.jsonl', 'picture.png', 'sub/notes.docx', 'notes.']) await file(name);
    const tally = { skipped: 0 };
    expect(names(await all([{ path: folder, name: 'news' }], tally))).toEqual(
      ['a.html', 'b.txt', 'sub/c.md', 'sub/deep/d.jsonl'].map((name) => path.join('news', name)),
    );
    expect(tally.skipped).toBe(3);
  });

  it('looks into files without an extension', async () => {
    await file('51060', 'From: somebody\nSubject: News\n\nGoogle was fined.');
    await writeFile(path.join(folder, 'program'), new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]));
    await writeFile(path.join(folder, 'numbers'), new Uint8Array([65, 66, 0, 0, 67]));
    await file('nothing', '');
    const tally = { skipped: 0 };
    expect(await all([{ path: folder, name: 'n' }], tally)).toMatchObject([{ name: path.join('n', '51060'), bytes: 47 }]);
    expect(tally.skipped).toBe(3);
  });

  it('names a folder that lies too deep', async () => {
    const deep = Array.from({ length: 66 }, () => 'd').join('/');
    await file(`${deep}/a.txt`);
    await file('b.txt');
    const found = await all([{ path: folder, name: 'n' }]);
    expect(found.map(({ problem }) => problem)).toEqual([undefined, expect.stringMatching(/64 folders deep/)]);
  });

  it('passes over hidden files and node_modules, unless they are named', async () => {
    for (const name of ['.hidden.txt', '.git/a.txt', 'node_modules/x/readme.md', 'a.txt']) await file(name);
    expect(names(await all([{ path: folder, name: 'n' }]))).toEqual([path.join('n', 'a.txt')]);
    expect(await all([{ path: path.join(folder, '.hidden.txt') }, { path: path.join(folder, '.git') }])).toHaveLength(2);
  });

  it('gives a named file of any extension, in the order of the sources', async () => {
    await file('z.txt');
    await file('letter.docx');
    expect(
      names(
        await all([
          { path: path.join(folder, 'z.txt'), name: 'z' },
          { path: path.join(folder, 'letter.docx'), name: 'letter' },
        ]),
      ),
    ).toEqual(['z', 'letter']);
  });

  it('reports what is missing or too large by name, without reading it, and goes on', async () => {
    await file('big.txt');
    await truncate(path.join(folder, 'big.txt'), fileLimitBytes + 1);
    await file('small.txt');
    const found = await all([
      { path: path.join(folder, 'none'), name: 'none' },
      { path: folder, name: 'n' },
    ]);
    expect(found.map(({ name, problem }) => [name, problem])).toEqual([
      ['none', 'There is no such file or folder.'],
      [path.join('n', 'big.txt'), 'The file has 21 MB; the limit is 20 MB.'],
      [path.join('n', 'small.txt'), undefined],
    ]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'reports what may not be read [needs an ordinary user, not root]',
    async () => {
      await file('a.txt');
      await file('sub/b.txt');
      await chmod(path.join(folder, 'a.txt'), 0o000);
      await chmod(path.join(folder, 'sub'), 0o000);
      const found = await all([{ path: folder, name: 'n' }]);
      await chmod(path.join(folder, 'sub'), 0o755);
      expect(found.map((one) => one.problem)).toEqual(['Reading it is not permitted.', 'Reading it is not permitted.']);
    },
  );

  it.skipIf(process.platform === 'win32')('follows links, but never in circles [needs symbolic links]', async () => {
    await file('a/one.txt');
    await symlink(folder, path.join(folder, 'a', 'loop'));
    await symlink(path.join(folder, 'a'), path.join(folder, 'b'));
    await symlink(path.join(folder, 'a', 'one.txt'), path.join(folder, 'c.txt'));
    await symlink(path.join(folder, 'nowhere.txt'), path.join(folder, 'dead.txt'));
    await symlink('self.txt', path.join(folder, 'self.txt'));
    const found = await all([{ path: folder, name: 'n' }]);
    expect(found.filter((one) => one.problem === undefined).map((one) => one.name)).toEqual([
      path.join('n', 'a', 'one.txt'),
      path.join('n', 'c.txt'),
    ]);
    expect(found.filter((one) => one.problem !== undefined).map((one) => [one.name, one.problem])).toEqual([
      [path.join('n', 'dead.txt'), 'There is no such file or folder.'],
      [path.join('n', 'self.txt'), 'It is a link that leads back to itself.'],
    ]);
  });

  it('ends when it is cancelled', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await file(name);
    const cancel = new AbortController();
    const found: string[] = [];
    for await (const one of walk([{ path: folder, name: 'n' }], cancel.signal)) {
      found.push(one.name);
      cancel.abort();
    }
    expect(found).toHaveLength(1);
  });
});
