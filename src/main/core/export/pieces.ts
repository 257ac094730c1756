import { NewsgraphError } from '../../../shared/result.ts';
import type { ExportedGraph } from '../../../shared/views.ts';

/** Takes the text of an export, a piece after the other; where it answers a promise, that is waited for. */
export type Write = (piece: string) => void | Promise<void>;

/** How much an export wrote. */
export interface Written {
  nodes: number;
  links: number;
}

/** A link is a few hundred characters; a system call for each would cost more than making it. */
const pieceLength = 2 ** 16;

/** Joins small parts to pieces of some 65,000 characters. `end` writes what is left. Both reject as `write` does. */
export const inPieces = (write: Write): { add: (part: string) => Promise<void>; end: () => Promise<void> } => {
  let parts: string[] = [];
  let length = 0;
  const end = async (): Promise<void> => {
    const piece = parts.join('');
    parts = [];
    length = 0;
    if (piece !== '') await write(piece);
  };
  return {
    add: async (part) => {
      parts.push(part);
      length += part.length;
      if (length >= pieceLength) await end();
    },
    end,
  };
};

/** The longest text that V8 holds in one string, less some room. */
const textMost = 2 ** 29 - 2 ** 16;

/** What `produce` writes as one text. Rejects with `unavailable`, rather than cut anything off, where it is too long for that. */
export const asOneText = async (format: ExportedGraph['format'], produce: (write: Write) => Promise<Written>): Promise<ExportedGraph> => {
  const parts: string[] = [];
  let length = 0;
  const written = await produce((part) => {
    length += part.length;
    if (length > textMost) {
      throw new NewsgraphError(
        'unavailable',
        'This library is too large to be exported as one text.',
        'On the command line, newsgraph export --out FILE writes it whole.',
      );
    }
    parts.push(part);
  });
  return { format, text: parts.join(''), ...written };
};

/** Runs an export over a library that must not change meanwhile. Rejects with `busy` when it did. */
export const undisturbed = async <Outcome>(version: () => string, work: () => Promise<Outcome>): Promise<Outcome> => {
  const before = version();
  const outcome = await work();
  if (version() !== before) {
    throw new NewsgraphError('busy', 'Articles came in while the graph was being exported.', 'Export again when the import is done.');
  }
  return outcome;
};
