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
