import type { IncomingMessage } from 'node:http';

/** Largest body of a call; uploads have their own limit. */
export const callBodyLimit = 1024 * 1024;

/** The body of a request as text. Answers null when it is longer than `limit` bytes, having read no more than that. */
export const readBody = async (request: IncomingMessage, limit = callBodyLimit): Promise<string | null> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};
