import type { ServerResponse } from 'node:http';
import type { ErrorCode, Result } from '../../shared/result.ts';

/** A request that is not served, and what is said of it. */
export interface Refusal {
  status: number;
  message: string;
}

const statusOf: Readonly<Record<ErrorCode, number>> = {
  'bad-argument': 400,
  'not-found': 404,
  'read-only': 409,
  busy: 409,
  unreadable: 422,
  cancelled: 409,
  unavailable: 503,
  internal: 500,
};

/** Answers with a result as JSON; the body is the `Result` in every case, the status tells the same to others. */
export const sendResult = (response: ServerResponse, result: Result<unknown>, status?: number): void => {
  const body = JSON.stringify(result.ok ? { ok: true, value: result.value ?? null } : result);
  response.writeHead(status ?? (result.ok ? 200 : statusOf[result.error.code]), {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
};

/** Answers with a line of plain text, and closes the connection where a body may still be on its way. */
export const sendText = (response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close', ...headers });
  response.end(`${text}\n`);
};
