import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from './index.ts';

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-web-'));
  const files = path.join(folder, 'window');
  mkdirSync(path.join(files, 'assets'), { recursive: true });
  writeFileSync(path.join(files, 'index.html'), '<!doctype html><title>Newsgraph</title>');
  writeFileSync(path.join(files, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  server = await startServer({ library: path.join(folder, 'library'), files });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A raw request: `fetch` would tidy paths and refuse to set `Host`. */
const ask = (
  target: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const asked = httpRequest({ hostname, port, path: target, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

const bearer = () => ({ authorization: `Bearer ${server.token}` });
const call = (name: string, args: unknown, headers: OutgoingHttpHeaders = {}) =>
  ask(`/api/${name}`, {
    method: 'POST',
    headers: { ...bearer(), 'content-type': 'application/json', ...headers },
    body: JSON.stringify(args),
  });

describe('the token', () => {
  test('the printed address is exchanged for a cookie that scripts and other pages never see, and the token leaves the address', async () => {
    const welcome = await ask(server.url.slice(server.address.length));
    expect(welcome.status).toBe(303);
    expect(welcome.headers.location).toBe('/');
    const cookie = welcome.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    const page = await ask('/', { headers: { cookie: cookie.split(';')[0] } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Newsgraph');
  });

  test('without it there is no page and no call', async () => {
    expect((await ask('/')).status).toBe(403);
    expect((await ask('/?token=wrong')).status).toBe(403);
    expect((await ask('/api/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(403);
    expect((await ask('/api/events')).status).toBe(403);
    expect((await ask('/api/upload?name=a', { method: 'POST', body: 'x' })).status).toBe(403);
    expect((await call('status', {}, { authorization: `Bearer ${server.token}x` })).status).toBe(403);
  });
});

describe('the caller', () => {
  test('a name that points at this machine is not its address', async () => {
    for (const host of ['evil.example', 'localhost', `localhost:${new URL(server.address).port}`, '127.0.0.1', '127.0.0.1:1']) {
      expect((await call('status', {}, { host })).status, host).toBe(403);
      expect((await ask(server.url.slice(server.address.length), { headers: { host } })).status, host).toBe(403);
    }
  });

  test('a page from elsewhere is refused, ours is served', async () => {
    for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1', `${server.address}.evil.example`]) {
      expect((await call('status', {}, { origin })).status, origin).toBe(403);
    }
    const own = await call('status', {}, { origin: server.address });
    expect(own.status).toBe(200);
    expect(own.headers['access-control-allow-origin']).toBeUndefined();
  });
});

test('every answer carries the security headers, refusals too', async () => {
  for (const answer of [await ask('/'), await call('status', {}), await ask('/assets/index-1a2b.js'), await ask('/nothing.js')]) {
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  }
});

describe('files', () => {
  test('the built window is served with its types', async () => {
    const script = await ask('/assets/index-1a2b.js');
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect((await ask('/assets/index-1a2b.js', { method: 'HEAD' })).body).toBe('');
  });

  test('nothing outside its folder is', async () => {
    const attempts = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '//secret.txt',
      '/assets',
      '/.env',
    ];
    for (const target of attempts) {
      const answer = await ask(target, { headers: bearer() });
      expect(answer.status, target).not.toBe(200);
      expect(answer.body, target).not.toBe('secret');
    }
  });

  test('only reading', async () => {
    expect((await ask('/assets/index-1a2b.js', { method: 'PUT', headers: bearer() })).status).toBe(405);
    expect((await ask('/api/status', { headers: bearer() })).status).toBe(405);
  });
});

describe('calls', () => {
  test('answer with a result, and failures say what is wrong', async () => {
    const good = JSON.parse((await call('status', {})).body);
    expect(good).toMatchObject({ ok: true, value: { articles: 0, readOnly: false } });
    const bad = await call('entity', { id: 'nonsense' });
    expect(bad.status).toBe(400);
    expect(JSON.parse(bad.body)).toMatchObject({ ok: false, error: { code: 'bad-argument', message: expect.stringContaining('id') } });
    expect((await call('constructor', {})).status).toBe(404);
  });

  test('only JSON, and not too much of it', async () => {
    expect((await call('status', {}, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(
      (await ask('/api/status', { method: 'POST', headers: { ...bearer(), 'content-type': 'application/json' }, body: '{' })).status,
    ).toBe(400);
    const large = await call('search', { query: 'x'.repeat(2 * 1024 * 1024) });
    expect(large.status).toBe(400);
    expect(large.body).toContain('at most 1 MB');
  });

  test('a page can’t import a path of this machine', async () => {
    const refused = await call('importStart', { sources: [{ path: path.join(folder, 'secret.txt') }] });
    expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
  });
});

test('what is handed over is imported under its name, and told as events', async () => {
  const events = await fetch(`${server.address}/api/events`, { headers: bearer() });
  expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const text =
    'OpenAI raises money\n\nOpenAI said on Monday that it had raised money from SoftBank. The round was led by the Japanese group.\n';
  const uploaded = await ask('/api/upload?name=news%2Fround.txt', { method: 'POST', headers: bearer(), body: text });
  const handle = JSON.parse(uploaded.body).value;
  expect(handle).toEqual({ path: expect.stringMatching(/^upload:/), name: 'news/round.txt' });
  expect(JSON.parse((await call('importStart', { sources: [handle] })).body)).toMatchObject({ ok: true });
  let heard = '';
  for await (const piece of (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    heard += piece;
    if (/"type":"import","progress":\{[^}]*"state":"done"/.test(heard)) break;
  }
  const { value: list } = JSON.parse((await call('articles', {})).body);
  expect(list).toMatchObject({ total: 1, items: [{ title: 'OpenAI raises money' }] });
  const { value: article } = JSON.parse((await call('article', { id: list.items[0].id })).body);
  expect(article.origins).toEqual([{ place: 'news/round.txt', part: 0 }]);
});
