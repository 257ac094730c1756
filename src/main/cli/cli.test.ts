import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../core/library.ts';
import { modulePath, resourcePath, rootFolder } from '../core/places.ts';

const home = mkdtempSync(path.join(tmpdir(), 'newsgraph-cli-'));
const library = path.join(home, 'library');
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a user would, in a process of its own. */
const newsgraph = (
  args: readonly string[],
  { input = '', limit = Number.POSITIVE_INFINITY, env = {} }: { input?: string | Buffer; limit?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', modulePath('cli'), ...args], {
      cwd: rootFolder,
      env: { ...process.env, NEWSGRAPH_HOME: home, INIT_CWD: '', NO_COLOR: '1', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece;
      if (out.length > limit) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      err += piece;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const onLibrary = (...args: string[]) => newsgraph([...args, '--library', library]);

describe('bad use ends with code 2 and one clear line', () => {
  test.each([
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['no command', [], /a command is missing/],
    ['an unknown option', ['search', 'x', '--wrong'], /unknown option '--wrong'/],
    ['a missing argument', ['path', 'OpenAI'], /missing required argument 'b'/],
    ['too many arguments', ['stats', 'x'], /too many arguments/],
    ['no number', ['search', 'x', '--limit', 'many'], /must be a whole number/],
    ['a limit of nothing', ['articles', '--limit', '0'], /must be a whole number from 1 to 1000/],
    ['a search without words', ['search', '  '], /nothing to search for/],
    ['an unknown format', ['export', '--format', 'xml'], /Allowed choices are json, graphml, gexf/],
  ])('%s', async (_, args, says) => {
    const { code, out, err } = await newsgraph(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('help is no bad use', async () => {
    const { code, out, err } = await newsgraph(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const name of ['import', 'search', 'entity', 'path', 'articles', 'reread', 'export', 'extract', 'stats', 'serve'])
      expect(out).toContain(`  ${name} `);
  });

  test('neither is asking for the version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(rootFolder, 'package.json'), 'utf8'));
    expect(await newsgraph(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

test('a library that is not there is not made by asking', async () => {
  const { code, err } = await newsgraph(['search', 'x', '--library', path.join(home, 'nowhere')]);
  expect(code).toBe(1);
  expect(err).toMatch(/^newsgraph: There is no library in .*nowhere\. Import something first/);
});

test('a slip in the path of an import makes no library', async () => {
  const { code, out, err } = await newsgraph(['import', path.join(home, 'typo'), '--library', path.join(home, 'nowhere')]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^newsgraph: There is no such file or folder: .*typo\.\n$/);
  expect(existsSync(path.join(home, 'nowhere'))).toBe(false);
});

describe('a library', () => {
  let imported: Ended;
  beforeAll(async () => {
    imported = await onLibrary('import', resourcePath('sample', 'articles'));
  }, 60_000);

  test('import: a report in words, then nothing new, then nothing at all', async () => {
    expect(imported.code, imported.err).toBe(0);
    expect(imported.out).toMatch(/^\d+ articles imported, from \d+ files in .* s: \d+ new entities, \d+ new relations\.\n$/);
    const again = JSON.parse((await onLibrary('import', resourcePath('sample', 'articles'), '--json')).out);
    expect(again).toMatchObject({ state: 'done', articles: 0, problems: 0, problemList: [] });
    expect(again.duplicates).toBeGreaterThan(50);
    const partly = await onLibrary(
      'import',
      path.join(home, 'nowhere'),
      resourcePath('sample', 'articles', '2023-05-30-nvidia-trillion.md'),
    );
    expect(partly.code).toBe(0);
    expect(partly.out).toContain('nowhere: There is no such file or folder.');
  });

  test('import tells how many files of a folder were passed over', async () => {
    const folder = path.join(home, 'mixed');
    mkdirSync(folder);
    for (const name of ['a.png', 'b.mp4']) writeFileSync(path.join(folder, name), 'no article');
    writeFileSync(path.join(folder, 'a.txt'), 'Intel and Nvidia\n\nIntel said that Nvidia would invest in Intel.\n');
    const { out } = await newsgraph(['import', folder, '--library', path.join(home, 'of-mixed')]);
    expect(out).toMatch(/^1 article imported, from 1 file in .*\.\n2 files of other formats were passed over\.\n$/);
  });

  test('search', async () => {
    const { code, out } = await onLibrary('search', 'openai', 'lawsuit', '--limit', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^OpenAI +company +\d+ articles\n/);
    expect(out).toMatch(/lawsuit/i);
    const json = JSON.parse((await onLibrary('search', 'deepseak', '--json')).out);
    expect(json).toMatchObject({ query: 'deepseak', matched: 'all', complete: true, corrected: [{ from: 'deepseak', to: 'deepseek' }] });
    expect(Object.keys(json).sort()).toEqual(['articles', 'complete', 'corrected', 'entities', 'matched', 'query', 'total']);
  });

  test('entity: by any alias, with a sentence for each link', async () => {
    const { code, out } = await onLibrary('entity', 'Sam', 'Altman', '--limit', '3');
    expect(code).toBe(0);
    expect(out).toMatch(/^Sam Altman {2}person, \d+ articles/);
    expect(out.match(/“.+” — Sample \w+, \d{4}-\d\d-\d\d/g)).toHaveLength(3);
    const { out: json } = await onLibrary('entity', 'openai', '--json');
    expect(JSON.parse(json)).toMatchObject({ node: { name: 'OpenAI', type: 'company' } });
  });

  test('an unknown name ends with code 1 and names that are alike', async () => {
    const { code, out, err } = await onLibrary('entity', 'Gogle');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/called “Gogle”\. Did you mean Google/);
  });

  test('a slip in a name that is like one other alone is taken for it, and said', async () => {
    const { code, out, err } = await onLibrary('entity', 'Nadela');
    expect(code, err).toBe(0);
    expect(out).toMatch(/^Satya Nadella {2}person/);
    expect(err).toMatch(/^Nothing is called “Nadela”; taken for Satya Nadella \(person, \d+ articles\)\.\n$/);
  });

  test('path: chains of quoted sentences, around what is left out, as text, JSON and Markdown', async () => {
    const { code, out } = await onLibrary('path', 'DeepSeek', 'SoftBank');
    expect(code).toBe(0);
    expect(out).toMatch(/^DeepSeek → .*SoftBank\n\n1\. DeepSeek – .+\n {3}“.+” — /);
    const { paths } = JSON.parse((await onLibrary('path', 'DeepSeek', 'SoftBank', '--json', '--most', '2')).out) as {
      paths: { steps: { to: { name: string; type: string } }[] }[];
    };
    expect(paths.length).toBeLessThanOrEqual(2);
    const [between] = paths[0]?.steps ?? [];
    const around = await onLibrary('path', 'DeepSeek', 'SoftBank', '--without', between?.to.name ?? '', '--without-type', 'place');
    expect(around.out).not.toContain(` → ${between?.to.name} → `);
    const markdown = await onLibrary('path', 'DeepSeek', 'SoftBank', '--markdown');
    expect(markdown.out).toMatch(
      /^# DeepSeek – SoftBank\n\n## 1\. DeepSeek → .*SoftBank\n\n1\. \*\*DeepSeek\*\* – .+\n\n {3}> “.+”\n {3}>\n {3}> — .+\n/,
    );
    expect(await onLibrary('path', 'DeepSeek', 'SoftBank', '--without-type', 'idea')).toMatchObject({ code: 2 });
  });

  test('reread', async () => {
    expect(await onLibrary('reread')).toMatchObject({ code: 0, out: 'All articles were read with this version already.\n' });
    const { code, out } = await onLibrary('reread', '--all', '--json');
    const { articles } = JSON.parse((await onLibrary('stats', '--json')).out) as { articles: number };
    expect([code, JSON.parse(out)]).toEqual([0, { state: 'done', done: articles, total: articles }]);
    const nowhere = await newsgraph(['reread', '--library', path.join(home, 'nowhere')]);
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/There is no library/)]);
  });

  test('articles and stats', async () => {
    expect((await onLibrary('articles', '--limit', '2')).out).toMatch(/^(\d{4}-\d\d-\d\d {2}Sample.*\n){2}\d+ more: --offset 2\n$/);
    expect(JSON.parse((await onLibrary('articles', '--entity', 'Etsy', '--json')).out).total).toBeGreaterThan(0);
    expect((await onLibrary('stats')).out).toMatch(/Relations\n/);
    expect(JSON.parse((await onLibrary('stats', '--json')).out).folder).toBe(library);
  });

  test('export to standard output and to a file', async () => {
    expect(JSON.parse((await onLibrary('export')).out)).toBeTruthy();
    const file = path.join(home, 'graph.graphml');
    const { out, err } = await onLibrary('export', '--format', 'graphml', '--out', file);
    expect(out).toBe('');
    expect(err).toMatch(/nodes and .* links written to/);
    expect(readFileSync(file, 'utf8')).toMatch(/<graphml/);
    const { out: gexf } = await onLibrary('export', '--format', 'gexf');
    const nodes = (text: string) => text.match(/<node /g)?.length;
    expect(nodes(gexf)).toBe(nodes(readFileSync(file, 'utf8')));
    expect(gexf).toMatch(/<\/gexf>\n$/);
  });

  test('export: a relative file is meant from where the caller stood', async () => {
    const env = { INIT_CWD: home, npm_package_json: path.join(rootFolder, 'package.json') };
    const { code, err } = await newsgraph(['export', '--library', library, '--out', 'here.json'], { env });
    expect([code, err]).toEqual([0, expect.stringContaining(path.join(home, 'here.json'))]);
    expect(JSON.parse(readFileSync(path.join(home, 'here.json'), 'utf8'))).toMatchObject({ format: 'newsgraph', version: 1 });
    expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each([
    ['in a folder that is not there', path.join(home, 'nowhere', 'graph.json'), 'there is no such folder'],
    ['that is a folder', home, 'it is a folder'],
  ])('export to a file %s says so plainly', async (_, file, reason) => {
    const { code, out, err } = await onLibrary('export', '--out', file);
    expect([code, out, err]).toEqual([1, '', `newsgraph: ${file} can’t be written: ${reason}.\n`]);
  });

  test('export gives the same text on standard output as in the contract’s answer', async () => {
    const opened = await openLibrary(library, { readOnly: true });
    const { text } = await opened.implementation.exportGraph({ format: 'graphml' });
    await opened.close();
    expect((await onLibrary('export', '--format', 'graphml')).out).toBe(text);
  });

  test('a reader that goes away ends the command quietly', async () => {
    const { code, err } = await newsgraph(['export', '--library', library], { limit: 100 });
    expect([code, err]).toEqual([0, '']);
  });
});

describe('extract', () => {
  const text = 'OpenAI’s chief executive Sam Altman met Satya Nadella. OpenAI acquired Rockset in June.';

  test('a text: one line of JSON with these keys and exact places', async () => {
    const { code, out } = await newsgraph(['extract'], { input: text });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(['id', 'mentions', 'relations']);
    expect(found.id).toBeNull();
    for (const mention of found.mentions) {
      expect(Object.keys(mention)).toEqual(['start', 'end', 'type', 'text', 'entity']);
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    }
    expect(found.mentions.map((mention: { entity: string }) => mention.entity)).toContain('Sam Altman');
    for (const relation of found.relations) {
      expect(Object.keys(relation)).toEqual(['kind', 'status', 'subject', 'object', 'start', 'end']);
      expect(found.mentions[relation.subject] && found.mentions[relation.object]).toBeTruthy();
    }
  });

  test('lines: each answered in order under its id; a broken one is named by number and the others go on', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text }),
      '',
      '{"id": 5, "text": ""}',
      'not json',
      '[1]',
      '{"id":"c"}',
      JSON.stringify({ id: 7, text: 'Nvidia rose.' }),
    ];
    const { code, out, err } = await newsgraph(['extract', '--jsonl'], { input: lines.join('\r\n') });
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 5, 7]);
    expect(err.trimEnd().split('\n')).toEqual([
      'newsgraph: line 4 is not JSON.',
      'newsgraph: line 5 is not an object.',
      'newsgraph: line 6 has no “text”.',
    ]);
  });

  test('a byte order mark is no part of the text or of the first line', async () => {
    expect(await newsgraph(['extract'], { input: `\uFEFF${text}` })).toEqual(await newsgraph(['extract'], { input: text }));
    const line = JSON.stringify({ id: 'a', text });
    expect(await newsgraph(['extract', '--jsonl'], { input: `\uFEFF${line}` })).toEqual(
      await newsgraph(['extract', '--jsonl'], { input: line }),
    );
  });

  test('a text that is not UTF-8 is answered, and said to be none', async () => {
    const { code, out, err } = await newsgraph(['extract'], { input: Buffer.from('Nestlé met Satya Nadella.', 'latin1') });
    expect(code).toBe(0);
    expect(JSON.parse(out).mentions.map(({ entity }: { entity: string }) => entity)).toContain('Satya Nadella');
    expect(err).toMatch(/^newsgraph: the text is not UTF-8; [^\n]+\n$/);
  });

  test('the options that all commands have are no bad use', async () => {
    const nowhere = path.join(home, 'nowhere');
    expect((await newsgraph(['extract', '--json', '--library', nowhere], { input: text })).code).toBe(0);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('a reader that goes away ends it quietly', async () => {
    const input = `${JSON.stringify({ id: 1, text })}\n`.repeat(3000);
    const { code, err } = await newsgraph(['extract', '--jsonl'], { input, limit: 1000 });
    expect([code, err]).toEqual([0, '']);
  });
});

/** Starts the browser host and waits until it has printed its address. */
const serving = async (...args: string[]) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', modulePath('serve'), '--no-open', ...args], {
    env: { ...process.env, NEWSGRAPH_HOME: home, INIT_CWD: '' },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      const found = /Newsgraph is at (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)/.exec(piece)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(err)));
  });
  return { child, url, said: () => err };
};

