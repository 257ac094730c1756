/** What the system's error codes mean, as the end of a sentence. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'the system does not permit it',
  EPERM: 'the system does not permit it',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space that this user may take is used up',
  EFBIG: 'it is larger than the disk allows',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** In plain words why writing a file failed; null for what is no error of the system, or one without words here. */
export const systemReason = (thrown: unknown): string | null => {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  return code === undefined ? null : (reasons[code] ?? null);
};
