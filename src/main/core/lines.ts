/** A line of a text that comes in pieces; `text` is null for one that was longer than the limit and was passed over. */
export interface Line {
  /** From 1. */
  number: number;
  text: string | null;
}

/**
 * Splits text that comes in pieces into lines, without their ends (`\n` or `\r\n`), holding no more than one line of at
 * most `limit` UTF-16 units and one piece at a time. An end without a last `\n` counts as a line where it is not empty.
 */
export async function* linesOf(pieces: AsyncIterable<string>, limit = Number.POSITIVE_INFINITY): AsyncGenerator<Line> {
  let number = 1;
  let held = '';
  let tooLong = false;
  const finished = (rest: string): Line => {
    const text = held + rest;
    const line = { number, text: tooLong || text.length > limit ? null : text.endsWith('\r') ? text.slice(0, -1) : text };
    number += 1;
    held = '';
    tooLong = false;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      yield finished(piece.slice(from, at));
      from = at + 1;
    }
    if (!tooLong) held += piece.slice(from);
    if (held.length > limit) {
      tooLong = true;
      held = '';
    }
  }
  if (held !== '' || tooLong) yield finished('');
}
