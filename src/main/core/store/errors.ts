import { type ErrorCode, NewsgraphError } from '../../../shared/result.ts';

/** What an error of SQLite means to a user. */
interface Meaning {
  /** SQLite's primary result codes, and its words, for builds of it that give no number. */
  numbers: readonly number[];
  words: RegExp;
  code: ErrorCode;
  message: string;
  hint: string;
}

const meanings: readonly Meaning[] = [
  {
    numbers: [11, 26],
    words: /malformed|not a database/,
    code: 'unreadable',
    message: 'The database of this library is damaged.',
    hint: 'Put a copy of its folder back, or import your files into a new library.',
  },
  {
    numbers: [13],
    words: /is full/,
    code: 'unreadable',
    message: 'The disk is full.',
    hint: 'Make room and do it again; what was imported before is safe.',
  },
  {
    numbers: [8],
    words: /readonly|read-only/,
    code: 'read-only',
    message: 'This library may not be written to.',
    hint: 'Change the permissions of its folder, or choose another library.',
  },
  {
    numbers: [5, 6],
    words: /locked|busy/,
    code: 'busy',
    message: 'Another program holds the database of this library.',
    hint: 'Close it, then do it again.',
  },
  {
    numbers: [10],
    words: /disk I\/O error/,
    code: 'unreadable',
    message: 'The disk failed while the library was read or written.',
    hint: 'Check the disk; what was imported before is safe as far as the disk is.',
  },
  {
    numbers: [14],
    words: /unable to open/,
    code: 'unreadable',
    message: "The database of this library can't be opened.",
    hint: 'Check that its folder is there and that you may read it.',
  },
];

const isSqliteError = (thrown: unknown): thrown is Error & { errcode?: number } =>
  thrown instanceof Error && !(thrown instanceof NewsgraphError) && /SQLITE/.test(String((thrown as { code?: unknown }).code));

const meaningOf = (thrown: unknown): Meaning | undefined => {
  if (!isSqliteError(thrown)) return undefined;
  // The upper bytes of an extended code say more than a user can use.
  const number = thrown.errcode === undefined ? undefined : thrown.errcode & 0xff;
  return meanings.find(({ numbers, words }) => (number !== undefined && numbers.includes(number)) || words.test(thrown.message));
};

/** An error of SQLite as one for the user; any other error as it is. */
export const plainError = (thrown: unknown): unknown => {
  const meaning = meaningOf(thrown);
  return meaning === undefined ? thrown : new NewsgraphError(meaning.code, meaning.message, meaning.hint);
};

/** Runs `work`. Throws `unreadable`, `read-only` or `busy`, in plain words, for what SQLite throws. */
export const plainly = <Value>(work: () => Value): Value => {
  try {
    return work();
  } catch (thrown) {
    throw plainError(thrown);
  }
};

/** Whether an error says that SQLite could not open the file, or not without writing beside it. */
export const isOpeningError = (thrown: unknown): boolean => {
  const numbers = meaningOf(thrown)?.numbers ?? [];
  return numbers.includes(14) || numbers.includes(8);
};

/** The same while a library is opened: it names the file. */
export const openingError = (thrown: unknown, file: string): unknown => {
  const meaning = meaningOf(thrown);
  if (meaning === undefined) {
    return isSqliteError(thrown) ? new NewsgraphError('unreadable', `${file} can't be opened: ${thrown.message}.`) : thrown;
  }
  if (meaning.numbers.includes(11)) {
    return new NewsgraphError(
      'unreadable',
      `${file} is damaged or is no Newsgraph library.`,
      'It was left as it is. Choose another folder, or put a copy of the file back.',
    );
  }
  if (meaning.code === 'busy') return new NewsgraphError('busy', `${file} is in use by another program.`, meaning.hint);
  if (meaning.numbers.includes(14)) return new NewsgraphError('unreadable', `${file} can't be opened.`, meaning.hint);
  return new NewsgraphError(meaning.code, `${meaning.message} (${file})`, meaning.hint);
};
