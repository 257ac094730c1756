import type { ServerResponse } from 'node:http';
import type { CoreEvent } from '../../shared/views.ts';

/** Windows that listen to the core's events over `text/event-stream`. */
export interface EventStreams {
  /** Turns an answer into a stream of events that lasts until the window goes or `close`. */
  open(response: ServerResponse): void;
  send(event: CoreEvent): void;
  close(): void;
}

/** A window that has stopped reading is let go at this much unsent text; it asks for the state anew when it returns. */
const mostUnsentBytes = 1024 * 1024;
/** A comment this often keeps anything between from taking the silence for an end. */
const heartbeatMs = 25_000;

/** No streams yet. */
export const createEventStreams = (): EventStreams => {
  const streams = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > mostUnsentBytes) stream.destroy();
      else stream.write(text);
    }
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    open: (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    close: () => {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
};
