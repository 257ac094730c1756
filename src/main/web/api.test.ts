import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Result } from '../../shared/result.ts';
import type { ImportSource } from '../../shared/shell.ts';
import type { CoreConnection } from '../core/connection.ts';
import { createApi } from './api.ts';
import { createUploads } from './uploads.ts';

/** A core of which only the number of its imports matters: like the real one, it counts from 1 whenever it is started. */
const countingCore = (): CoreConnection & { restart(): void } => {
  let job = 0;
  return {
    open: () => Promise.reject(new Error('is not asked to open')),
    call: async (): Promise<Result<unknown>> => {
      job += 1;
      return { ok: true, value: { job, state: 'running' } };
    },
    on: () => () => undefined,
    onExit: () => undefined,
    close: () => Promise.resolve(),
    restart: () => {
      job = 0;
    },
  };
};

test('files of an import that a core took along go with it, those of the next core’s import stay until that is done', async () => {
  const uploads = createUploads();
  const core = countingCore();
  const api = createApi(core, uploads);
  const server = createServer((request, response) => {
    if (request.url === '/upload') void api.upload(request, response, 'a.txt');
    else void api.call(request, response, 'importStart');
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
  const ask = async (to: string, body: string) => {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const response = await fetch(`http://127.0.0.1:${port}/${to}`, { method: 'POST', headers, body });
    return (await response.json()) as { value: unknown };
  };
  /** Hands a file over, starts its import, answers where the file lies. */
  const importing = async (): Promise<string> => {
    const handle = (await ask('upload', 'words')).value as ImportSource;
    const file = uploads.resolve([handle])[0]?.path ?? '';
    await ask('importStart', JSON.stringify({ sources: [handle] }));
    return file;
  };

  const first = await importing();
  core.restart();
  api.heard({ type: 'core', state: 'restarted' });
  await expect.poll(() => existsSync(first)).toBe(false);
  const second = await importing();
  expect(existsSync(second)).toBe(true);
  await uploads.close();
  await new Promise((resolve) => server.close(resolve));
});
