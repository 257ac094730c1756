import type { Span } from '../../shared/model.ts';
import type { Passage } from '../../shared/views.ts';

/** How the command line writes things for people. */

const coloured = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR;

/** Text in bold where the output is a terminal. */
export const bold = (text: string): string => (coloured() ? `\u001b[1m${text}\u001b[22m` : text);
/** Text in grey where the output is a terminal. */
export const grey = (text: string): string => (coloured() ? `\u001b[90m${text}\u001b[39m` : text);

/** A number with its noun: `1 article`, `2,225 articles`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The day of a date, or a dash where it is not known. */
export const day = (date: string | null): string => date?.slice(0, 10) ?? '–';

/** `2023-01-23 – 2025-12-19`, or one day where both are the same. */
export const days = (first: string | null, last: string | null): string =>
  day(first) === day(last) ? day(first) : `${day(first)} – ${day(last)}`;

/** A time in words: `0.8 s`, `3 min 5 s`. */
export const duration = (ms: number): string => {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
};

/** Text with its marked spans in bold, on one line. */
export const marked = (text: string, marks: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const { start, end } of marks) {
    out += text.slice(at, start) + bold(text.slice(start, end));
    at = end;
  }
  return (out + text.slice(at)).replace(/\s+/g, ' ').trim();
};

/** Columns side by side, two spaces apart; the last one is not padded. */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length);
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd(),
  );
};

/** `Sample Wire, 2023-01-23`, with what is known of it. */
export const sourceOf = ({ publisher, published, title }: { publisher: string | null; published: string | null; title: string }): string =>
  [publisher ?? title, published?.slice(0, 10)].filter(Boolean).join(', ');

/** A passage as a quote with its source: `“…” — Sample Wire, 2023-01-23`. */
export const quoted = ({ article, parts }: Passage): string =>
  `“${parts.map(({ text, marks }) => marked(text, marks)).join(' … ')}” ${grey(`— ${sourceOf(article)}`)}`;
