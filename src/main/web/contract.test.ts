import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { contractOver } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { CoreEvent } from '../../shared/views.ts';
import { contractChecks, type Subject } from '../core/contract-suite.ts';
import { linesOf } from '../core/lines.ts';
import { type RunningServer, startServer } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-http-'));

describe('the contract over HTTP, with the core in a process of its own', () => {
  let server: RunningServer;
  let subject: Subject;
  beforeAll(async () => {
    server = await startServer({ library: folder, files: folder });
    const authorization = `Bearer ${server.token}`;
    const listeners = new Set<(event: CoreEvent) => void>();
    const events = await fetch(`${server.address}/api/events`, { headers: { authorization } });
    const listen = async (stream: AsyncIterable<string>) => {
      for await (const { text } of linesOf(stream)) {
        if (text?.startsWith('data: ')) for (const listener of [...listeners]) listener(JSON.parse(text.slice(6)) as CoreEvent);
      }
    };
    void listen((events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>).catch(
      () => undefined,
    );
    subject = {
      contract: contractOver(async (name, args) => {
        const headers = { authorization, 'content-type': 'application/json' };
        const response = await fetch(`${server.address}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(args) });
        return (await response.json()) as Result<unknown>;
      }),
      on: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  test.each(contractChecks)('$name', ({ run }) => run(subject), 60_000);
});
