import { NewsgraphError } from '../../../shared/result.ts';

/** The longest text that can be made in one piece. */
const textMost = 2 ** 29 - 2 ** 16;

/** Text that grows by pieces. Throws `unavailable` rather than cut anything off. */
export const pieces = () => {
  const parts: string[] = [];
  let length = 0;
  return {
    add: (part: string): void => {
      length += part.length;
      if (length > textMost) {
        throw new NewsgraphError(
          'unavailable',
          'This library is too large to be exported as one text.',
          'The whole of it is in library.sqlite in the library folder.',
        );
      }
      parts.push(part);
    },
    text: (): string => parts.join(''),
  };
};

/** Runs an export over a library that must not change meanwhile. Throws `busy` when it did. */
export const undisturbed = async <Outcome>(version: () => string, work: () => Promise<Outcome>): Promise<Outcome> => {
  const before = version();
  const outcome = await work();
  if (version() !== before) {
    throw new NewsgraphError('busy', 'Articles came in while the graph was being exported.', 'Export again when the import is done.');
  }
  return outcome;
};
