import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkedArgs, isMethodName } from '../../shared/contract.ts';
import { failureOf, NewsgraphError, type Result } from '../../shared/result.ts';
import type { ImportSource } from '../../shared/shell.ts';
import type { CoreEvent, ImportProgress } from '../../shared/views.ts';
import type { CoreConnection } from '../core/connection.ts';
import { readBody } from './body.ts';
import { sendResult } from './respond.ts';
import type { Uploads } from './uploads.ts';

const parsed = (body: string): unknown => {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new NewsgraphError('bad-argument', 'The body of a call must be JSON.');
  }
};

const argsOf = async (request: IncomingMessage): Promise<unknown> => {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new NewsgraphError('bad-argument', 'The body of a call must be sent as application/json.');
  }
  const body = await readBody(request);
  if (body === null) throw new NewsgraphError('bad-argument', 'The body of a call is at most 1 MB.');
  return parsed(body);
};

/** Calls of the contract over HTTP: `POST /api/<method>` with the arguments as JSON, answered with a `Result`. */
export interface Api {
  call(request: IncomingMessage, response: ServerResponse, method: string): Promise<void>;
  upload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void>;
  /** Must hear every event, to remove what was handed over once it is imported, or its import has gone with the core. */
  heard(event: CoreEvent): void;
}

/** The contract as one connection to the core answers it, with files handed over in place of paths. */
export const createApi = (core: CoreConnection, uploads: Uploads): Api => {
  const importing = new Map<number, readonly ImportSource[]>();
  const finished = (job: number) => {
    const sources = importing.get(job);
    importing.delete(job);
    if (sources) void uploads.drop(sources);
  };

  const startImport = async (args: unknown): Promise<Result<unknown>> => {
    const { sources } = checkedArgs('importStart', args);
    const given = sources.map(({ path, name }): ImportSource => (name === undefined ? { path } : { path, name }));
    const result = await core.call('importStart', { sources: uploads.resolve(given) });
    if (result.ok) {
      const progress = result.value as ImportProgress;
      importing.set(progress.job, given);
      if (progress.state !== 'running') finished(progress.job);
    }
    return result;
  };

  const answer = async (request: IncomingMessage, method: string): Promise<Result<unknown>> => {
    if (!isMethodName(method)) throw new NewsgraphError('not-found', `There is no method called ${method.slice(0, 80)}.`);
    const args = await argsOf(request);
    return method === 'importStart' ? startImport(args) : core.call(method, args);
  };

  const send = async (request: IncomingMessage, response: ServerResponse, work: Promise<Result<unknown>>): Promise<void> => {
    const result = await work.catch((thrown: unknown): Result<unknown> => ({ ok: false, error: failureOf(thrown) }));
    // What was not read of a refused body is not waited for.
    if (!request.complete) response.setHeader('Connection', 'close');
    sendResult(response, result);
  };

  return {
    call: (request, response, method) => send(request, response, answer(request, method)),
    upload: (request, response, name) =>
      send(
        request,
        response,
        uploads.receive(request, name).then((value) => ({ ok: true, value })),
      ),
    heard: (event) => {
      if (event.type === 'import' && event.progress.state !== 'running') finished(event.progress.job);
      // A core that was started again counts its imports from 1 anew.
      if (event.type === 'core') for (const job of [...importing.keys()]) finished(job);
    },
  };
};
