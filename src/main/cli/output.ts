import { once } from 'node:events';

/** A reader of our output that goes away (`| head`) ends the command quietly; whatever else is wrong with it is an error. */
export const endQuietlyWithReader = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
};

/** Writes to standard output and waits while its reader is behind. */
export const print = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

/** Writes lines to standard output. */
export const printLines = (lines: readonly string[]): Promise<void> => print(lines.length > 0 ? `${lines.join('\n')}\n` : '');

/** Writes an answer of the contract as one line of JSON. */
export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value)}\n`);

/** Says something beside the answer: on standard error, in one line. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