/** Tells a host to stop, and answers its exit code once all that it said has arrived. */
const told = async (child: ChildProcess): Promise<number | null> => {
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  return ended;
};

test('serve: prints its address, imports what it is given, ends when told', async () => {
  writeFileSync(path.join(home, 'news.txt'), 'Intel and Nvidia\n\nIntel said that Nvidia would invest in Intel.\n');
  const { child, url } = await serving('--library', path.join(home, 'served'), path.join(home, 'news.txt'));
  const { origin, searchParams } = new URL(url);
  const answer = await fetch(`${origin}/api/importReport`, {
    method: 'POST',
    headers: { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await answer.json()).toMatchObject({ ok: true, value: { job: 1 } });
  expect(await told(child)).toBe(0);
  expect(JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8')).lastLibrary).toBe(path.join(home, 'served'));
}, 30_000);

test('serve: what can’t be imported because the library is open elsewhere is named, with the reason', async () => {
  const folder = path.join(home, 'taken');
  const other = await openLibrary(folder);
  const file = path.join(home, 'news.txt');
  const { child, said } = await serving('--library', folder, file);
  await told(child);
  await other.close();
  expect(said()).toMatch(/^Not imported: .*news\.txt\. This library is open in another Newsgraph[^\n]*\n$/);
  expect(said()).toContain(file);
}, 30_000);

test('serve: a port that is taken is said plainly, and nothing is imported', async () => {
  const other = createServer();
  const { port } = await new Promise<AddressInfo>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve(other.address() as AddressInfo));
  });
  const folder = path.join(home, 'unserved');
  const { code, err } = await newsgraph(['serve', '--no-open', '--port', `${port}`, '--library', folder, path.join(home, 'news.txt')]);
  await new Promise((resolve) => other.close(resolve));
  expect([code, err]).toEqual([1, `newsgraph: Port ${port} is in use. Choose another with --port, or leave it out for a free one.\n`]);
  expect(JSON.parse((await newsgraph(['stats', '--json', '--library', folder])).out).articles).toBe(0);
}, 30_000);
