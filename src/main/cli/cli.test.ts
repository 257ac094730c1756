import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modulePath, resourcePath } from '../core/places.ts';

const home = mkdtempSync(path.join(tmpdir(), 'newsgraph-cli-'));
const library = path.join(home, 'library');
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a user would, in a process of its own. */
const newsgraph = (args: readonly string[], { input = '', limit = Number.POSITIVE_INFINITY } = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', modulePath('cli'), ...args], {
      env: { ...process.env, NEWSGRAPH_HOME: home, INIT_CWD: '', NO_COLOR: '1' },
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
    ['an unknown format', ['export', '--format', 'xml'], /Allowed choices are json, graphml/],
  ])('%s', async (_, args, says) => {
    const { code, out, err } = await newsgraph(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('help is no bad use', async () => {
    const { code, out, err } = await newsgraph(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const name of ['import', 'search', 'entity', 'path', 'articles', 'export', 'extract', 'stats', 'serve'])
      expect(out).toContain(`  ${name} `);
  });
});

test('a library that is not there is not made by asking', async () => {
  const { code, err } = await newsgraph(['search', 'x', '--library', path.join(home, 'nowhere')]);
  expect(code).toBe(1);
  expect(err).toMatch(/^newsgraph: There is no library in .*nowhere\. Import something first/);
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
    const nothing = await onLibrary('import', path.join(home, 'nowhere'));
    expect(nothing.code).toBe(1);
    expect(nothing.out).toContain('nowhere: There is no such file or folder.');
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

  test('path: a chain of quoted sentences', async () => {
    const { code, out } = await onLibrary('path', 'DeepSeek', 'SoftBank');
    expect(code).toBe(0);
    expect(out).toMatch(/^DeepSeek → .*SoftBank\n\n1\. DeepSeek – .+\n {3}“.+” — /);
    expect(JSON.parse((await onLibrary('path', 'DeepSeek', 'SoftBank', '--json')).out)).toMatchObject({ found: true });
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

  test('a reader that goes away ends it quietly', async () => {
    const input = `${JSON.stringify({ id: 1, text })}\n`.repeat(3000);
    const { code, err } = await newsgraph(['extract', '--jsonl'], { input, limit: 1000 });
    expect([code, err]).toEqual([0, '']);
  });
});

test('serve: prints its address, imports what it is given, ends when told', async () => {
  writeFileSync(path.join(home, 'news.txt'), 'Intel and Nvidia\n\nIntel said that Nvidia would invest in Intel.\n');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      modulePath('serve'),
      '--no-open',
      '--library',
      path.join(home, 'served'),
      path.join(home, 'news.txt'),
    ],
    { env: { ...process.env, NEWSGRAPH_HOME: home, INIT_CWD: '' } },
  );
  const url = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      const found = /Newsgraph is at (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)/.exec(piece)?.[1];
      if (found) resolve(found);
    });
  });
  const { origin, searchParams } = new URL(url);
  const answer = await fetch(`${origin}/api/importReport`, {
    method: 'POST',
    headers: { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await answer.json()).toMatchObject({ ok: true, value: { job: 1 } });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8')).lastLibrary).toBe(path.join(home, 'served'));
}, 30_000);
